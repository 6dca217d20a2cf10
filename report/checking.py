"""Every check of the checkout, in one run."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from report.beside import beside
from report.git import version_day
from report.schema_files import stale_schemas
from study.chapter_checks import chapter_problems
from study.concordance.chapters import number_problems
from study.concordance.record_checks import concordance_problems
from study.concordance.terms import term_problems
from study.concordance.variants import variant_problems
from study.editions.approval_checks import approval_problems, scope_problems
from study.editions.freezing import unreadable_numbers
from study.editions.gates import gate_problems
from study.loading import Reading, read
from study.problems import Problem
from study.promises import dropped_problems, history_problems
from study.references import page_problems
from study.spelling import spelling_problems
from study.typography_checks import typography_problems
from study.usage import usage_problems


def all_problems(root: Path) -> list[Problem]:
    """Return every problem of data, chapters, words, typography and schemas, sorted by place.

    Words and typography take half of the time; a second process looks at them meanwhile.
    """
    as_of = version_day(root)
    reading = read(root, as_of)
    with beside(partial(_of_words, root, reading)) as words:
        problems = [*_of_records(root, reading, as_of), *_of_chapters(root, reading, as_of)]
        return sorted({*problems, *words()})


def _of_words(root: Path, reading: Reading) -> list[Problem]:
    problems = list(typography_problems(root))
    if reading.knowledge is not None:
        problems += variant_problems(reading.knowledge, reading.documents)
        problems += spelling_problems(reading.knowledge, reading.documents)
    return problems


def _of_records(root: Path, reading: Reading, as_of: date) -> list[Problem]:
    problems = [
        *stale_schemas(root),
        *gate_problems(root),
        *reading.problems,
        *approval_problems(root, reading.documents, as_of),
        *scope_problems(root, reading.documents),
        *unreadable_numbers(root),
    ]
    if reading.knowledge is not None:
        problems += history_problems(reading.knowledge)
        problems += dropped_problems(reading.knowledge)
    return problems


def _of_chapters(root: Path, reading: Reading, as_of: date) -> list[Problem]:
    problems = [
        *chapter_problems(root, reading.documents, as_of),
        *page_problems(root, reading.documents),
        *number_problems(root),
        *concordance_problems(root, reading.documents, as_of),
    ]
    if reading.knowledge is not None:
        problems += usage_problems(reading.knowledge, reading.documents)
        problems += term_problems(reading.knowledge, reading.documents)
    return problems
