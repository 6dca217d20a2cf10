"""A translation and the checkout it comes back to: what would change, or why nothing may.

The file must have been made from the texts that stand here now: each unit carries their hashes. Only
the words of its units change; every other character of a chapter stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from study.chapters import Chapter, pages
from study.knowledge import Knowledge
from study.problems import Problem, ReportError, shown, suggestion
from study.translation.returned import Change, Returned
from study.translation.xliff_reading import Translation
from study.translation.xml_reading import UnsafeFileError


class OtherRevisionError(ReportError):
    """Raised for a file that was made from other texts than those of the checkout."""


@dataclass(frozen=True)
class Merge:
    """What an import does: chapters with their new texts, and every passage that changes."""

    chapters: tuple[tuple[Chapter, str], ...]
    changes: tuple[Change, ...]


def merged(root: Path, translation: Translation, knowledge: Knowledge, as_of: date) -> Merge:
    """Return what a translation changes; chapters that stay as they are are left out.

    Raises UnsafeFileError for a page that is no chapter, OtherRevisionError for another revision, and
    ReportError with all other problems, those that the chapters would have among them.
    """
    both = set(pages(root, "en")) & set(pages(root, "fr"))
    _hold_to_pages(translation, both)
    results = [Returned(root, translation, file) for file in translation.files]
    if moved := [problem for each in results for problem in each.moved]:
        raise OtherRevisionError(moved)
    problems = [problem for each in results for problem in each.problems(knowledge, as_of)]
    if problems:
        raise ReportError(problems)
    changed = [each for each in results if each.changes]
    texts = tuple((each.chapter, each.text) for each in changed)
    return Merge(texts, tuple(change for each in changed for change in each.changes))


def _hold_to_pages(translation: Translation, both: set[str]) -> None:
    seen: set[str] = set()
    for file in translation.files:
        if file.page not in both or file.page in seen:
            why = "stands in it twice" if file.page in seen else "is no chapter of both languages"
            message = f"{shown(file.page)} {why}; expected each chapter once, such as technologies/ai.md"
            message += suggestion(file.page, both - seen)
            raise UnsafeFileError([Problem(translation.name, file.line, 1, message)])
        seen.add(file.page)
