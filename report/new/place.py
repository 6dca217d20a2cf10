"""A new record's place in its file: every byte of the others stays as it is.

The text is inserted, not loaded and dumped, so that comments, blank lines and line ends survive;
then the result is read like any other file, before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as List
from dataclasses import dataclass
from typing import Any

from report.new.records import record_lines
from study.files import FILES
from study.models.cases import Case
from study.problems import ReportError
from study.reading import LARGEST_FILE, Sequence, parse_yaml

CASES = "data/cases.yaml"
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
EMPTY_LIST = re.compile(r"^\[\s*\][ \t]*$", re.MULTILINE)
LINE_END = re.compile(r"\r\n|\r|\n")
DOCUMENT_END = re.compile(r"\.\.\.\s*\Z")


class RefusedError(Exception):
    """Raised when writing could lose or change what others wrote; says why."""


@dataclass(frozen=True)
class Placed:
    """The file with its new record: its text, its records as read, and where the new one stands (from 1)."""

    text: str
    document: Sequence
    index: int
    first: int
    last: int
    in_order: bool


def placed(old: str, case: Case) -> Placed:
    """Return the text `old` of the cases' file with the record of `case` put in, in order of the ids.

    If the ids are out of order, the record follows the last smaller one. Raises RefusedError where
    the file has another layout, or where the old records or the new one would not be read back.
    """
    before = read_again(old)
    if not before:  # an empty list is written as [], which no record may follow
        old = EMPTY_LIST.sub("", old) or "\n"
    lines = LINE.findall(old)
    keys = [str(record.get("id")) for record in before]
    index = _index(keys, case.id)
    starts = [_start(line, lines) for line, _ in before.places]
    at = _above_comments(starts[index], lines) if index < len(starts) else _end(lines, bool(starts))
    spaced = len(starts) == 1 or any(not lines[start - 1].strip() for start in starts[1:])
    record = record_lines(case)
    new = _inserted(lines, at, record, spaced, index == len(starts))
    first = at + 1 + (1 if index == len(starts) and spaced else 0)
    result = Placed(new, read_again(new), index, first, first + len(record) - 1, keys == sorted(keys))
    _compare(before, result, case)
    return result


def read_again(text: str) -> Sequence:
    """Return the records of the cases' file as it would be read, whatever its line ends.

    Raises RefusedError if it could not be read, or is no list of records.
    """
    if len(text.encode("utf-8", "replace")) > LARGEST_FILE:
        raise RefusedError(f"{CASES} would be larger than {LARGEST_FILE // 1024 // 1024} MB")
    try:
        document = parse_yaml(LINE_END.sub("\n", text), CASES)
    except ReportError as error:
        raise RefusedError(f"the file could not be read with the new record: {error}") from None
    if not isinstance(document, Sequence):
        raise RefusedError(f"{CASES} is not a list of records")
    return document


def _index(keys: List[str], key: str) -> int:
    """Return how many records stand before the new one."""
    smaller = [number for number, known in enumerate(keys, 1) if known < key]
    return smaller[-1] if smaller else 0


def _start(number: int, lines: List[str]) -> int:
    """Return the index of the line that a record begins with, at `number` counted from 1."""
    if not lines[number - 1].startswith("- "):
        raise RefusedError(
            f"{CASES}:{number}: the record has another layout; expected a hyphen at the beginning of the line"
        )
    return number - 1


def _above_comments(start: int, lines: List[str]) -> int:
    """Return where a record begins with the comment on top of it; a comment at the head is the file's."""
    top = start
    while top > 0 and lines[top - 1].startswith("#"):
        top -= 1
    return top if top > 0 else start


def _end(lines: List[str], any_record: bool) -> int:
    """Return where the last record ends: blank lines and comments after it stay after the new one.

    Without any record, that is the end of the file, so that its head stays at its head.
    """
    at = len(lines)
    while (
        any_record
        and at > 0
        and (not lines[at - 1].strip() or lines[at - 1].startswith("#") or DOCUMENT_END.match(lines[at - 1]))
    ):
        at -= 1
    return at


def _inserted(lines: List[str], at: int, record: List[str], spaced: bool, last: bool) -> str:
    """Return the text with the record before line `at`, with the line ends of its neighbour."""
    above, below = "".join(lines[:at]), "".join(lines[at:])
    found = LINE_END.search(lines[max(0, at - 1)]) or LINE_END.search(above)
    end = found.group() if found else "\n"
    if not last:
        return above + "".join(f"{line}{end}" for line in [*record, *([""] if spaced else [])]) + below
    text = "".join(f"{line}{end}" for line in [*([""] if spaced else []), *record])
    if LINE_END.search(lines[at - 1]):
        return above + text + below
    return above + end + text.removesuffix(end) + below  # no line end at the end, as before


def _compare(before: Sequence, result: Placed, case: Case) -> None:
    others = [record for number, record in enumerate(result.document) if number != result.index]
    if others != list(before) or _case(result.document[result.index]) != case:
        raise RefusedError("the file would not be read back as it was, with the new record as it was given")


def _case(record: Any) -> Case | None:
    try:
        [case] = FILES["cases.yaml"][1].validate_python([record])
    except ValueError:
        return None
    return case if isinstance(case, Case) else None
