"""Related cases, computed from what cases share; nobody lists them by hand, so none is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from study.facets import values_of
from study.models.cases import Case
from study.repertory import Repertory

SHARED = ("technology", "process", "region")
# A shared technology says most, a shared region least. Each weight exceeds what any number of
# usual matches below it adds up to, so the order can be told to a reader in a sentence.
WEIGHTS = {"technology": 100, "process": 10, "region": 1}


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
    own = {facet: values_of(case, facet, repertory.knowledge) for facet in SHARED}
    points: dict[str, int] = {}
    for facet in SHARED:
        for value in own[facet]:
            for other in repertory.under(facet, value):
                if facet == "technology" or other.id in points:
                    points[other.id] = points.get(other.id, 0) + WEIGHTS[facet]
    points.pop(case.id, None)
    close = (key for key, sum_ in points.items() if sum_ % WEIGHTS["technology"])
    known = repertory.knowledge.case
    best = nlargest(limit, close, key=lambda key: (points[key], known[key].since or 0))
    return [Related(known[key], _shared(own, known[key], repertory)) for key in best]


def _shared(own: dict[str, list[str]], other: Case, repertory: Repertory) -> dict[str, list[str]]:
    def both(facet: str) -> Sequence[str]:
        theirs = values_of(other, facet, repertory.knowledge)
        return [value for value in own[facet] if value in theirs]

    return {facet: list(both(facet)) for facet in SHARED}
