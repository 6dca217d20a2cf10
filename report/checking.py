"""Every check of the checkout, in one run."""

from __future__ import annotations

from pathlib import Path

from report.git import version_day
from report.schema_files import stale_schemas
from study.chapter_checks import chapter_problems
from study.concordance.chapters import number_problems
from study.concordance.record_checks import concordance_problems
from study.concordance.terms import term_problems
from study.concordance.variants import variant_problems
from study.history import history_problems
from study.loading import read
from study.problems import Problem
from study.references import page_problems
from study.spelling import spelling_problems
from study.typography_checks import typography_problems
from study.usage import usage_problems


def all_problems(root: Path) -> list[Problem]:
    """Return every problem of data, chapters, words, typography and schemas, sorted by place."""
    as_of = version_day(root)
    reading = read(root, as_of)
    problems = [
        *stale_schemas(root),
        *typography_problems(root),
        *reading.problems,
        *chapter_problems(root, reading.documents, as_of),
        *page_problems(root, reading.documents),
        *number_problems(root),
        *concordance_problems(root, reading.documents, as_of),
    ]
    if reading.knowledge is not None:
        problems += history_problems(reading.knowledge)
        problems += usage_problems(reading.knowledge, reading.documents)
        problems += term_problems(reading.knowledge, reading.documents)
        problems += variant_problems(reading.knowledge, reading.documents)
        problems += spelling_problems(reading.knowledge, reading.documents)
    return sorted(set(problems))
