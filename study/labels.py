"""Words, numbers and dates of one language: labels from `data/labels.yaml`, formats from Unicode CLDR (Babel)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from study.documents import Documents
from study.models.approvals import ANNEXED_PARTS, APPROVING_BODIES
from study.models.publication import Label
from study.models.vocabulary import (
    BASES,
    EDITION_STATUSES,
    EVIDENCE,
    NOTE_KINDS,
    PROCESSES,
    SOURCE_KINDS,
    STAGES,
)
from study.problems import Problem, listed

WORD_JOINER = "\N{WORD JOINER}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# Region-neutral: the report writes for all Members, with day before month in English.
LOCALES = {"en": Locale("en", "GB"), "fr": Locale("fr", "FR")}


@dataclass(frozen=True)
class Words:
    """The words and formats of one language, `en` or `fr`."""

    language: str
    labels: Mapping[str, Mapping[str, Label]]

    def __call__(self, group: str, key: str, **values: object) -> str:
        """Return the label `group.key`, with `{name}` replaced. Raises KeyError for an unknown one."""
        text = self.labels[group][key][self.language]
        return text.format(**values) if values else text

    @property
    def locale(self) -> Locale:
        """Return the CLDR locale of the language."""
        return LOCALES[self.language]

    def number(self, value: float, decimals: int | None = None) -> str:
        """Return `value` as written in the language: 1,234.5 or 1 234,5."""
        pattern = None if decimals is None else "#,##0" + ("." + "0" * decimals if decimals else "")
        return format_decimal(value, format=pattern, locale=self.locale)

    def size(self, count: int) -> str:
        """Return a number of bytes as `8.2 kB` or `1.4 MB`, in French `8,2 ko` (1 kB is 1,000 bytes)."""
        unit, divisor = ("megabyte", 1_000_000) if count >= 1_000_000 else ("kilobyte", 1_000)
        amount = max(count / divisor, 0.1)
        text = format_unit(
            round(amount, 1 if amount < 10 else 0), f"digital-{unit}", length="short", locale=self.locale
        )
        return text.replace(" ", NO_BREAK_SPACE)

    def percent(self, value: float) -> str:
        """Return `value`, in percent, with its sign: 38.8% or 38,8 %."""
        decimals = 0 if value == int(value) else 1
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + "%"
        text = format_percent(value / 100, format=pattern, locale=self.locale)
        return text.replace("%", "\N{NARROW NO-BREAK SPACE}%") if self.language == "fr" else text

    def day(self, value: str) -> str:
        """Return a full or partial date (2026-11-22, 2026-11, 2026) in words."""
        parts = [int(part) for part in value.split("-")]
        if len(parts) == 1:
            return value
        if len(parts) == 2:
            text = format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=self.locale)
            return _hold_together(text)
        return _hold_together(self._date(date.fromisoformat(value), "long"))

    def span(self, start: str, end: str) -> str:
        """Return two days as one span: 18–22 March 2024, 28 April – 2 May 2025 (same form in French)."""
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        pattern, dash = ("d MMMM y" if first.year != last.year else "d MMMM"), " – "
        if (first.year, first.month) == (last.year, last.month):
            pattern, dash = "d", f"{WORD_JOINER}–{WORD_JOINER}"
        opening = self._date(first, pattern)
        closing = self._date(last, "d MMMM y")
        return f"{_hold_together(opening)}{dash}{_hold_together(closing)}"

    def days(self, values: list[str]) -> str:
        """Return days of one month as 17 and 20 June 2024; of several months, each in full."""
        moments = [date.fromisoformat(value) for value in values]
        if len({(moment.year, moment.month) for moment in moments}) > 1:
            return self.listing([self.day(value) for value in values])
        *before, last = [self._date(moment, "d") for moment in moments]
        month = format_date(moments[-1], "MMMM y", locale=self.locale)
        return f"{self.listing([*before, last])}{NO_BREAK_SPACE}{month}"

    def _date(self, moment: date, pattern: str) -> str:
        """Return `moment` in words; French says 1er for the first day of a month, and for no other."""
        text = format_date(moment, pattern, locale=self.locale)
        return re.sub(r"^1\b", "1er", text) if self.language == "fr" else text

    def language_name(self, code: str) -> str:
        """Return the name of a language, `français` or `French`, or its code if CLDR has no name."""
        return str(self.locale.languages.get(code, code))

    def listing(self, items: list[str]) -> str:
        """Return `a, b and c` or `a, b et c`."""
        return format_list(items, style="standard", locale=self.locale)

    def series(self, items: list[str]) -> str:
        """Return `a; b; c`, with the space that French puts before a semicolon; items may hold commas."""
        separator = "; " if self.language == "en" else "\N{NARROW NO-BREAK SPACE}; "
        return separator.join(items)

    def sorted(self, items: list[str]) -> list[str]:
        """Return `items` in alphabetical order, accents and case aside."""
        return sorted(items, key=sort_key)


def sort_key(text: str) -> str:
    """Return what `text` is sorted by in both languages: without accents, case or punctuation."""
    spread = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return "".join(each for each in spread if each.isalnum() or each == " ").casefold()


def _hold_together(text: str) -> str:
    """Return `text` with its first space (day and month) unbreakable."""
    return text.replace(" ", NO_BREAK_SPACE, 1)


FILE = "data/labels.yaml"
NEEDED = {
    "stage": STAGES,
    "process": PROCESSES,
    "source_kind": SOURCE_KINDS,
    "evidence": EVIDENCE,
    "basis": BASES,
    "status": EDITION_STATUSES,
    "approving_body": APPROVING_BODIES,
    "annexed_part": ANNEXED_PARTS,
    "note_kind": NOTE_KINDS,
}


def label_problems(documents: Documents) -> Iterator[Problem]:
    """Return a problem for each controlled value without words, and each `{name}` of one language only."""
    labels = documents.by_name.get(FILE)
    if not isinstance(labels, dict):
        return
    for group, keys in NEEDED.items():
        words = labels.get(group)
        for key in keys:
            if not isinstance(words, dict) or key not in words:
                yield documents.problem(FILE, (group,), f'has no words for "{key}"; expected en and fr')
    for path, fields in documents.mappings(FILE):
        if isinstance(fields.get("en"), str) and isinstance(fields.get("fr"), str):
            english, french = _names_in(fields["en"]), _names_in(fields["fr"])
            if english is None or french is None:
                yield documents.problem(FILE, path, "a brace stands alone; expected {name}")
            elif english != french:
                names = listed([f"{{{name}}}" for name in sorted(english)]) or "no name in braces"
                yield documents.problem(
                    FILE, (*path, "fr"), f"differs in its names in braces; expected {names}"
                )


def _names_in(text: str) -> frozenset[str] | None:
    """Return the names in braces, or None where braces hold something else."""
    names = frozenset(re.findall(r"\{([a-z_]+)\}", text))
    return None if re.search(r"[{}]", re.sub(r"\{[a-z_]+\}", "", text)) else names
