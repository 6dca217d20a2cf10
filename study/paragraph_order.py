"""The order of paragraph numbers, and the numbers that fit between two others.

A number is digits, or digits and letters: 12, 12a, 12aa. The scheme is that of British legislation
(Office of the Parliamentary Counsel, *Drafting Guidance*, on numbers of inserted provisions), in
lower case: after 12 comes 12a, then 12b; between 12a and 12b stands 12aa; between 12 and 12a stands
12za, as z goes before a; before 1 stands 0a. No number ends with z, so there is always room.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from string import ascii_lowercase

NUMBER = re.compile(r"(?!0(?![a-z]))(0|[1-9][0-9]{0,5})((?:[a-z]*[a-y])?)")
LETTERS = "z" + ascii_lowercase[:-1]
RANKS = {letter: place for place, letter in enumerate(LETTERS)}
Rank = tuple[int, tuple[int, ...]]
FIRST: Rank = (0, ())  # stands before every number, and is none itself


def order(number: str) -> Rank:
    """Return what paragraph numbers are sorted by. Raises ValueError if `number` is none."""
    found = NUMBER.fullmatch(number)
    if not found:
        raise ValueError(f"{number!r} is not a paragraph number")
    return int(found[1]), tuple(RANKS[letter] for letter in found[2])


def number_of(rank: Rank) -> str:
    """Return the number that `order` makes `rank` of."""
    return str(rank[0]) + "".join(LETTERS[each] for each in rank[1])


def following(before: Rank, used: Sequence[Rank]) -> Rank:
    """Return a number after `before` and before all later ones of `used`, which are sorted.

    It is the next letter if that is free, else one letter more.
    """
    place = bisect_right(used, before)
    limit = used[place] if place < len(used) else (before[0] + 1, ())
    whole, letters = before
    if letters and letters[-1] < RANKS["y"]:
        beside = (whole, (*letters[:-1], letters[-1] + 1))
        if beside < limit:
            return beside
    below = (whole, (*letters, RANKS["a"]))
    while not below < limit:
        below = (whole, (*below[1][:-1], RANKS["z"], RANKS["a"]))
    return below
