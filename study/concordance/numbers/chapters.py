"""Whether every value of a chapter stands in both languages.

Blocks are compared with each other, down to list items and cells of tables; where the two sides of a
section are built differently, its whole text is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from study.blocks import Block, sections
from study.chapters import Chapter
from study.concordance.exceptions import Mismatch
from study.concordance.numbers.comparing import differences
from study.concordance.numbers.value import Value
from study.concordance.numbers.values import values
from study.problems import Problem

Span = tuple[int, int]


def number_problems(english: Chapter, french: Chapter) -> Iterator[Problem]:
    """Return a problem for each value that stands in one language of a chapter only."""
    for mismatch in number_mismatches(english, french):
        yield mismatch.problem


def number_mismatches(english: Chapter, french: Chapter) -> Iterator[Mismatch]:
    """Return each value that stands in one language of a chapter only, as exceptions name it."""
    yield from _of_descriptions(english, french)
    theirs = {section.id: section for section in sections(french)}
    ours, other = _values(english), _values(french)
    for section in sections(english):
        if section.id not in theirs:  # named by the check of structure
            continue
        for here, there in _aligned(section.blocks, theirs[section.id].blocks):
            for difference in differences(ours.within(here), other.within(there)):
                place = english.place(difference.english.offset if difference.english else here[0])
                line = french.place(difference.french.offset if difference.french else there[0])[0]
                problem = Problem(english.name, *place, difference.message(f"{french.name}:{line}"))
                starts = english.text[slice(*here)]
                yield Mismatch(english.page, section.id, starts, difference.written, problem)


def _of_descriptions(english: Chapter, french: Chapter) -> Iterator[Mismatch]:
    for difference in differences(values(english.description, "en"), values(french.description, "fr")):
        problem = Problem(english.name, 2, 1, difference.message(f"{french.name}:2"))
        yield Mismatch(english.page, "", english.description, difference.written, problem)


@dataclass(frozen=True)
class Found:
    """The values of a whole chapter, found in one go, and where each begins."""

    values: tuple[Value, ...]
    offsets: tuple[int, ...]

    def within(self, span: Span) -> tuple[Value, ...]:
        """Return the values of a part of the chapter."""
        return self.values[bisect_left(self.offsets, span[0]) : bisect_left(self.offsets, span[1])]


@lru_cache(maxsize=4096)
def _values(chapter: Chapter) -> Found:
    found = values(chapter.text, chapter.language, chapter.body_offset)
    return Found(found, tuple(value.offset for value in found))


def _aligned(ours: tuple[Block, ...], theirs: tuple[Block, ...]) -> Iterator[tuple[Span, Span]]:
    """Return the spans that stand for each other, the smallest whose order is the same on both sides."""
    if [block.kind for block in ours] != [block.kind for block in theirs]:
        yield _span(ours), _span(theirs)
        return
    for mine, other in zip(ours, theirs, strict=True):
        if mine.parts and other.parts:
            yield from _aligned(mine.parts, other.parts)
        else:
            yield (mine.start, mine.end), (other.start, other.end)


def _span(blocks: tuple[Block, ...]) -> Span:
    return (blocks[0].start, blocks[-1].end) if blocks else (0, 0)
