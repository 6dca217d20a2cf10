"""A chapter as sections of blocks: what is compared, numbered and shown side by side in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from study.block_lines import KINDS, Block, lines_of
from study.block_reading import read_blocks
from study.chapters import HEADING, Chapter

__all__ = ["KINDS", "NUMBERED", "Block", "Section", "normalised", "sections", "units"]

NUMBERED = frozenset({"paragraph", "item", "table", "image", "macro", "code"})
OPENED = frozenset({"admonition", "quote", "list"})  # not numbered themselves: what stands in them is


@dataclass(frozen=True)
class Section:
    """A heading and the blocks up to the next heading, of whatever level."""

    id: str  # of its heading; empty before the first heading, and where a heading has none
    level: int  # 0 before the first heading
    line: int
    blocks: tuple[Block, ...]  # the heading first

    @property
    def text(self) -> str:
        """Return the blocks as written, an empty line between each two."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def words(self) -> str:
        """Return the words of the heading, or an empty text before the first heading."""
        found = HEADING.match(self.blocks[0].text) if self.level else None
        return found[2] if found else ""


@lru_cache(maxsize=4096)  # many checks ask for the sections of the same chapters
def sections(chapter: Chapter) -> tuple[Section, ...]:
    """Return the sections of a chapter, in order; text before the first heading is one too."""
    found: list[list[Block]] = []
    for block in read_blocks(lines_of(chapter.text, chapter.body_offset)):
        if block.kind == "heading" or not found:
            found.append([])
        found[-1].append(block)
    return tuple(_section(blocks) for blocks in found)


def _section(blocks: list[Block]) -> Section:
    first = blocks[0]
    heading = HEADING.match(first.text) if first.kind == "heading" else None
    if heading is None:
        return Section("", 0, first.line, tuple(blocks))
    return Section(heading[3] or "", len(heading[1]), first.line, tuple(blocks))


def normalised(section: Section) -> str:
    """Return what the hash of a section is made over.

    White space of any kind and length counts as one space, so wrapping lines anew changes nothing;
    the words and id of the heading count.
    """
    return "\n\n".join(" ".join(block.text.split()) for block in section.blocks)


def units(section: Section) -> tuple[Block, ...]:
    """Return what gets a paragraph number, in order.

    That is each paragraph, item of a list of the first level, table, image, block macro and code
    block, inside an admonition or quote too; never a heading or rule.
    """
    return tuple(_units(section.blocks))


def _units(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind in NUMBERED:
            yield block
        elif block.kind in OPENED:
            yield from _units(block.parts)
