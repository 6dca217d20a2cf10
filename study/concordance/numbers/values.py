"""The values of a text: its numbers, percentages, amounts, dates and years, as one form for both languages.

`1,234.5` and `1 234,5` are the same value, and so are `62%` and `62 pour cent`, `twenty-five` and `25`,
`XXIe` and `21st`, `EUR 1.2 million` and `1,2 million d’euros`. A date is its day, its month and its year, a
range its two ends: the languages do not always put these side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from study.concordance.numbers.figures import of_digits, of_roman
from study.concordance.numbers.patterns import FIRST, RANGE
from study.concordance.numbers.spelt import of_word
from study.concordance.numbers.value import Value, plain


def values(text: str, language: str, start: int = 0) -> tuple[Value, ...]:
    """Return the values of a text in `language` ("en" or "fr") in order, without those of calls and links.

    What stands before the offset `start` is left out.
    """
    found = [*_values(text, language, start)]
    for index in range(len(found) - 1, 0, -1):
        earlier, later = found[index - 1], found[index]
        told = later.kind in ("percent", "amount") or later.scale > 1
        if told and RANGE.fullmatch(text, earlier.end, later.offset):
            found[index - 1] = _as_in_range(earlier, later)
    return tuple(found)


def _values(text: str, language: str, position: int) -> Iterator[Value]:
    while found := FIRST[language].search(text, position):
        position = found.end()
        for value in _read(found, language):
            position = max(position, value.end)
            yield value


def _read(found: re.Match[str], language: str) -> Iterable[Value]:
    match found.lastgroup:
        case "digits" | "attached":
            return of_digits(found, language)
        case "word" | "article":
            return (of_word(found, language),)
        case "roman":
            return of_roman(found)
        case "name":
            return (Value("name", found.group().upper(), found.start(), found.group()),)
    return ()  # what is no text


def _as_in_range(earlier: Value, later: Value) -> Value:
    """Return the first of "20 to 30%" or "1.5 to 3.5 billion" with what is said of the second only."""
    kind, (currency, _, number) = earlier.kind, earlier.normalised.rpartition(" ")
    if kind not in ("number", "amount"):
        return earlier
    if kind == "number" and later.kind in ("percent", "amount"):
        kind, currency = later.kind, later.normalised.rpartition(" ")[0]
    if earlier.scale == 1:
        number = plain(Decimal(number) * later.scale)
    return replace(earlier, kind=kind, normalised=f"{currency} {number}".strip())
