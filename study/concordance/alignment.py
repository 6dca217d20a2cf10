"""Which blocks of two chapters stand for each other, so that their words can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from study.blocks import Block, sections
from study.chapters import Chapter

OPENED = frozenset({"list", "table", "admonition", "quote"})  # compared part by part
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Passage:
    """A text of one language and where it begins."""

    file: str
    line: int
    text: str


@dataclass(frozen=True)
class Pair:
    """Two passages that stand for each other, in the section of this id."""

    section: str
    english: Passage
    french: Passage


def pairs(english: Chapter, french: Chapter) -> Iterator[Pair]:
    """Return the passages of two chapters side by side, down to items of lists and rows of tables.

    Where the two sides of a section are built differently, the section is one passage. Sections that one
    language lacks are left out: the check of structure names them.
    """
    theirs = {section.id: section for section in sections(french)}
    for section in sections(english):
        if section.id in theirs:
            for ours, other in _aligned(section.blocks, theirs[section.id].blocks):
                yield Pair(section.id, _passage(english, ours), _passage(french, other))


def _aligned(ours: Blocks, theirs: Blocks) -> Iterator[tuple[Blocks, Blocks]]:
    """Return the blocks that stand for each other, the smallest whose order is the same on both sides."""
    if [block.kind for block in ours] != [block.kind for block in theirs]:
        yield ours, theirs
        return
    for mine, other in zip(ours, theirs, strict=True):
        if mine.kind in OPENED and mine.parts and other.parts:
            if mine.kind == "admonition":  # its title stands in its first line, in no part
                yield (_opening(mine),), (_opening(other),)
            yield from _aligned(mine.parts, other.parts)
        else:
            yield (mine,), (other,)


def _opening(block: Block) -> Block:
    first = block.text.partition("\n")[0]
    return Block(block.kind, first, block.line, block.start, block.start + len(first))


def _passage(chapter: Chapter, blocks: Blocks) -> Passage:
    line = blocks[0].line if blocks else 1
    return Passage(chapter.name, line, "\n\n".join(block.text for block in blocks if block.kind != "code"))
