"""What is wrong with records of approvals, and with what `editions.yaml` says of status and scope."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from study.chapters import pages
from study.documents import Documents, problem_at
from study.editions.approvals import EDITIONS, FOLDER, Recorded, named_otherwise, recorded
from study.editions.names import is_edition
from study.problems import Problem, shown, suggestion


def approval_problems(root: Path, documents: Documents, as_of: date | None = None) -> Iterator[Problem]:
    """Return what is wrong with the records of approvals, and with statuses that they alone may give.

    `documents` are the files of `data/`; with `as_of`, no approval may be dated after that day.
    """
    problems: list[Problem] = []
    for each in recorded(root, problems):
        problems += named_otherwise(each)
        problems += _unknown_edition(each, documents)
        problems += _hidden_rehearsal(each, documents)
        problems += _wrong_day(each, as_of)
    yield from problems
    yield from _foreign(root)
    yield from status_problems(documents)


def status_problems(documents: Documents) -> Iterator[Problem]:
    """Return a problem for each edition of this site that `editions.yaml` calls other than a draft."""
    for index, edition in enumerate(_editions(documents)):
        if edition.get("published_elsewhere") == "true" or not isinstance(edition.get("status"), str):
            continue
        if edition["status"] != "draft":
            yield documents.problem(
                EDITIONS,
                ("editions", index, "status"),
                f"is {shown(edition['status'])}; expected draft: a candidate is made by `report candidate`, "
                "and approved is what has a record in data/approvals/",
            )


def scope_problems(root: Path, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each chapter that an edition submits for approval and that is not there."""
    known = pages(root, "en")
    for index, edition in enumerate(_editions(documents)):
        scope = edition.get("scope")
        chapters = scope.get("approved") if isinstance(scope, dict) else None
        for place, page in enumerate(chapters if isinstance(chapters, list) else []):
            if page not in known:
                yield documents.problem(
                    EDITIONS,
                    ("editions", index, "scope", "approved", place),
                    f"{shown(page)} is not a page below docs/en{suggestion(page, known)}",
                )


def _unknown_edition(each: Recorded, documents: Documents) -> Iterator[Problem]:
    if not isinstance(documents.by_name.get(EDITIONS), dict):
        return  # it has problems of its own
    known = [
        str(edition.get("id"))
        for edition in _editions(documents)
        if edition.get("published_elsewhere") != "true"
    ]
    if each.approval.edition not in known:
        yield problem_at(
            each.name,
            each.document,
            ("edition",),
            f"{shown(each.approval.edition)} is no edition of this site in {EDITIONS}; expected one of "
            f"{', '.join(known) or 'its editions'}{suggestion(each.approval.edition, known)}",
        )


def _hidden_rehearsal(each: Recorded, documents: Documents) -> Iterator[Problem]:
    publication = documents.by_name.get("data/publication.yaml")
    if not each.approval.rehearsal or not isinstance(publication, dict):
        return
    if publication.get("rehearsal") != "true":
        yield problem_at(
            each.name,
            each.document,
            ("rehearsal",),
            "is true, but data/publication.yaml does not say `rehearsal: true`; expected a true approval: "
            "a rehearsal takes place in a copy of the repository",
        )


def _wrong_day(each: Recorded, as_of: date | None) -> Iterator[Problem]:
    parts = each.approval.scope.annexed
    days: list[tuple[tuple[object, ...], str]] = [(("date",), each.approval.date)]
    days += [(("scope", "annexed", index, "as_of"), part.as_of) for index, part in enumerate(parts)]
    for path, day in days:
        try:
            when = date.fromisoformat(day)
        except ValueError:
            message = f"is {shown(day)}; expected a day that the calendar has"
        else:
            if as_of is None or when <= as_of:
                continue
            message = (
                f"is {shown(day)}, after the day of this version ({as_of}); expected that day or earlier"
            )
        yield problem_at(each.name, each.document, path, message)


def _foreign(root: Path) -> Iterator[Problem]:
    """Return a problem for each file of the folder that is no record: it would be passed over without a word."""
    folder = root / FOLDER
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_symlink() or (path.is_file() and (path.parent != folder or path.suffix != ".yaml")):
            name = path.relative_to(root).as_posix()
            yield Problem(name, 0, 0, "is no record of an approval; expected files such as 2026.yaml only")
        elif path.is_file() and not is_edition(path.stem):
            name = path.relative_to(root).as_posix()
            yield Problem(name, 0, 0, f"{shown(path.stem)} is no edition; expected such as 2026.yaml")


def _editions(documents: Documents) -> list[dict[str, Any]]:
    editions = documents.by_name.get(EDITIONS)
    listed = editions.get("editions") if isinstance(editions, dict) else None
    return (
        [each if isinstance(each, dict) else {} for each in listed or []] if isinstance(listed, list) else []
    )
