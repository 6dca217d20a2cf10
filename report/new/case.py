"""A new case of the register: what is known beforehand, the record, and its way into the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from report.checking import all_problems
from report.git import version_day
from report.new.ids import proposed_id, taken_ids
from report.new.place import CASES, Placed, RefusedError, placed
from report.new.writing import replace_unchanged
from study.documents import Documents
from study.knowledge import Knowledge
from study.loading import read
from study.models.cases import Case
from study.models.values import LANGUAGES
from study.problems import Problem, ReportError
from study.promises import history_problems
from study.references import reference_problems
from study.timing import date_problems


@dataclass(frozen=True)
class Ground:
    """The checkout as it was before the new case; `content` is the cases' file, byte by byte."""

    root: Path
    day: date
    content: bytes
    documents: Documents
    knowledge: Knowledge
    taken: dict[str, str]

    @property
    def path(self) -> Path:
        """Return the file of the cases."""
        return self.root / CASES


def ground(root: Path) -> Ground:
    """Return what a new case is built on. Raises ReportError if the data have problems already."""
    path = root / CASES
    content = path.read_bytes() if path.is_file() else b""
    reading = read(root, version_day(root))
    if reading.knowledge is None:
        raise ReportError(reading.problems)
    if problems := list(history_problems(reading.knowledge)):
        raise ReportError(problems)
    return Ground(
        root=root,
        day=datetime.now(UTC).date(),
        content=content,
        documents=reading.documents,
        knowledge=reading.knowledge,
        taken=taken_ids(root, reading.documents),
    )


def proposal(base: Ground, answers: dict[str, Any]) -> str:
    """Return the id that is proposed for a case with these answers."""
    actors = answers.get("administrations") or [answers["body"]]
    known = [base.knowledge.member.get(each) or base.knowledge.body[each] for each in actors]
    return proposed_id(actors, answers["title_en"], [each.name.en for each in known], base.taken)


def case_of(base: Ground, key: str, answers: dict[str, Any]) -> Case:
    """Return the case that was asked for; what is not known yet is empty, and the sources were read today."""
    texts = {
        name: {language: answers[f"{name}_{language}"] for language in LANGUAGES}
        for name in ("title", "summary", "office")
        if f"{name}_en" in answers
    }
    since = answers.get("since")
    return Case.model_validate(
        {
            "id": key,
            "administrations": answers.get("administrations", []),
            "body": answers.get("body"),
            "technologies": answers["technologies"],
            "processes": answers["processes"],
            "stage": answers.get("stage", "unknown"),
            "since": int(since) if since else None,
            "sources": answers["sources"],
            "checked": base.day.isoformat(),
            **texts,
        }
    )


def place(base: Ground, case: Case) -> Placed:
    """Return the file with the new record, read again and checked against all other files.

    Raises RefusedError or ReportError if it would not be the old file with one good record more.
    """
    result = placed(base.content.decode("utf-8"), case)
    old = [record for number, record in enumerate(result.document) if number != result.index]
    if old != base.documents.by_name[CASES]:
        raise RefusedError(f"{CASES} was changed by someone else while it was read; start again")
    documents = Documents({**base.documents.by_name, CASES: result.document})
    if problems := [*reference_problems(documents), *date_problems(documents, base.day)]:
        raise ReportError(problems)
    return result


def write(base: Ground, result: Placed) -> None:
    """Put the new file in the place of the old one. Raises RefusedError if that is another one by now."""
    replace_unchanged(base.path, base.content, result.text)


def problems_left(base: Ground, result: Placed) -> list[Problem]:
    """Return what `report check` says about the new record, such as a word that no dictionary knows."""
    return [
        problem
        for problem in all_problems(base.root)
        if problem.file == CASES and result.first <= problem.line <= result.last
    ]
