"""LANG_ONLY builds one language alone, for a quick preview."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.site import build
from tests.site import inspection
from tests.site.parsing import read_site


def test_one_language_builds_alone_and_whole(
    root: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG_ONLY", "fr")
    target = tmp_path / "out" / "site"
    assert build(root, target) == (0, [])
    assert not (target / "en").exists()
    both, alone = read_site(site), read_site(target)
    assert [page.name for page in alone.chapters] == [page.name for page in both.in_language("fr")]
    assert (target / "fr" / "search" / "pagefind-entry.json").is_file()
    assert list(inspection.repeated_ids(alone)) == []
    leading_out = [
        said for said in inspection.broken_links(alone) if "/en/" not in said and "'en/'" not in said
    ]
    assert leading_out == []
