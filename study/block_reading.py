"""Lines of Markdown read as blocks, as Python-Markdown reads them with the extensions of mkdocs.yml.

It is no second renderer: it tells which block a line belongs to. `tests/study/test_blocks.py` holds
it to what Python-Markdown makes of every chapter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from study.block_leaves import Read, code, heading, indented_code, paragraph, reference, rule
from study.block_lines import (
    ADMONITION,
    DEFINITION,
    FENCE,
    FOOTNOTE,
    INDENT,
    MARKER,
    NESTED,
    QUOTE,
    REFERENCE,
    RULE,
    SIGNS,
    Block,
    Line,
    block,
)
from study.block_spans import end_of, end_of_indented, within
from study.block_tables import begins_table, table
from study.chapters import HEADING

DEEPEST = 20  # quotes in quotes: no chapter needs more, and no text may exhaust the stack


def read_blocks(lines: Sequence[Line], depth: int = 0) -> tuple[Block, ...]:
    """Return the blocks that `lines` hold, in order."""
    found: list[Block] = []
    place = 0
    while place < len(lines):
        if lines[place].blank:
            place += 1
            continue
        read, place = _block_at(lines, place, depth)
        while read.kind == "definitions" and found and _go_on(found[-1], read):
            before = found.pop()
            read = replace(read, text=f"{before.text}\n\n{read.text}", line=before.line, start=before.start)
        found.append(read)
    return tuple(found)


def _go_on(before: Block, definitions: Block) -> bool:
    """Return whether `definitions` belong to the block before: a term, or definitions too."""
    term = before.kind == "paragraph" and DEFINITION.match(definitions.text) is not None
    return term or before.kind == "definitions"


def _block_at(lines: Sequence[Line], place: int, depth: int) -> Read:
    text = lines[place].text
    if begins_table(lines, place):
        end = end_of(lines, place + 2, HEADING)
        return table(lines[place:end]), end
    if text[0] in SIGNS and depth < DEEPEST:
        for pattern, read in READERS:
            if pattern.match(text):
                return read(lines, place, depth)
    return paragraph(lines, place)


def _admonition(lines: Sequence[Line], place: int, depth: int) -> Read:
    mark = ADMONITION.match(lines[place].text)
    assert mark
    end = end_of_indented(lines, place + 1)
    parts = read_blocks(within(lines[place + 1 : end]), depth + 1)
    return block("admonition", lines[place:end], parts, mark[1]), end


def _footnote(lines: Sequence[Line], place: int, depth: int) -> Read:
    mark = FOOTNOTE.match(lines[place].text)
    assert mark
    end = end_of_indented(lines, end_of(lines, place + 1, HEADING, FOOTNOTE))
    inner = [lines[place].after(mark.end()), *within(lines[place + 1 : end])]
    return block("footnote", lines[place:end], read_blocks(inner, depth + 1), mark[1]), end


def _quote(lines: Sequence[Line], place: int, depth: int) -> Read:
    end = after = place
    while after < len(lines) and QUOTE.match(lines[after].text):
        end = after = end_of(lines, after, HEADING)
        while after < len(lines) and lines[after].blank:
            after += 1
    inner = [line.after(mark.end() if (mark := QUOTE.match(line.text)) else 0) for line in lines[place:end]]
    return block("quote", lines[place:end], read_blocks(inner, depth + 1)), end


def _list(lines: Sequence[Line], place: int, depth: int) -> Read:
    items, end = _items(lines, place)
    while lines[end - 1].blank:
        end -= 1
    parts = tuple(_item(item, depth + 1) for item in items)
    first = MARKER.match(lines[place].text)
    kind = "ordered" if first and first[1] else "bulleted"
    return block("list", lines[place:end], parts, kind), end


def _items(lines: Sequence[Line], place: int) -> tuple[list[list[Line]], int]:
    """Return the lines of each item of the list that begins at `place`, and the place after them."""
    items: list[list[Line]] = []
    gap = tight = False  # tight: the item goes on without an empty line
    for end in range(place, len(lines)):
        line = lines[end]
        if line.blank:
            items[-1].append(line)
            gap, tight = True, False
        elif line.text.startswith(INDENT):
            if tight and NESTED.match(line.text):  # the only list that needs no empty line before it
                items[-1].append(Line("", line.at, line.number))
                tight = False
            items[-1].append(line.after(len(INDENT)))
        elif any(pattern.match(line.text) for pattern in (RULE, HEADING, FENCE)):
            return items, end
        elif marker := MARKER.match(line.text):
            items.append([line.after(marker.start(2))])
            gap, tight = False, True
        elif gap:
            return items, end
        else:
            items[-1].append(line)
    return items, len(lines)


def _item(lines: list[Line], depth: int) -> Block:
    while len(lines) > 1 and lines[-1].blank:
        lines.pop()
    return block("item", lines, read_blocks(lines, depth))


READERS: tuple[tuple[re.Pattern[str], Callable[[Sequence[Line], int, int], Read]], ...] = (
    (FENCE, code),
    (re.compile(INDENT), indented_code),
    (ADMONITION, _admonition),
    (HEADING, heading),
    (RULE, rule),
    (MARKER, _list),
    (QUOTE, _quote),
    (FOOTNOTE, _footnote),
    (REFERENCE, reference),
)
