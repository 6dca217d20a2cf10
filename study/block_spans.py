"""How far a block goes: its lines up to an empty one, and the indented lines that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from study.block_lines import INDENT, SIGNS, Line


def end_of(lines: Sequence[Line], place: int, *patterns: re.Pattern[str]) -> int:
    """Return the place of the first line from `place` on that is blank or matches a pattern."""
    while place < len(lines) and not lines[place].blank:
        text = lines[place].text
        if text[0] in SIGNS and any(pattern.match(text) for pattern in patterns):
            break
        place += 1
    return place


def end_of_indented(lines: Sequence[Line], place: int) -> int:
    """Return the place after the indented lines from `place` on, blank ones between them included."""
    end = place
    while place < len(lines) and (lines[place].blank or lines[place].text.startswith(INDENT)):
        place += 1
        if not lines[place - 1].blank:
            end = place
    return end


def within(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` without the indentation that makes them belong to the block above."""
    return [line.after(len(INDENT)) if line.text.startswith(INDENT) else line for line in lines]
