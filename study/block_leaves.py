"""The blocks that hold no other blocks: code, headings, rules, paragraphs, definitions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from study.block_lines import ADMONITION, DEFINITION, FENCE, IMAGE, QUOTE, RULE, Block, Line, block
from study.block_spans import end_of, end_of_indented
from study.calls import MACROS
from study.chapters import HEADING

CALL_ALONE = re.compile(r"\{\{\s*(\w+)(?:(?!\{\{|\}\}).)*\}\}", re.DOTALL)
INTERRUPTING = (HEADING, RULE, QUOTE, ADMONITION, FENCE, DEFINITION)
Read = tuple[Block, int]  # a block and the place after it


def code(lines: Sequence[Line], place: int, depth: int) -> Read:
    """Return the code between two fences; where the second is missing, all the rest is code."""
    mark = FENCE.match(lines[place].text)
    assert mark
    end = place + 1
    while end < len(lines) and lines[end].text.strip() != mark[1]:
        end += 1
    end = min(end + 1, len(lines))
    return block("code", lines[place:end], detail=_language(mark[2])), end


def _language(written: str) -> str:
    """Return `yaml` for what may stand after a fence: `yaml`, `.yaml` or `{.yaml #id}`."""
    words = written.strip(" {}").split()
    return words[0].lstrip(".") if words else ""


def indented_code(lines: Sequence[Line], place: int, depth: int) -> Read:
    """Return the code that is marked by its indentation alone."""
    end = end_of_indented(lines, place)
    return block("code", lines[place:end]), end


def heading(lines: Sequence[Line], place: int, depth: int) -> Read:
    """Return the heading of one line."""
    mark = HEADING.match(lines[place].text)
    assert mark
    return block("heading", lines[place : place + 1], detail=str(len(mark[1]))), place + 1


def rule(lines: Sequence[Line], place: int, depth: int) -> Read:
    """Return the rule of one line."""
    return block("rule", lines[place : place + 1]), place + 1


def reference(lines: Sequence[Line], place: int, depth: int) -> Read:
    """Return the address of a link, written apart."""
    return block("reference", lines[place : place + 1]), place + 1


def paragraph(lines: Sequence[Line], place: int) -> Read:
    """Return a paragraph, or the block macro, image or definitions that its lines turn out to be."""
    end = end_of(lines, place + 1, *INTERRUPTING)
    if any(at < len(lines) and DEFINITION.match(lines[at].text) for at in (place, end)):
        return _definitions(lines, place, end)
    read = block("paragraph", lines[place:end])
    text = read.text.strip()
    if (call := CALL_ALONE.fullmatch(text)) and (call[1] not in MACROS or MACROS[call[1]].block):
        return replace(read, kind="macro", detail=call[1]), end
    return (replace(read, kind="image") if IMAGE.fullmatch(text) else read), end


def _definitions(lines: Sequence[Line], place: int, end: int) -> Read:
    while end < len(lines) and (DEFINITION.match(lines[end].text) or end == place):
        end = end_of_indented(lines, end_of(lines, end + 1, HEADING, DEFINITION))
    return block("definitions", lines[place:end]), end
