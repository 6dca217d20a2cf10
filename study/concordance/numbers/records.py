"""Whether every value of a record's text stands in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import yaml

from study.concordance.exceptions import Mismatch
from study.concordance.numbers.comparing import Difference, differences
from study.concordance.numbers.values import values
from study.problems import Problem, ReportError
from study.reading import read_text
from study.typography_checks import translated_scalars

# what stands between the two texts of one pair; lists of forms are no pairs
BETWEEN = re.compile(r"[\s,]*(?:en|fr):\s*")
ID = re.compile(r"^[ \t-]*id:[ \t]*(\S+)", re.MULTILINE)
Text = tuple[int, int, str]  # start, end, language


def record_number_problems(root: Path) -> Iterator[Problem]:
    """Return a problem for each value that stands in one language of a record's text only."""
    for mismatch in record_number_mismatches(root):
        yield mismatch.problem


def record_number_mismatches(root: Path) -> Iterator[Mismatch]:
    """Return each value that stands in one language of a record's text only, as exceptions name it.

    Files that can't be read are left out; they are named for that elsewhere.
    """
    for path in sorted((root / "data").glob("*.yaml")):
        name = path.relative_to(root).as_posix()
        with suppress(ReportError, yaml.YAMLError):
            text = read_text(path, name)
            for english, french in pairs(text):
                yield from _of_pair(name, text, english, french)


def pairs(text: str) -> Iterator[tuple[Text, Text]]:
    """Return where the English and the French of each pair of texts stand in a YAML text.

    Raises yaml.YAMLError if it is none.
    """
    last: Text | None = None
    for start, end, language, _ in translated_scalars(text):
        here = (start, end, language)
        if last and last[2] != language and BETWEEN.fullmatch(text, last[1], start):
            yield (last, here) if language == "fr" else (here, last)
            last = None
        else:
            last = here


def differences_of(english: str, french: str) -> list[Difference]:
    """Return where the two texts of a pair differ in their values."""
    return differences(values(english, "en"), values(french, "fr"))


def _of_pair(name: str, text: str, english: Text, french: Text) -> Iterator[Mismatch]:
    ours, theirs = text[english[0] : english[1]], text[french[0] : french[1]]
    for difference in differences_of(ours, theirs):
        yield Mismatch(
            name, _record(text, english[0]), _start(ours), difference.written,
            Problem(name, *_place(text, difference, english[0], french[0])),
        )  # fmt: skip


def _place(text: str, difference: Difference, english: int, french: int) -> tuple[int, int, str]:
    """Return line and column of the French value, and the message, which names the English line."""
    here = english + (difference.english.offset if difference.english else 0)
    there = french + (difference.french.offset if difference.french else 0)
    line, column = text.count("\n", 0, there) + 1, there - text.rfind("\n", 0, there)
    return line, column, difference.record_message(text.count("\n", 0, here) + 1)


def _record(text: str, offset: int) -> str:
    """Return the id of the record around an offset, or an empty text."""
    ids = [*ID.finditer(text, 0, offset)]
    return ids[-1][1] if ids else ""


def _start(written: str) -> str:
    return " ".join(written.lstrip(">|-").strip("'\" \n").split())
