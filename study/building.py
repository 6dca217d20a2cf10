"""The knowledge a build works with: read again only when a file of `data/` has changed."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from study.documents import Documents
from study.files import FILES
from study.history import FOLDER as HISTORY
from study.knowledge import Knowledge
from study.loading import Reading, read
from study.places import case_lines
from study.problems import ReportError

_Stamps = tuple[tuple[str, int, int], ...]
_last: dict[Path, tuple[_Stamps, date, Reading]] = {}
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
    return last[2].knowledge if last and last[2].knowledge else knowledge(root)


def reading(root: Path) -> Reading:
    """Return what `data/` holds at `root`, problems included."""
    stamps, day = _stamps(root), build_day()
    known = _last.get(root)
    if known is None or known[:2] != (stamps, day):
        known = (stamps, day, read(root, day))
        _last[root] = known
    return known[2]


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
    stamps, day, found = _last[root]
    _last[root] = (stamps, day, replace(found, documents=Documents({})))


def build_day() -> date:
    """Return the day of the version being built.

    `SOURCE_DATE_EPOCH` (reproducible-builds.org) gives it; `report build` sets it from the commit.
    Without it, today counts (UTC).
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def _stamps(root: Path) -> _Stamps:
    stamps = []
    for name in FILES:
        path = root / "data" / name
        if path.is_file():
            about = path.stat()
            stamps.append((name, about.st_mtime_ns, about.st_size))
    for path in sorted((root / HISTORY).glob("*.yaml")):
        about = path.stat()
        stamps.append((path.name, about.st_mtime_ns, about.st_size))
    return tuple(stamps)
