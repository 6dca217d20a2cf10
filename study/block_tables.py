"""The tables of a chapter: rows, cells and how their columns are aligned."""

from __future__ import annotations

import re
from collections.abc import Sequence

from study.block_lines import Block, Line, block

DELIMITER = re.compile(r"[ |:-]+")
# A bar inside a call, code or after a backslash does not end a cell.
CELL = re.compile(r"(?:\{\{.*?\}\}|(`+)(?!`).*?(?<!`)\1(?!`)|\\.|[^|])+")
ALIGNMENTS = {(True, True): "center", (True, False): "left", (False, True): "right"}


def begins_table(lines: Sequence[Line], place: int) -> bool:
    """Return whether a table begins here: a row, and below it a row of as many hyphened cells."""
    if place + 1 >= len(lines) or "|" not in (below := lines[place + 1].text):
        return False
    if "|" not in lines[place].text or "-" not in below or not DELIMITER.fullmatch(below):
        return False
    return len(_cells(lines[place])) == len(_cells(lines[place + 1]))


def table(lines: Sequence[Line]) -> Block:
    """Return the table that `lines` are; the row of hyphens is no part of it, its alignment is."""
    marks = [cell.text for cell in _cells(lines[1])]
    alignment = " ".join(
        ALIGNMENTS.get((mark.startswith(":"), mark.endswith(":")), "default") for mark in marks
    )
    rows = tuple(block("row", [line], _cells(line)) for line in (lines[0], *lines[2:]))
    return block("table", lines, rows, alignment)


def _cells(line: Line) -> tuple[Block, ...]:
    """Return the cells of a row; the bars at both ends may be left out."""
    text = line.text.strip()
    begin = len(line.text) - len(line.text.lstrip())
    if text.startswith("|"):
        text, begin = text[1:], begin + 1
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    cells, place = [], 0
    while True:
        found = CELL.match(text, place)
        written = found.group() if found else ""
        cells.append(_cell(line, begin + place, written))
        place += len(written) + 1
        if place > len(text):
            return tuple(cells)


def _cell(line: Line, begin: int, written: str) -> Block:
    words = written.strip(" ")
    start = line.at + begin + (len(written) - len(written.lstrip(" ")) if words else 0)
    return Block("cell", words, line.number, start, start + len(words))
