"""How much a page weighs on its way to the reader: its own text and all that it loads first, compressed with gzip.

Put in last, with what is said of the edition: the weight is that of the finished page.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path

from hooks.frame_style import frame_style
from hooks.marks import SIZE
from hooks.stores import STORES
from study import building
from study.digests import digest
from study.labels import Words

LOADED = re.compile(r'<(?:link rel="(?:icon|stylesheet)"|script) (?:href|src)="(?:\.\./)*(assets/[^"]+)"')
LEVEL = 6  # what servers compress with


def with_size(html: str, language: str, root: Path) -> str:
    """Return a page with its weight in words, in whole kilobytes, where its mark stands."""
    if SIZE not in html:
        return html
    names = sorted(set(LOADED.findall(html)))
    size = _weight_of_text(html, language) + sum(_weight_of_file(root, name) for name in names)
    words = Words(language, building.last_knowledge(root).labels)
    return html.replace(SIZE, words("footer", "page_size", size=words.size(round(size, -3))))


def forget() -> None:
    """Weigh files anew from now on."""
    _weight_of_file.cache_clear()


def _weight_of_text(html: str, language: str) -> int:
    content = html.encode("utf-8")
    store = STORES.get(language)
    if store is None:
        return weight(content)
    key = digest(html)
    kept = store.get("size", key)
    if kept is None:
        kept = str(weight(content)).encode("ascii")
        store.put("size", key, kept)
    return int(kept)


@cache
def _weight_of_file(root: Path, name: str) -> int:
    style = frame_style(root)
    return weight(style.content if name == style.path else (root / "docs" / name).read_bytes())


def weight(content: bytes) -> int:
    """Return how many bytes `content` has when it is compressed with gzip (RFC 1952: 18 bytes of head and foot)."""
    return len(zlib.compress(content, LEVEL)) + 12  # zlib's own head and foot have six bytes
