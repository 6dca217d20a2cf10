"""Values written in figures: numbers with what belongs to them, times of day, dates, Roman numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from study.concordance.numbers.patterns import CLOCK, DAY, NEXT, NUMBERED, SHORT_YEAR
from study.concordance.numbers.value import Value, plain
from study.concordance.numbers.words import ATTACHED, CURRENCIES, WORDS

ROMAN = {"I": 1, "V": 5, "X": 10}
VALID_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
NO_DIGIT = re.compile(r"[^\d.]")


def of_digits(found: re.Match[str], language: str) -> Iterator[Value]:
    """Return the values of a number written in digits: one, or several for a time, a date or 2019–21."""
    digits, attached = found["digits"], found["attached"]
    if len(digits) <= 2 and (clock := CLOCK[language].match(found.string, found.end("digits"))):
        yield from _of_clock(found, clock)
        return
    number = NO_DIGIT.sub("", digits.replace(",", "." if language == "fr" else ""))
    if (attached and attached not in ATTACHED) or number.count(".") > 1:
        yield Value("name", found.group().upper(), found.start(), found.group())
        return
    yield counted(Decimal(number), found, language, before=found["before"] or "")
    if len(digits) == 4 and not attached:
        yield from _of_year(found)


def _of_clock(found: re.Match[str], clock: re.Match[str]) -> Iterator[Value]:
    """Return hour and minutes of "2:30 pm", "14:30" or « 14 h 30 »; a full hour has no minutes."""
    hour, parts = int(found["digits"]), clock.groupdict()
    minutes = parts["minutes"] or parts.get("more") or "0"
    if parts.get("half") == "p" and hour < 12:
        hour += 12
    yield Value("number", str(hour), found.start(), found["digits"])
    written = found.string[found.end("digits") : clock.end()]
    if int(minutes):
        yield Value("number", str(int(minutes)), clock.start(), written)


def _of_year(found: re.Match[str]) -> Iterator[Value]:
    """Return what follows a year: the end of 2019–21, or month and day of 2024-03-01."""
    if day := DAY.match(found.string, found.end()):
        yield Value("month", str(int(day[1])), day.start(1), day[1])
        yield Value("number", str(int(day[2])), day.start(2), day[2])
    elif (short := SHORT_YEAR.match(found.string, found.end())) and short[1] > found["digits"][2:]:
        yield Value("number", found["digits"][:2] + short[1], short.start(1), short[1])


def counted(number: Decimal, found: re.Match[str], language: str, before: str = "", end: int = 0) -> Value:
    """Return the value of a number with the scale, percent sign or currency that belongs to it.

    The number ends at `end`, or where `found` does; `before` is the currency in front of it.
    """
    after = NEXT[language].match(found.string, end or found.end())
    assert after  # the pattern fits nothing as well
    written = found.string[found.start() : after.end()]
    if after["percent"]:
        return Value("percent", plain(number), found.start(), written)
    scale = 1
    for word in (after["scales"] or "").split():
        scale *= WORDS[language].scales[word]
    normalised, currency = plain(number * scale if scale > 1 else number), before or after["after"]
    if currency:
        normalised = f"{CURRENCIES.get(currency, currency)} {normalised}"
    return Value("amount" if currency else "number", normalised, found.start(), written, scale=scale)


def of_roman(found: re.Match[str]) -> Iterator[Value]:
    """Return the value of Roman numerals, if they are any; one letter alone needs a word before it."""
    written = found["roman"]
    before = max(0, found.start() - 12), found.start()
    if not VALID_ROMAN.fullmatch(written) or (
        len(written) == 1 and not NUMBERED.search(found.string, *before)
    ):
        return
    digits = [ROMAN[letter] for letter in written]
    number = digits[-1] + sum(-here if here < after else here for here, after in pairwise(digits))
    yield Value("number", str(number), found.start(), found.group())
