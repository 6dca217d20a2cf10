"""Numbers of paragraphs, the same in both languages: running on in drafts, frozen by a candidate.

A frozen paragraph keeps its number when its words change and when it moves; one that is inserted
takes a letter (`study.paragraph_order`); the number of one that is removed is never given again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from study.chapters import Chapter
from study.paragraph_matching import REMOVED, Frozen, Printed, entries_of, printed_units
from study.paragraph_order import FIRST, Rank, following, number_of, order
from study.problems import Problem, ReportError, shown

__all__ = ["Frozen", "FrozenNumbers", "Numbered", "map_of", "numbers"]

FrozenNumbers = Mapping[str, Sequence[Frozen]]  # page → its numbers, in the order of its text


@dataclass(frozen=True)
class Numbered:
    """A unit of a chapter and its number: no. `place`, from 0, of `units` of the section `section`."""

    number: str
    section: str
    place: int
    kind: str


def numbers(
    english: Chapter, frozen: FrozenNumbers | None, french: Chapter | None = None
) -> tuple[Numbered, ...]:
    """Return the numbers of a chapter's units, in the order of its text.

    With the French chapter, a unit is known again although its English words changed. Whichever
    language is shown, the numbers are asked for with the same two chapters.
    """
    units = printed_units(english, french)
    held = (frozen or {}).get(english.page)
    given = _drafted(units) if held is None else _kept(units, held)
    return tuple(
        Numbered(number, unit.section, unit.place, unit.kind)
        for unit, number in zip(units, given, strict=True)
    )


def map_of(english: Chapter, french: Chapter, frozen: FrozenNumbers | None = None) -> tuple[Frozen, ...]:
    """Return the numbers of a page to be frozen, those of removed units of `frozen` among them.

    Raises ReportError where a section of the two languages has not the same units.
    """
    units = printed_units(english, french)
    if unknown := sorted({unit.section for unit in units if not unit.french}):
        message = (
            f"{shown(unknown[0])}: has other paragraphs in {french.name}; expected the same in both languages"
        )
        raise ReportError([Problem(english.name, 0, 0, message)])
    given = numbers(english, frozen, french)
    held = list((frozen or {}).get(english.page, ()))
    now = [
        Frozen(each.number, each.section, each.kind, unit.english, unit.french)
        for each, unit in zip(given, units, strict=True)
    ]
    kept = {each.number for each in now}
    above: str | None = None  # a removed unit stays below the one that it followed
    for entry in held:
        if entry.number not in kept:
            place = next((at + 1 for at, each in enumerate(now) if each.number == above), 0)
            now.insert(place, replace(entry, kind=REMOVED))
        above = entry.number
    return tuple(now)


def _drafted(units: Sequence[Printed]) -> list[str]:
    return [str(number) for number in range(1, len(units) + 1)]


def _kept(units: Sequence[Printed], held: Sequence[Frozen]) -> list[str]:
    """Return a number for each unit: its frozen one, or a new one after that of the unit before."""
    entries = entries_of(units, held)
    present = sorted(order(entry.number) for entry in entries if entry)
    used = sorted(order(entry.number) for entry in held)
    given: list[str] = []
    before = FIRST
    for entry in entries:
        if entry:
            before = order(entry.number)
        else:
            before = following(_after_removed(before, present, used), used)
            insort(used, before)
            insort(present, before)
        given.append(number_of(before))
    return given


def _after_removed(before: Rank, present: Sequence[Rank], used: Sequence[Rank]) -> Rank:
    """Return the last lettered number of `before` that a removed unit left right after it, or `before`."""
    place = bisect_right(present, before)
    limit = present[place] if place < len(present) else (before[0] + 1, ())
    limit = min(limit, (before[0] + 1, ()))
    return max(before, used[bisect_left(used, limit) - 1]) if used and used[0] < limit else before
