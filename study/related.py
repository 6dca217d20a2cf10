"""Related cases, computed from what cases share; nobody lists them by hand, so none is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from study.facets import all_values, values_of
from study.models.cases import Case
from study.repertory import Repertory

SHARED = ("technology", "process", "region")


@dataclass(frozen=True)
class Related:
    """A related case, and which values of each facet of SHARED both have."""

    case: Case
    shared: dict[str, list[str]]


def related(case: Case, repertory: Repertory, limit: int = 5) -> list[Related]:
    """Return up to `limit` cases that share a technology and a process or region with `case`.

    Those that share most technologies come first, then most processes, then most regions; of
    equals, the latest, and then the order of the register.
    """
    best = islice(_from_nearest(case, _sets_of(repertory), repertory), limit)
    return [Related(other, _shared(case, other, repertory)) for other in best]


@dataclass(frozen=True)
class _Sets:
    """Sets of cases as the bits of whole numbers, so that thousands are compared in one step.

    `years` run from the latest to the earliest, cases without a year last.
    """

    repertory: Repertory
    places: Mapping[str, int]
    under: Mapping[str, Mapping[str, int]]
    years: Sequence[int]


_last: _Sets | None = None


def _sets_of(repertory: Repertory) -> _Sets:
    """Return the sets of a repertory; they are made once for the same one."""
    global _last
    if _last is None or _last.repertory is not repertory:
        places = {case.id: place for place, case in enumerate(repertory.cases)}
        under = {
            facet: {
                value: sum(1 << places[case.id] for case in cases)
                for value, cases in repertory.found[facet].items()
            }
            for facet in (*SHARED, "year")
        }
        years = [under["year"].get(year, 0) for year in all_values("year", repertory.knowledge)]
        _last = _Sets(repertory, places, under, years)
    return _last


def _from_nearest(case: Case, sets: _Sets, repertory: Repertory) -> Iterator[Case]:
    everyone = (1 << len(repertory.cases)) - 1
    others = everyone & ~(1 << sets.places[case.id]) if case.id in sets.places else everyone
    shared = [
        _by_number(
            [sets.under[facet].get(value, 0) for value in values_of(case, facet, repertory.knowledge)], others
        )
        for facet in SHARED
    ]
    numbers = [range(len(each) - 1, -1, -1) for each in shared]
    for technologies, processes, regions in product(*numbers):
        if technologies and (processes or regions):
            tier = shared[0][technologies] & shared[1][processes] & shared[2][regions]
            yield from _latest_first(tier, sets, repertory)


def _by_number(values: Sequence[int], others: int) -> list[int]:
    """Return, for each number from none up, the cases that stand under exactly so many of the values."""
    exactly = [others]
    for value in values:
        more = [0, *(each & value for each in exactly)]
        exactly = [before & ~value | gained for before, gained in zip([*exactly, 0], more, strict=True)]
    return exactly


def _latest_first(tier: int, sets: _Sets, repertory: Repertory) -> Iterator[Case]:
    for year in sets.years if tier else ():
        found = tier & year
        while found:
            lowest = found & -found
            yield repertory.cases[lowest.bit_length() - 1]
            found ^= lowest


def _shared(case: Case, other: Case, repertory: Repertory) -> dict[str, list[str]]:
    def both(facet: str) -> list[str]:
        theirs = values_of(other, facet, repertory.knowledge)
        return [value for value in values_of(case, facet, repertory.knowledge) if value in theirs]

    return {facet: both(facet) for facet in SHARED}
