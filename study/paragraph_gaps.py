"""What is left to pair between two rows of places, once some of them are paired."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

Pairs = dict[int, int]  # a unit's place in the chapter → its entry's place in the map
Gap = tuple[list[int], list[int]]  # places of units, and of entries, not paired yet


def gaps(ours: list[int], theirs: list[int], pairs: Pairs) -> Iterator[Gap]:
    """Yield what is not paired yet before, between and after the pairs that kept their order."""
    here = set(theirs)
    fixed = _longest_rise([(place, pairs[place]) for place in ours if pairs.get(place) in here])
    taken = set(pairs.values())
    free = [place for place in ours if place not in pairs], [place for place in theirs if place not in taken]
    begin = (0, 0)
    for pair in [*fixed, None]:
        end = tuple(bisect_left(free[side], pair[side]) if pair else len(free[side]) for side in (0, 1))
        gap = free[0][begin[0] : end[0]], free[1][begin[1] : end[1]]
        if gap[0] and gap[1]:
            yield gap
        begin = (end[0], end[1])


def _longest_rise(anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most anchors that stand in the same order on both sides; the others have moved."""
    ends: list[int] = []  # the smallest end of a rise of each length
    links: list[tuple[tuple[int, int], int]] = []  # an anchor, and the one before it in its rise
    tops: list[int] = []
    for anchor in anchors:
        length = bisect_left(ends, anchor[1])
        links.append((anchor, tops[length - 1] if length else -1))
        ends[length : length + 1] = [anchor[1]]
        tops[length : length + 1] = [len(links) - 1]
    rise: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        rise.append(links[at][0])
        at = links[at][1]
    return rise[::-1]
