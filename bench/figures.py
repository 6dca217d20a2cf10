"""What was measured: one line of the history and of the tables, and how costs grow with size."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bench.measuring import Cost
from bench.output import Output

OURS = "report"


@dataclass(frozen=True)
class Figure:
    """The medians of one job of one contender at one size; `wall` of a live preview is its delay."""

    job: str
    contender: str
    size: int
    runs: int
    cost: Cost
    output: Output | None = None


@dataclass(frozen=True)
class Delays:
    """Seconds from saving an edit to the page that shows it, each edit by itself."""

    job: str
    size: int
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """Return the delay of the middle edit."""
        return statistics.median(self.seconds)


def exponent(smaller: tuple[float, float], larger: tuple[float, float]) -> float:
    """Return the slope between two points (size, cost) on logarithmic scales; 1 is growth in proportion."""
    return math.log(larger[1] / smaller[1]) / math.log(larger[0] / smaller[0])


def exponents(figures: Iterable[Figure]) -> Iterator[tuple[str, str, int, int, float]]:
    """Yield job, contender, smaller size, larger size and exponent of processor time, size by size."""
    last: dict[tuple[str, str], Figure] = {}
    for figure in sorted(figures, key=lambda each: each.size):
        key = figure.job, figure.contender
        before = last.get(key)
        if before is not None and before.size < figure.size:
            points = [(float(each.size), each.cost.processor) for each in (before, figure)]
            yield *key, before.size, figure.size, exponent(*points)
        last[key] = figure


def ratios(figures: Iterable[Figure]) -> Iterator[tuple[str, int, str, float, float]]:
    """Yield job, size, peer, and our wall and processor time divided by the peer's."""
    known = list(figures)
    ours = {(each.job, each.size): each.cost for each in known if each.contender == OURS}
    for each in known:
        own = ours.get((each.job, each.size))
        if each.contender != OURS and own is not None:
            cost = each.cost
            yield each.job, each.size, each.contender, own.wall / cost.wall, own.processor / cost.processor
