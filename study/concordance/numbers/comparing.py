"""Two lists of values: what stands in one only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from study.concordance.numbers.value import Value
from study.problems import shown

FIGURES = ("1", "2", "1er")  # too common as doubtful words to be excused by one
EXPECTED = "expected the same value in both languages"


@dataclass(frozen=True)
class Difference:
    """A value that stands in one language only, or two that stand where one is expected."""

    english: Value | None
    french: Value | None

    @property
    def written(self) -> str:
        """Return the value as it is written, in English if it stands there."""
        value = self.english or self.french
        assert value
        return " ".join(value.written.split())

    def message(self, there: str) -> str:
        """Return what is wrong, said where the English text stands; `there` is the place of the French."""
        if self.english and self.french:
            return f"{shown(self.english.written)} stands here, but {shown(self.french.written)} in {there}; {EXPECTED}"
        if self.english:
            return f"{shown(self.english.written)} stands here, but not in {there}; {EXPECTED}"
        assert self.french
        return f"{shown(self.french.written)} stands in {there}, but not here; {EXPECTED}"

    def record_message(self, line: int) -> str:
        """Return what is wrong, said where the French text of a record stands; its English is on `line`."""
        ours = f"the English, line {line}, has {shown(self.english.written)}" if self.english else ""
        if self.english and self.french:
            return f"{shown(self.french.written)} stands here, but {ours}; {EXPECTED}"
        if self.english:
            return f"{ours}, which the French does not have; {EXPECTED}"
        assert self.french
        return f"{shown(self.french.written)} stands here, but not in the English, line {line}; {EXPECTED}"


def differences(english: Sequence[Value], french: Sequence[Value]) -> list[Difference]:
    """Return where two texts differ in their values, whatever the order of these.

    A doubtful value excuses an equal one of the other language, and is never missed itself.
    """
    if [value.key for value in english] == [value.key for value in french]:  # nearly always
        return []
    ours, theirs = _missing(english, french), _missing(french, english)
    for mine in [*ours]:
        other = next((each for each in theirs if _same(mine, each, english, french)), None)
        if other:
            ours.remove(mine)
            theirs.remove(other)
    alone = [Difference(mine, other) for mine, other in zip_longest(ours, theirs)]
    return alone or _contradictions(english, french)


def _missing(here: Sequence[Value], there: Sequence[Value]) -> list[Value]:
    """Return the values of one text that the other does not have, each as often as it is missing."""
    clear = Counter(value.key for value in there if not value.doubtful)
    doubtful = Counter(value.key for value in there if value.doubtful)
    alone = []
    for value in here:
        if value.doubtful:
            continue
        if clear[value.key] > 0:
            clear[value.key] -= 1
        elif doubtful[value.key] > 0 and value.written not in FIGURES:
            doubtful[value.key] -= 1
        else:
            alone.append(value)
    return alone


def _same(mine: Value, other: Value, english: Sequence[Value], french: Sequence[Value]) -> bool:
    """Return whether two values are equal all the same: "3rd" and "troisième", or amounts.

    An amount may leave out a currency that its text has named: « 100 millions d’euros, dont 75 millions ».
    """
    if {mine.kind, other.kind} == {"number", "ordinal"}:
        return mine.normalised == other.normalised
    named, bare, texts = (mine, other, french) if mine.kind == "amount" else (other, mine, english)
    if named.kind != "amount" or bare.kind != "number":
        return False
    currency, number = named.normalised.split(" ")
    return number == bare.normalised and any(
        each.kind == "amount" and each.normalised.startswith(f"{currency} ") for each in texts
    )


def _contradictions(english: Sequence[Value], french: Sequence[Value]) -> list[Difference]:
    """Return where doubtful ordinals contradict each other: "a first phase", « une deuxième phase »."""
    ours, theirs = _unmet(english, french), _unmet(french, english)
    return [Difference(mine, other) for mine, other in zip(ours, theirs, strict=False)]


def _unmet(here: Sequence[Value], there: Sequence[Value]) -> list[Value]:
    known = Counter(value.normalised for value in there if value.kind == "ordinal")
    alone = []
    for value in here:
        if value.kind == "ordinal" and value.doubtful:
            known[value.normalised] -= 1
            if known[value.normalised] < 0:
                alone.append(value)
    return alone
