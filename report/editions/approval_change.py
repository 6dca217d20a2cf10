"""The check of a change that records an approval: one new file that names a known candidate, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from report.editions.approval_tags import tag_problems
from report.git import changed_files, text_at
from study.editions.approvals import FOLDER, approval_in
from study.models.values import EDITION
from study.problems import Problem, ReportError

RECORD = re.compile(rf"{FOLDER.as_posix()}/{EDITION.strip('^$')}\.yaml", re.ASCII)
WHAT = {"M": "altered", "D": "removed", "T": "made another kind of file"}


def approval_change(root: Path, base: str) -> tuple[list[str], list[Problem]]:
    """Return the records that were touched since the checkout left `base`, and all that is wrong with that.

    Without such a record there is nothing wrong. What counts is what is committed. Raises GitError where
    `base` is not known.
    """
    changed = changed_files(root, base)
    touched = sorted(name for name in changed if name.lower().startswith(f"{FOLDER.as_posix()}/"))
    if not touched:
        return [], []
    problems = [
        Problem(
            name, 0, 0, f"changes together with {touched[0]}; expected an approval to change nothing else"
        )
        for name in sorted(changed)
        if name not in touched
    ]
    for name in touched:
        problems += [Problem(name, 0, 0, message) for message in _misplaced(root, base, name, changed[name])]
    if len(touched) > 1:
        words = "expected one approval at a time, each on its own"
        problems += [
            Problem(name, 0, 0, f"is added together with {touched[0]}; {words}") for name in touched[1:]
        ]
    for name in touched:
        if changed[name] == "A" and RECORD.fullmatch(name):
            problems += _record_problems(root, name)
    return touched, sorted(set(problems))


def _misplaced(root: Path, base: str, name: str, how: str) -> Iterator[str]:
    if not RECORD.fullmatch(name):
        yield f"is no record of an approval; expected a name such as {FOLDER.as_posix()}/2026.yaml"
    elif how != "A":
        yield f"is {WHAT.get(how, 'changed')}; a record of an approval is only ever added"
    elif text_at(root, base, name) is not None:
        yield f"stands in {base} already; a record of an approval is only ever added"


def _record_problems(root: Path, name: str) -> list[Problem]:
    text = text_at(root, "HEAD", name)
    if text is None:
        return [Problem(name, 0, 0, "can't be read as UTF-8; expected what `report approve` writes")]
    try:
        found = approval_in(text, name)
    except ReportError as error:
        return error.problems
    return [Problem(name, 0, 0, message) for message in tag_problems(root, found.approval)]
