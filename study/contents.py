"""The contents of the report: its parts and chapters in the order of the navigation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

FILE = "mkdocs.yml"


def contents(root: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return each part's key and its chapters, such as `technologies/ai`; chapters outside the parts have the key "".

    Raises ValueError where mkdocs.yml has no navigation.
    """
    found: list[tuple[str, tuple[str, ...]]] = []
    for part, pages in _entries(root):
        if found and not part and not found[-1][0]:
            found[-1] = ("", (*found[-1][1], *pages))
        else:
            found.append((part, pages))
    return found


def _entries(root: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    # as nodes: what only MkDocs understands (`!ENV`) needs no meaning here, and every name stays a text
    tree = yaml.compose((root / FILE).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    entries = next((value.value for key, value in tree.value if key.value == "nav"), None) if tree else None
    if entries is None:
        raise ValueError(f"{FILE}: has no navigation; expected a list called nav")
    for entry in entries:
        if isinstance(entry, yaml.ScalarNode):
            yield "", (entry.value.removesuffix(".md"),)
        else:
            for part, pages in entry.value:
                yield part.value, tuple(page.value.removesuffix(".md") for page in pages.value)
