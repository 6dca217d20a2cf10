"""What a machine finds to differ between the languages: structure, numbers and terms, of chapters and records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from study.chapters import Chapter, pages, read_chapter
from study.concordance.exceptions import Mismatch, declared, left_over
from study.concordance.numbers.chapters import number_mismatches
from study.concordance.numbers.records import record_number_mismatches
from study.problems import Problem, ReportError


def number_problems(root: Path) -> list[Problem]:
    """Return every number, date or amount of chapters and records that one language has alone.

    What data/concordance-exceptions.yaml declares is left out; what it declares in vain is named.
    """
    try:
        known = declared(root)
    except ReportError as error:
        return error.problems
    return list(left_over(_mismatches(root), known, "numbers"))


def pairs(root: Path) -> Iterator[tuple[Chapter, Chapter]]:
    """Return the English and the French of each chapter that can be read in both."""
    french = set(pages(root, "fr"))
    for page in pages(root, "en"):
        if page in french:
            with suppress(ReportError):
                yield read_chapter(root, "en", page), read_chapter(root, "fr", page)


def _mismatches(root: Path) -> Iterator[Mismatch]:
    for english, french in pairs(root):
        yield from number_mismatches(english, french)
    yield from record_number_mismatches(root)
