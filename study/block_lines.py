"""A block of Markdown, the lines it is read from, and the signs that begin one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

KINDS = (
    "heading",
    "paragraph",
    "list",
    "table",
    "macro",
    "admonition",
    "quote",
    "code",
    "rule",
    "image",
    "definitions",
    "footnote",
    "reference",  # the address of a link, written apart: [id]: https://…
)

INDENT = "    "  # what Python-Markdown asks of whatever belongs to the block above
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`\n]*)$")
RULE = re.compile(r" {0,3}([-_*])(?: {0,2}\1){2,} *$")
MARKER = re.compile(r" {0,3}(?:(\d+\.)|[*+-]) +(.*)$")
NESTED = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
QUOTE = re.compile(r" {0,3}> ?")
ADMONITION = re.compile(r"!!! ?([\w-]+)(?: +[\w-]+)*(?: +\".*?\")? *$")
FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\n]*)\]:[ ]*")
REFERENCE = re.compile(r" {0,3}\[[^\[\]^][^\[\]]*\]:[ ]*\S+")
DEFINITION = re.compile(r" {0,3}: {1,3}\S")
IMAGE = re.compile(r"!\[[^\]]*\]\([^)\n]*\)(?:\{:?[^{}\n]*\})?")
SIGNS = frozenset("`~#-*_+!>[: 0123456789")  # whatever is no paragraph or table begins with one


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a chapter: a paragraph, a list, a table …; `start` and `end` are places in its text.

    `parts` are a list's items of the first level, each with what stands in it; the inner blocks of
    an admonition, quote or footnote; a table's rows, the header first, and each row's cells.
    `text` and `start` of an item leave its marker out, those of a cell the space around it.
    `detail` tells more: "ordered" or "bulleted", the level of a heading ("2"), the type of an
    admonition ("note"), the name of a macro, the language of code, the id of a footnote, the
    alignment of a table's columns ("default left right").
    """

    kind: str  # one of KINDS; below a list "item", below a table "row", below a row "cell"
    text: str  # as written, without the indentation of what it stands in
    line: int
    start: int
    end: int
    parts: tuple[Block, ...] = ()
    detail: str = ""


class Line(NamedTuple):
    """A line without the indentation of what it stands in; `at` is the place of its first character."""

    text: str
    at: int
    number: int

    @property
    def blank(self) -> bool:
        """Return whether nothing stands on the line."""
        return not self.text.strip()

    def after(self, length: int) -> Line:
        """Return the line without its first `length` characters."""
        return Line(self.text[length:], self.at + length, self.number)


def lines_of(text: str, start: int = 0) -> list[Line]:
    """Return the lines of `text` from the character `start` on, which begins a line."""
    lines, at = [], start
    for number, line in enumerate(text[start:].split("\n"), text.count("\n", 0, start) + 1):
        lines.append(Line(line.expandtabs(4) if "\t" in line else line, at, number))
        at += len(line) + 1
    return lines


def block(kind: str, lines: Sequence[Line], parts: tuple[Block, ...] = (), detail: str = "") -> Block:
    """Return the block that `lines` are, which hold at least one and end with one not blank."""
    first, last = lines[0], lines[-1]
    text = "\n".join(line.text for line in lines).rstrip()
    return Block(kind, text, first.number, first.at, last.at + len(last.text.rstrip()), parts, detail)
