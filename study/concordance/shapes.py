"""The first place at which the blocks of two sections differ, whatever their words say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from study.blocks import KINDS, Block
from study.concordance.marks import SIGNS, calls_in, difference, marks, reference

NAMES = {
    "code": "code block",
    "definitions": "list of definitions",
    "macro": "macro call",
    "reference": "link address",
}
OF_PARTS = ("list", "table", "row")  # compared part by part once they have as many
OF_BLOCKS = ("item", "admonition", "quote", "footnote")


class Difference(NamedTuple):
    """What stands on a line of the English chapter, and on one of the French, that is not the same."""

    here: int
    there: int
    english: str
    french: str


def first_difference(
    english: Sequence[Block], french: Sequence[Block], lines: tuple[int, int]
) -> Difference | None:
    """Return where two rows of blocks first differ in shape, calls, links, images or notes.

    `lines` are those of what the blocks stand in, for a side that has none.
    """
    if found := _in_kinds(english, french, lines):
        return found
    differences = (_in_block(*pair) for pair in zip(english, french, strict=True))
    return next((found for found in differences if found), None)


def _in_kinds(english: Sequence[Block], french: Sequence[Block], lines: tuple[int, int]) -> Difference | None:
    ours, theirs = ([block.kind for block in side] for side in (english, french))
    if ours == theirs:
        return None
    place = _parting(english, french)
    here, there = (
        side[min(place, len(side) - 1)].line if side else line
        for side, line in zip((english, french), lines, strict=True)
    )
    if len(ours) == len(theirs):
        return Difference(here, there, _one(ours[place]), _one(theirs[place]))
    return Difference(here, there, _counted(ours), _counted(theirs))


def _parting(english: Sequence[Block], french: Sequence[Block]) -> int:
    """Return the place of the first block that can't be the other's; where counts differ, marks tell."""
    same_length = len(english) == len(french)
    for place, (ours, theirs) in enumerate(zip(english, french, strict=False)):
        if ours.kind != theirs.kind:
            return place
        if not same_length and (len(ours.parts), _keys(ours)) != (len(theirs.parts), _keys(theirs)):
            return place
    return min(len(english), len(french))


def _keys(block: Block) -> list[str]:
    return [mark.key for mark in marks(block.text)]


def _one(kind: str) -> str:
    name = NAMES.get(kind, kind)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _counted(kinds: Sequence[str]) -> str:
    """Return `2 paragraphs and 1 list`; the heading, which every section has, is left out."""
    counts = Counter(kinds)
    parts = [
        _number(counts[kind], NAMES.get(kind, kind)) for kind in KINDS if counts[kind] and kind != "heading"
    ]
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts) or "no block"


def _number(count: int, name: str) -> str:
    first, _, rest = name.partition(" of ")
    many = f"{first[:-1]}ies" if first.endswith("y") else f"{first}{'es' if first.endswith('s') else 's'}"
    return f"{count} {name if count == 1 else many + (f' of {rest}' if rest else '')}"


def _in_block(ours: Block, theirs: Block) -> Difference | None:
    """Return where two blocks of one kind first differ."""
    for (english, mine), (french, other) in zip(_tellings(ours), _tellings(theirs), strict=True):
        if mine != other:
            return Difference(ours.line, theirs.line, english, french)
    if ours.kind in OF_PARTS:
        if not any(sign in each.text for each in (ours, theirs) for sign in SIGNS) and ours.kind == "row":
            return None
        found = (_in_block(*pair) for pair in zip(ours.parts, theirs.parts, strict=True))
        return next((each for each in found if each), None)
    if ours.kind in OF_BLOCKS:
        return first_difference(ours.parts, theirs.parts, (ours.line, theirs.line))
    read = calls_in if ours.kind == "code" else str
    pair = difference(read(ours.text), read(theirs.text))
    return Difference(ours.line, theirs.line, *pair) if pair else None


def _tellings(block: Block) -> Iterator[tuple[str, object]]:
    """Yield what a block says of itself as a whole, and what must be the same in the other language."""
    parts = len(block.parts)
    match block.kind:
        case "list":
            yield f"{_one(block.detail)} list", block.detail
            yield f"a list of {_number(parts, 'item')}", parts
        case "table":
            columns = len(block.parts[0].parts)
            yield f"a table of {_number(columns, 'column')}", columns
            yield f"a table of {_number(parts, 'row')}, its header included", parts
            yield f'columns aligned "{block.detail}"', block.detail
        case "row":
            yield f"a row of {_number(parts, 'cell')}", parts
        case "admonition":
            yield f'the admonition "{block.detail}"', block.detail
            titled = '"' in block.text.partition("\n")[0]
            yield f"an admonition {'with' if titled else 'without'} a title", titled
        case "code":
            yield f'code of the language "{block.detail}"', block.detail
        case "footnote":
            yield f'the footnote "{block.detail}"', block.detail
        case "reference":
            yield f"the link address {block.text.strip()}", reference(block.text)
