"""The knowledge a build works with: read again only when a file of `data/` has changed."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from study.documents import Documents
from study.editions.approval_checks import approval_problems
from study.editions.approvals import approvals_in, recorded
from study.editions.standing import Asked, standing_of, standing_problems
from study.files import FILES
from study.history import FOLDER as HISTORY
from study.knowledge import Knowledge
from study.loading import Reading, read
from study.places import case_lines
from study.problems import ReportError

_Stamps = tuple[tuple[str, int, int], ...]
_last: dict[Path, tuple[_Stamps, date, Asked, Reading]] = {}
_lines: dict[Path, tuple[Knowledge | None, dict[str, tuple[int, int]]]] = {}


def knowledge(root: Path) -> Knowledge:
    """Return the knowledge of the checkout at `root`. Raises ReportError with all problems."""
    found = reading(root)
    if found.knowledge is None:
        raise ReportError(found.problems)
    return found.knowledge


def last_knowledge(root: Path) -> Knowledge:
    """Return what `knowledge` returned last, without looking at the files again: a build asks at every page."""
    last = _last.get(root)
    return last[3].knowledge if last and last[3].knowledge else knowledge(root)


def reading(root: Path) -> Reading:
    """Return what `data/` holds at `root`, problems included."""
    stamps, day, asked = _stamps(root), build_day(), asked_for()
    known = _last.get(root)
    if known is None or known[:3] != (stamps, day, asked):
        known = (stamps, day, asked, _standing(root, read(root, day), asked))
        _last[root] = known
    return known[3]


def recall(root: Path, found: Reading) -> None:
    """Take `found` for what `data/` holds now: an earlier build read it from the same files."""
    _last[root] = (_stamps(root), build_day(), asked_for(), found)


def case_places(root: Path) -> dict[str, tuple[int, int]]:
    """Return the first and last line of each case in `data/cases.yaml`, counted from 1."""
    last = _lines.get(root)
    found = reading(root)
    if last is None or last[0] is not found.knowledge:
        _lines[root] = last = (found.knowledge, case_lines(root, found.documents))
    return last[1]


def forget_documents(root: Path) -> None:
    """Let go of the records as they were written, which take as much memory as the knowledge made of them.

    For a process that has checked them and ends with its build.
    """
    case_places(root)
    stamps, day, asked, found = _last[root]
    _last[root] = (stamps, day, asked, replace(found, documents=Documents({})))


def build_day() -> date:
    """Return the day of the version being built.

    `SOURCE_DATE_EPOCH` (reproducible-builds.org) gives it; `report build` sets it from the commit.
    Without it, today counts (UTC).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def asked_for() -> Asked:
    """Return what is to be built: a draft, or what `REPORT_EDITION` names, of the commit in `REPORT_COMMIT`."""
    return Asked(os.environ.get("REPORT_EDITION", ""), os.environ.get("REPORT_COMMIT", ""))


def _standing(root: Path, found: Reading, asked: Asked) -> Reading:
    """Return what was read, with the standing of the edition; without knowledge if that is not in order."""
    problems = list(approval_problems(root, found.documents))
    if found.knowledge is None or problems:
        return replace(found, problems=[*found.problems, *problems], knowledge=None)
    approvals = {each.approval.edition: each.approval for each in recorded(root, problems)}
    current = found.knowledge.editions.current
    if problems := list(standing_problems(asked, current, approvals)):
        return replace(found, problems=problems, knowledge=None)
    rehearsal = found.knowledge.publication.rehearsal
    standing = standing_of(asked, current, approvals, rehearsal=rehearsal)
    return replace(found, knowledge=found.knowledge.standing_as(standing, approvals))


def _stamps(root: Path) -> _Stamps:
    stamps = []
    for name in FILES:
        path = root / "data" / name
        if path.is_file():
            about = path.stat()
            stamps.append((name, about.st_mtime_ns, about.st_size))
    for path in [*sorted((root / HISTORY).glob("*.yaml")), *approvals_in(root)]:
        about = path.stat()
        stamps.append((f"{path.parent.name}/{path.name}", about.st_mtime_ns, about.st_size))
    return tuple(stamps)
