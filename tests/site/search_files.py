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
    paths = sorted((site / language / "search" / "fragment").glob("*.pf_fragment"))
    return sorted((_read(path) for path in paths), key=lambda each: each["path"])


def _read(path: Path) -> dict[str, Any]:
    content = gzip.decompress(path.read_bytes())
    assert content.startswith(SIGN), path
    made = json.loads(content.removeprefix(SIGN).decode("utf-8"))
    return {
        "path": made["url"].removeprefix("/"),
        "title": ELIDED.sub(r"\1", made["meta"]["title"]),
        "about": ELIDED.sub(r"\1", made["meta"]["about"]),
        "text": ELIDED.sub(r"\1", made["content"]),
        "kind": made["filters"]["kind"][0],
    }
