"""Problems: what is wrong, where, and what was expected, in words an editor understands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # a terminal would obey them


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to put right; `line` and `column` count from 1, 0 means the file as a whole."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """Return `file:line:column: message` on one line, as editors and terminals link it."""
        return f"{self.file}:{max(1, self.line)}:{max(1, self.column)}: {self._said}"

    @property
    def without_line(self) -> str:
        """Return `file: message` on one line, for folders, archives and other files that have no lines."""
        return f"{self.file}: {self._said}"

    @property
    def _said(self) -> str:
        return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", " ".join(self.message.split()))


class ReportError(Exception):
    """Raised when the report can't be used as it stands; carries every problem found, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: list[Problem] = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def trail(record: str, *fields: object) -> str:
    """Return `record › field › field`, the way every message names a place inside a record."""
    return " › ".join(str(part) for part in (record, *fields))


def trail_to(document: Any, path: Iterable[object]) -> str:
    """Return the innermost record on the way to `path`, and the fields below it; lists count from 1."""
    value, record, fields = document, "", list(path)
    steps = list(fields)
    for depth, step in enumerate(steps):
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            record, fields = value["id"], steps[depth + 1 :]
    named = [f"no. {step + 1}" if isinstance(step, int) else str(step) for step in fields]
    if record:
        return trail(record, *named)
    if fields and isinstance(fields[0], int):
        named[0] = f"record {fields[0] + 1}"
    return trail(*named) if named else ""


def suggestion(value: object, known: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the known key nearest to `value`, or nothing if none is near."""
    text = str(value)
    choices = list(known)
    by_lower = {choice.lower(): choice for choice in choices}
    near = get_close_matches(text.lower(), by_lower, n=1, cutoff=0.6)
    return f'; did you mean "{by_lower[near[0]]}"?' if near else ""


def shown(value: object, length: int = 60) -> str:
    """Return `value` in quotes for a message, on one line and at most `length` characters long."""
    text = " ".join(str(value).split())
    return f'"{text if len(text) <= length else text[: length - 1] + "…"}"'


def listed(values: Sequence[str]) -> str:
    """Return `a, b or c`, the choices of a message."""
    if len(values) < 2:
        return "".join(values)
    return f"{', '.join(values[:-1])} or {values[-1]}"
