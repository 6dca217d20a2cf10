"""The patterns that find values in running text; each text is gone through once.

FIRST finds where a value begins, NEXT what belongs to it behind its number. What is no text (macro calls,
link targets, addresses, code) comes first in FIRST, so that nothing is found inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from study.concordance.numbers.words import CODES, CURRENCIES, WORDS, Words

SPACE = "(?:[ \u00a0\u202f]+|[ \u00a0\u202f]*\n[ \u00a0\u202f]*)"  # a line may end, a paragraph not
KEPT = (
    r"```.*?```|`[^`\n]*`|\{\{(?:(?!\{\{).)*?\}\}|\{:[^{}\n]*\}|\]\([^()\n]*\)|https?://[^\s<>\"”»]+"
    r"|^!!![^\"\n]*|&#?\w+;"
)
BEFORE = "|".join([*sorted(CODES), r"US\$", r"[€$£¥]"])
AFTER = "|".join(re.escape(each) for each in sorted([*CURRENCIES, *CODES], key=len, reverse=True))
DIGITS = {
    "en": r"(?:\d{1,3}(?:[,\u202f]\d{3}){1,7}(?!\d)|\d+)(?:\.\d+)*",
    "fr": r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,7}(?!\d)|\d+)(?:[.,]\d+)*",
}
# "May be", where a sentence begins, is no month; "two by two" is one value
NO_VALUE = {"en": rf"(?<!\w[ \n])May(?={SPACE}[a-z])|[Tt]wo by(?= two\b)", "fr": r"[Dd]eux à(?= deux\b)"}
# doubtful words are clear in "neuf Membres", not in "un scanner neuf", and in "deux tiers", not in "un tiers"
CLEAR = {
    "both": re.compile(r"both\b(?![^.;:|]{0,60}?\band\b)", re.IGNORECASE),
    "neuf": re.compile(rf"(?<!\w)[Nn]euf(?={SPACE}\w+[sx]\b)"),
    "tiers": re.compile(r"(?<=\bun\s)tiers(?=\sd[eu’])|(?<=\bdeux\s)tiers"),
}
THIRD_PARTY = re.compile(rf"(?:-|{SPACE})(?:part|countr)")
PERCENT = {"en": rf"%|per{SPACE}?cent\b", "fr": rf"%|pour{SPACE}cent\b"}
OF = {"en": "", "fr": rf"(?:d’|de{SPACE})?"}
JOINED = {"en": r"-(\w+)", "fr": rf"(?:-|-et-|{SPACE}et{SPACE})([\w-]+)"}  # twenty-five, vingt et un
RANGE = re.compile(rf"{SPACE}?(?:–|-|to|and|or|à|et|ou){SPACE}?")
SHORT_YEAR = re.compile(r"[–/-](\d\d)(?![\d–-])")  # 2019–21
DAY = re.compile(r"-(\d\d)-(\d\d)(?!\d)")  # 2024-03-01
# what follows the hour of 14:30, 2 p.m., 2:30 pm, 14 h and 14h30
CLOCK = {
    "en": re.compile(
        rf"(?=:\d\d(?!\d)|{SPACE}?[ap]\.?m\b)(?::(?P<minutes>\d\d))?(?:{SPACE}?(?P<half>[ap])\.?m\b)?"
    ),
    "fr": re.compile(rf":(?P<minutes>\d\d)(?!\d)|{SPACE}?h(?:{SPACE}?(?P<more>\d\d))?(?!\w)"),
}
NUMBERED = re.compile(
    r"(?:part|partie|phase|section|annexe?|chapter|chapitre|title|titre|level|niveau|group|groupe)\W\Z",
    re.IGNORECASE,
)


def _tree(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest that fits, shared beginnings tried once."""
    branches: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    either = "|".join(re.escape(sign) + _tree(rest) for sign, rest in branches.items())
    return f"(?:{either})" + ("?" if ends else "") if either else ""


def _first(language: str) -> re.Pattern[str]:
    words = WORDS[language]
    lower = {*words.units, *words.tens, *words.ordinals, *words.doubtful, *words.doubtful_ordinals}
    lower |= words.halves
    forms = sorted({*words.months, *lower, *(word.capitalize() for word in lower)})
    scaled = _tree(words.scales)
    article = rf"(?:[Aa]|[Uu]ne?)(?={SPACE}(?:{scaled})\b)"
    return re.compile(
        rf"(?P<kept>{KEPT})|(?<![^\W_])(?:{NO_VALUE[language]}"
        rf"|(?:(?P<before>{BEFORE}){SPACE}?)?(?P<digits>{DIGITS[language]})(?P<attached>[^\W\d_]\w*)?"
        rf"|(?P<article>{article})|(?P<word>{_tree(forms)})(?!\w)"
        r"|(?P<roman>[IVX]{1,6})(?:er|re|e)?(?!\w)|(?P<name>[^\W\d_]++\d\w*))",
        re.DOTALL | re.MULTILINE,
    )


def _next(language: str) -> re.Pattern[str]:
    words: Words = WORDS[language]
    return re.compile(
        rf"{SPACE}?(?P<percent>{PERCENT[language]})"
        rf"|(?P<scales>(?:{SPACE}(?:{_tree(words.scales)})\b)*)"
        rf"(?:{SPACE}?{OF[language]}(?P<after>{AFTER})(?!\w))?"
    )


FIRST = {language: _first(language) for language in WORDS}
NEXT = {language: _next(language) for language in WORDS}
UNIT_AFTER_TEN = {language: re.compile(pattern) for language, pattern in JOINED.items()}
