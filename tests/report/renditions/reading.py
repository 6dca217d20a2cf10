"""Reading PDFs again, independently of what wrote them: tags, bookmarks, links, and the words of a sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

BFCHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def tags(pdf: pikepdf.Pdf, kind: str = "") -> Iterator[Any]:
    """Yield the tags of a kind, or all, in the order in which they are read."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        tag = waiting.pop()
        if str(tag.get("/S", "")) == f"/{kind}" or (not kind and "/S" in tag):
            yield tag
        kids = tag.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    """Return the titles of all bookmarks in order."""

    def titles(items: Any) -> Iterator[str]:
        for item in items:
            yield str(item.title)
            yield from titles(item.children)

    with pdf.open_outline() as outline:
        return list(titles(outline.root))


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Return the names of the fonts, and whether each is embedded."""
    found = {}
    for page in pdf.pages:
        for font in page.resources.get("/Font", {}).values():
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            about = inner.FontDescriptor
            found[str(about.FontName)] = any(
                key in about for key in ("/FontFile", "/FontFile2", "/FontFile3")
            )
    return found


def words(page: pikepdf.Page) -> str:
    """Return the words of a sheet in the order in which they are drawn, blank space made even."""
    maps = {name: _unicode(font) for name, font in page.resources.Font.items()}
    said: list[str] = []
    current: dict[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            current = maps[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            parts = operands[0] if operator == "TJ" else [operands[0]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    raw = bytes(part)
                    said += [current.get(raw[at : at + 2], "") for at in range(0, len(raw), 2)]
        elif operator == "ET":
            said.append(" ")
    return " ".join("".join(said).split())


def _unicode(font: Any) -> dict[bytes, str]:
    stream = font.ToUnicode.read_bytes()
    pairs = BFCHAR.findall(stream)
    return {bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs}
