"""The HTML of a chapter, as Markdown made it, read as blocks: by its tags, in one pass.

Only what stands outside other blocks counts: paragraphs, items of lists of the first level, tables and
code, inside admonitions and quotes too. What is in an item belongs to the item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

TAG = re.compile(r"<(/?)(p|ul|ol|li|table|pre|div|blockquote|dl|h[1-6])((?=[\s>])[^>]*)>")
ID = re.compile(r'\sid="([^"]*)"')
HEADERLINK = re.compile(r'<a class="headerlink"[^>]*>.*?</a>')
NUMBERED = frozenset({"p", "li", "table", "pre"})
BOXES = frozenset({"ul", "ol", "blockquote"})
FLAT = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})  # never hold another of their name


@dataclass(frozen=True)
class Around:
    """A list, quote or admonition that a block stands in; `title` stands with its first block alone."""

    name: str
    attributes: str
    title: str
    place: int  # of the block in it, from 1


@dataclass(frozen=True)
class Piece:
    """A block of the page: `content[start:end]`, of which the first tag ends at `inside`."""

    name: str  # of its element: p, li, table, pre; h1 to h6; dl, div
    attributes: str  # of its element, with the space before them
    section: str  # id of the heading it stands under, or that it is
    start: int
    inside: int
    end: int
    around: tuple[Around, ...]

    @property
    def is_heading(self) -> bool:
        """Return whether it begins a section."""
        return self.name[0] == "h" and not self.around

    @property
    def is_unit(self) -> bool:
        """Return whether it gets a number."""
        return self.name in NUMBERED


@lru_cache(maxsize=4)  # a page is numbered, then shown side by side
def pieces(content: str) -> tuple[Piece, ...]:
    """Return the blocks of a page, in order. Raises ValueError for HTML that Markdown does not make."""
    return tuple(_pieces(content))


def _pieces(content: str) -> Iterator[Piece]:
    boxes: list[Around] = []
    section, place = "", 0
    while found := TAG.search(content, place):
        closing, name, attributes = found.groups()
        place = found.end()
        if closing:
            boxes.pop()
            continue
        if name in BOXES or (name == "div" and 'class="admonition' in attributes):
            boxes.append(Around(name, attributes, "", 0))
            continue
        end = _end(content, name, place)
        inside, place = place, end
        if name == "p" and "admonition-title" in attributes:
            boxes[-1] = Around(boxes[-1].name, boxes[-1].attributes, content[found.start() : end], 0)
            continue
        boxes = [Around(each.name, each.attributes, each.title, each.place + 1) for each in boxes]
        if name == "div" and 'class="highlight' in attributes:
            name = "pre"
        if name[0] == "h" and not boxes:
            section = _id(attributes)
        yield Piece(name, attributes, section, found.start(), inside, end, tuple(boxes))


def _end(content: str, name: str, place: int) -> int:
    """Return where the element ends whose first tag ends at `place`."""
    if name in FLAT:
        return content.index(f"</{name}>", place) + len(name) + 3
    depth = 1
    for found in re.compile(rf"<(/?){name}(?=[\s>])[^>]*>").finditer(content, place):
        depth += -1 if found[1] else 1
        if not depth:
            return found.end()
    raise ValueError(name)


def _id(attributes: str) -> str:
    found = ID.search(attributes)
    return found[1] if found else ""
