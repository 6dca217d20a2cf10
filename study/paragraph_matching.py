"""Which frozen paragraph a unit of a chapter is: by its words, else by its place among its like."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from study.blocks import Block, sections, units
from study.chapters import Chapter
from study.paragraph_gaps import Gap, Pairs, gaps

REMOVED = "removed"


@dataclass(frozen=True)
class Frozen:
    """A number that an edition's candidate gave, and the fingerprints of the words it stood at."""

    number: str
    section: str
    kind: str  # of the unit, or "removed" where it was gone when the map was made: it is nobody's again
    english: str
    french: str


@dataclass(frozen=True)
class Printed:
    """A unit of a chapter with the fingerprints of its words; `french` is empty where it is unknown."""

    section: str
    place: int
    kind: str
    english: str
    french: str


def fingerprint(text: str) -> str:
    """Return 16 digits that tell a text from others, however its white space is."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def printed_units(english: Chapter, french: Chapter | None) -> list[Printed]:
    """Return the units of a chapter; French ones are added where a section has as many of the same kinds."""
    theirs: dict[str, tuple[Block, ...]] = {}
    for section in sections(french) if french else ():
        theirs.setdefault(section.id, units(section))
    printed: list[Printed] = []
    for section in sections(english):
        ours, others = units(section), theirs.get(section.id, ())
        alike = [unit.kind for unit in ours] == [unit.kind for unit in others]
        for place, unit in enumerate(ours):
            words = fingerprint(others[place].text) if alike else ""
            printed.append(Printed(section.id, place, unit.kind, fingerprint(unit.text), words))
    return printed


def entries_of(found: Sequence[Printed], held: Sequence[Frozen]) -> list[Frozen | None]:
    """Return the frozen entry of each unit, None where it is new; no entry stands twice.

    Words that stand only once are known again wherever they are. What is left is paired in order,
    within its section and between what is known: the same words first, then the same kind.
    """
    pairs: Pairs = {}
    for key in WORDS:
        _pair_unique(found, held, pairs, key)
    sides = _by_section(found), _by_section(held)
    for section in sides[0]:
        for key in (*WORDS, _kind):
            for gap in list(gaps(sides[0][section], sides[1].get(section, []), pairs)):
                _pair_in_order(found, held, pairs, key, gap)
    return [held[pairs[place]] if place in pairs else None for place in range(len(found))]


def _both(each: Printed | Frozen) -> Hashable:
    return (each.kind, each.english, each.french) if each.french else None


def _english(each: Printed | Frozen) -> Hashable:
    return each.kind, each.english


def _french(each: Printed | Frozen) -> Hashable:
    return (each.kind, each.french) if each.french else None


def _kind(each: Printed | Frozen) -> Hashable:
    return each.kind


WORDS = (_both, _english, _french)
Key = Callable[[Printed | Frozen], Hashable]


def _pair_unique(found: Sequence[Printed], held: Sequence[Frozen], pairs: Pairs, key: Key) -> None:
    ours, theirs = _grouped(key, found, range(len(found))), _grouped(key, held, range(len(held)))
    taken = set(pairs.values())
    for value, places in ours.items():
        others = theirs.get(value, [])
        if len(places) == len(others) == 1 and places[0] not in pairs and others[0] not in taken:
            pairs[places[0]] = others[0]


def _pair_in_order(
    found: Sequence[Printed], held: Sequence[Frozen], pairs: Pairs, key: Key, gap: Gap
) -> None:
    """Pair each unit of a gap with the next entry that is its like, so that no two pairs cross."""
    theirs = _grouped(key, held, gap[1])
    last = -1
    for place in gap[0]:
        likes = theirs.get(key(found[place]), [])
        at = bisect_right(likes, last)
        if at < len(likes):
            last = pairs[place] = likes[at]


def _grouped(
    key: Key, all_of_them: Sequence[Printed | Frozen], places: Iterable[int]
) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        if (value := key(all_of_them[place])) is not None:
            groups[value].append(place)
    return groups


def _by_section(all_of_them: Sequence[Printed | Frozen]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(all_of_them):
        places[each.section].append(place)
    return places
