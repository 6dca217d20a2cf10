"""The address of the site stands in two files, which must agree."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from study.knowledge import Knowledge


def test_both_files_give_the_same_address(root: Path, knowledge: Knowledge) -> None:
    found = site_url((root / "mkdocs.yml").read_text(encoding="utf-8"))
    assert found == knowledge.publication.site_url
    assert urlsplit(found).scheme == "https"
    assert found.endswith("/")


def test_the_address_is_found_where_it_stands() -> None:
    assert site_url("site_name: x\nsite_url: https://a.example/b/  # why\n") == "https://a.example/b/"
    assert site_url("site_name: x\n# site_url: https://a.example/b/\n") is None


def site_url(config: str) -> str | None:
    """Return the address in `mkdocs.yml`, whose tags a YAML loader would have to know."""
    found = re.search(r"^site_url: (\S+)", config, re.MULTILINE)
    return found and found[1]
