"""Errors in numbers such as editors make: where each kind can be put into a text, and what is written then.

Their patterns are this module's own, not those that look for errors. Numbers in macro calls, link targets,
code and ids are left out, for they are no text, and so is "one", which is a pronoun.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

DIGITS = r"\d[\d.,\u202f]*(?<![.,\u202f])(?!\w)"
NUMBER = rf"(?<![\w.,]){DIGITS}"
# "25 to 50%" says the same as "25% to 50%"
ALONE = r"(?!\s?(?:–|-|to|and|or|à|et|ou)\s?\d[\d.,]*\s?(?:%|p))"


def _each(words: str) -> list[str]:
    return words.split()


COUNTED = {
    "en": _each("two three four five six seven eight nine ten"),
    "fr": _each("deux trois quatre cinq six sept huit neuf dix"),
}
ORDINAL = {
    "en": _each("first second third fourth fifth"),
    "fr": _each("première deuxième troisième quatrième cinquième"),
}
MONTHS = {
    "en": _each("January February March April June July August September October November December"),
    "fr": _each("janvier février mars avril juin juillet août septembre octobre novembre décembre"),
}
SCALES = {"en": ["million", "billion"], "fr": ["million", "millions", "milliard", "milliards"]}
Change = Callable[[str, str, random.Random], str]


@dataclass(frozen=True)
class Kind:
    """A kind of error: where it can be made in a language, and what is written then."""

    name: str
    pattern: dict[str, re.Pattern[str]]
    change: Change


def _swapped(written: str, language: str, chance: random.Random) -> str:
    digits = [place for place, sign in enumerate(written) if sign.isdigit()]
    ways = [
        (one, other)
        for one, other in pairwise(digits)
        if written[one] != written[other] and not (one == 0 and written[other] == "0")
    ]
    if not ways:
        return written
    one, other = chance.choice(ways)
    signs = [*written]
    signs[one], signs[other] = signs[other], signs[one]
    return "".join(signs)


def _other_digit(written: str, language: str, chance: random.Random) -> str:
    place = chance.choice([place for place, sign in enumerate(written) if sign.isdigit()])
    digit = chance.choice([each for each in "123456789" if each != written[place]])
    return written[:place] + digit + written[place + 1 :]


def _other_year(written: str, language: str, chance: random.Random) -> str:
    return str(int(written) + chance.choice([-10, -2, -1, 1, 2, 10]))


def _other_word(words: dict[str, list[str]]) -> Change:
    def change(written: str, language: str, chance: random.Random) -> str:
        other = chance.choice([word for word in words[language] if word.lower() != written.lower()])
        return other.capitalize() if written[0].isupper() else other

    return change


def _other_scale(written: str, language: str, chance: random.Random) -> str:
    if language == "en":
        return "million" if written == "billion" else "billion"
    return (
        written.replace("illion", "illiard") if "illion" in written else written.replace("illiard", "illion")
    )


def _dropped(written: str, language: str, chance: random.Random) -> str:
    return ""


def _either(words: dict[str, list[str]], after: str = "") -> dict[str, re.Pattern[str]]:
    return {
        language: re.compile(
            rf"(?<![\w’'-])(?:{'|'.join([*each, *map(str.capitalize, each)])})(?![\w-]){after}"
        )
        for language, each in words.items()
    }


def _both(pattern: str) -> dict[str, re.Pattern[str]]:
    return dict.fromkeys(("en", "fr"), re.compile(pattern))


KINDS = (
    Kind("swapped digits", _both(NUMBER), _swapped),
    Kind("changed digit", _both(NUMBER), _other_digit),
    Kind("changed year", _both(r"(?<![\w.,/-])(?:19|20)\d\d(?![\w])"), _other_year),
    Kind("dropped percent", _both(rf"(?:(?<=\d)\s?%|\s(?:per|pour)\scent){ALONE}"), _dropped),
    Kind("changed number word", _either(COUNTED), _other_word(COUNTED)),
    Kind("changed ordinal", _either(ORDINAL), _other_word(ORDINAL)),
    Kind("lost range end", _both(rf"(?<=\d)(?:[–-]|\s(?:to|à)\s){DIGITS}"), _dropped),
    Kind("wrong scale", _either(SCALES), _other_scale),
    Kind("wrong month", _either(MONTHS), _other_word(MONTHS)),
    Kind("dropped number", _both(rf"{NUMBER}\s"), _dropped),
    Kind("dropped number word", _either(COUNTED, r"\s"), _dropped),
)
