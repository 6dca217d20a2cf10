"""Every check of the checkout, in one run."""

from __future__ import annotations

from pathlib import Path

from report.git import version_day
from report.schema_files import stale_schemas
from study.chapter_checks import chapter_problems
from study.labels import label_problems
from study.loading import load
from study.problems import Problem, ReportError
from study.typography_checks import typography_problems


def all_problems(root: Path) -> list[Problem]:
    """Return every problem of data, chapters, words, typography and schemas, sorted by place."""
    problems = [*stale_schemas(root), *typography_problems(root)]
    try:
        knowledge = load(root, version_day(root))
        problems += label_problems(knowledge.labels)
        problems += chapter_problems(knowledge)
    except ReportError as error:
        problems += error.problems
    return sorted(set(problems))
