"""The search index of a built site, read as Pagefind reads it."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

SIGN = b"pagefind_dcd"
ELIDED = re.compile(r"(?<!\w)((?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu|quoiqu)['’]) (?=\w)", re.IGNORECASE)


def found(site: Path, language: str) -> list[dict[str, Any]]:
    """Return all that can be found in a language: `path`, `title`, `about`, `text` and `kind`."""
    folder = site / language / "search"
    kinds = json.loads((folder / "kinds.json").read_text("utf-8"))
    kind = {name: each for each, names in kinds.items() for name in names.split()}
    paths = sorted((folder / "fragment").glob("*.pf_fragment"))
    return sorted(
        (_read(path, kind.get(path.stem, "chapters")) for path in paths), key=lambda each: each["path"]
    )


def _read(path: Path, kind: str) -> dict[str, Any]:
    content = gzip.decompress(path.read_bytes())
    assert content.startswith(SIGN), path
    made = json.loads(content.removeprefix(SIGN).decode("utf-8"))
    return {
        "path": made["url"].removeprefix("/"),
        "title": ELIDED.sub(r"\1", made["meta"]["title"]),
        "about": ELIDED.sub(r"\1", made["meta"]["about"]),
        "text": ELIDED.sub(r"\1", made["content"]),
        "kind": kind,
    }
