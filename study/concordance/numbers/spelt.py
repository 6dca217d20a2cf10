"""Values written in words: "twenty-five thousand", « la moitié », March, third."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from study.concordance.numbers.figures import counted
from study.concordance.numbers.patterns import CLEAR, THIRD_PARTY, UNIT_AFTER_TEN
from study.concordance.numbers.value import Value
from study.concordance.numbers.words import WORDS, Words


def of_word(found: re.Match[str], language: str) -> Value:
    """Return the value of a word that stands for one, with the words that belong to it."""
    words, written = WORDS[language], found.group()
    word = written.lower()
    if found.lastgroup == "article":  # "a million"
        return counted(Decimal(1), found, language)
    if written in words.months:
        return Value("month", str(words.months[written]), found.start(), written)
    if word in words.halves:
        return Value("number", "0.5", found.start(), written)
    if word in words.tens:
        return _of_tens(found, language, words)
    number = words.units.get(word) or words.doubtful.get(word)
    if number:
        value = counted(Decimal(number), found, language)
        return replace(value, doubtful=word in words.doubtful and value.scale == 1 and _doubtful(found))
    return _of_ordinal(found, words)


def _of_tens(found: re.Match[str], language: str, words: Words) -> Value:
    """Return the value of "twenty", "twenty-five" or "twenty-first"."""
    number = words.tens[found.group().lower()]
    joined = UNIT_AFTER_TEN[language].match(found.string, found.end())
    word = joined[1] if joined else ""
    unit = words.units.get(word) or (1 if word in ("one", "un", "une") else 0)
    if joined and unit:
        return counted(Decimal(number + unit), found, language, end=joined.end())
    ordinal = words.ordinals.get(word) or words.doubtful_ordinals.get(word)
    if joined and ordinal:
        written = found.string[found.start() : joined.end()]
        return Value("ordinal", str(number + ordinal), found.start(), written)
    return counted(Decimal(number), found, language)


def _of_ordinal(found: re.Match[str], words: Words) -> Value:
    written = found.group()
    number = words.ordinals.get(written.lower())
    doubtful = _doubtful(found) if number is None else bool(THIRD_PARTY.match(found.string, found.end()))
    number = number or words.doubtful_ordinals[written.lower()]
    return Value("ordinal", str(number), found.start(), written, doubtful)


def _doubtful(found: re.Match[str]) -> bool:
    """Return whether a word that is doubtful by itself is so where it stands."""
    clear = CLEAR.get(found.group().lower())
    return not (clear and clear.match(found.string, found.start()))
