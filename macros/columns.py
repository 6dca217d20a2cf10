"""A chapter of one language as a column of its side-by-side page: its blocks, moved there.

Ids get the language as a prefix, since both columns stand on one page; links lead from there to the
pages that they led to from the chapter. A column can be packed into a text, which one process hands to
another and which waits for the other language without taking much memory.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import normpath
from typing import NamedTuple

from macros.numbered import Unit

FOLDER = "both"
REFERENCES = (  # attributes that hold ids
    "id|name|for|headers|list|form|popovertarget"
    "|aria-(?:labelledby|describedby|controls|owns|details|flowto|activedescendant)"
)
# in a tag: after it, a tag ends before another begins; the space makes it five times as fast as any white space
ATTRIBUTE = re.compile(rf' (?:({REFERENCES})|(href|src))="([^"]*)"(?=[^<>]*>)')
DRAWN = re.compile(r'="url\(#([^)]+)\)"(?=[^<>]*>)')
OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/")
PARAGRAPH = re.compile(r"p\d+[a-z]*")
HEADING = re.compile(r"\s*<h([1-6])[^>]*>(.*)</h[1-6]>", re.DOTALL)
SCRIPT = re.compile(r"<script\b.*?</script>\s*", re.DOTALL)  # what tells programs of a chapter is told there
BETWEEN = "\0"  # no HTML holds it
LONG = 500_000  # characters: lists of thousands of cases; the chapters that people write are far shorter


class Cell(NamedTuple):
    """A block in one language; a heading without its element, whose level is `level`."""

    number: str
    section: str
    kind: str
    html: str
    level: int = 0


@dataclass(frozen=True)
class Column:
    """One language's side of a page, with what a draft says of the chapter or of a section, by its id."""

    url: str  # of the chapter, below the site
    title: str
    cells: Sequence[Cell]
    styles: Sequence[str] = ()
    notice: str = ""
    notices: Mapping[str, str] = field(default_factory=dict)

    def packed(self) -> str:
        """Return the column as a text that `unpacked` reads: JSON, compressed where it is long."""
        text = json.dumps(vars(self), ensure_ascii=False)
        return text if len(text) < LONG else base64.b64encode(zlib.compress(text.encode(), 1)).decode("ascii")

    @classmethod
    def unpacked(cls, text: str) -> Column:
        """Return the column that `packed` was called on."""
        values = json.loads(text if text.startswith("{") else zlib.decompress(base64.b64decode(text)))
        return cls(**{**values, "cells": [Cell(*cell) for cell in values["cells"]]})


def beside(url: str) -> str:
    """Return the address of the side-by-side page of the chapter at `url`, below the site: both/about/."""
    return f"{FOLDER}/{url.partition('/')[2]}"


def address_of(url: str) -> str:
    """Return the relative address of that page, seen from the chapter: ../../both/about/."""
    return "../" * url.count("/") + beside(url)


def path_of(address: str) -> str:
    """Return the file of the page at an address: both/about/index.html."""
    return f"{address}index.html" if address.endswith("/") else address


def cells_of(blocks: Sequence[Unit], url: str) -> list[Cell]:
    """Return the blocks of the chapter at `url`, such as en/about/, as they stand beside the other language."""
    moving = _Moving(url, frozenset(block.section for block in blocks if block.kind == "heading"))
    html = SCRIPT.sub("", BETWEEN.join(block.html for block in blocks))
    moved = moving.moved(html).split(BETWEEN)
    return [_cell(block, html) for block, html in zip(blocks, moved, strict=True)]


def _cell(block: Unit, html: str) -> Cell:
    found = HEADING.match(html) if block.kind == "heading" else None
    if found is None:
        return Cell(block.number, block.section, block.kind, html)
    return Cell("", block.section, block.kind, found[2].strip(), int(found[1]))


class _Moving:
    """Blocks on their way from a page in a language to the page of both."""

    def __init__(self, url: str, sections: frozenset[str]) -> None:
        self._sections = sections  # which have one heading there
        self._prefix = f"{url.partition('/')[0]}-"
        self._url, self._folder = url, url.rpartition("/")[0]
        self._up = "../" * url.count("/")  # as many on either page
        self._made: dict[str, str] = {}

    def moved(self, html: str) -> str:
        """Return HTML with ids of the language, and with links that hold on the other page."""
        moved = ATTRIBUTE.sub(self._attribute, html)
        return DRAWN.sub(rf'="url(#{self._prefix}\1)"', moved) if "url(#" in moved else moved

    def _attribute(self, found: re.Match[str]) -> str:
        written = found[0]
        if written not in self._made:
            reference, link, value = found.groups()
            moved = (
                " ".join([self._prefix + each for each in value.split()])
                if reference
                else self._address(value)
            )
            self._made[written] = f' {reference or link}="{moved}"'
        return self._made[written]

    def _address(self, href: str) -> str:
        if OUTSIDE.match(href):
            return href
        path, mark, fragment = href.partition("#")
        if path:
            ending = "/" if path.endswith(("/", ".")) else ""
            return f"{self._up}{normpath(f'{self._folder}/{path}')}{ending}{mark}{fragment}"
        if not fragment:
            return f"{self._up}{self._url}"
        shared = fragment in self._sections or PARAGRAPH.fullmatch(fragment)
        return href if shared else f"#{self._prefix}{fragment}"
