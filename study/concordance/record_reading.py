"""Reading a file of `data/concordance/` line by line: what it says, and which lines can't be understood."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from study.concordance.record import FIELDS, ID, ROLES, Entry, Held, Record
from study.problems import Problem, listed, shown, suggestion
from study.reading import read_text

KEY = re.compile(rf"({ID.pattern}):")
FIELD = re.compile(r"  ([a-z]+): (\S+)")
HASH = re.compile(r"[0-9a-f]{16}")
CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


def read_record(root: Path, name: str) -> Record:
    """Return the file `name`, such as `data/concordance/technologies/ai.yaml`; empty if there is none.

    Raises ReportError if it can't be read as text.
    """
    path = root / name
    if not path.is_file():
        return Record(name, (), {}, exists=False)
    return parsed(read_text(path, name), name)


def parsed(text: str, name: str) -> Record:
    """Return the record that `text` holds; each line that can't be understood is among its problems."""
    lines = tuple(text.split("\n"))
    held: dict[str, Held] = {}
    problems: list[Problem] = []
    starts = [number for number, line in enumerate(lines) if KEY.fullmatch(line)]
    for line in range(starts[0] if starts else len(lines)):
        problems += _stray(name, lines, line)
    for start, stop in zip(starts, [*starts, len(lines)][1:], strict=True):
        key = lines[start][:-1]
        if key in held:
            message = f"{shown(key)} stands twice; it is already on line {held[key].line}, expected it once"
            problems.append(Problem(name, start + 1, 1, message))
            continue
        entry, found = _entry(name, lines, start, stop)
        problems += found
        held[key] = Held(start + 1, 1 + (len(FIELDS) if entry else 0), entry)
    return Record(name, lines, held, tuple(problems))


def _entry(name: str, lines: tuple[str, ...], start: int, stop: int) -> tuple[Entry | None, list[Problem]]:
    """Return the entry below line `start`, None if it is empty or wrong, and what is wrong with it."""
    fields: dict[str, str] = {}
    problems: list[Problem] = []
    for number in range(start + 1, stop):
        field = FIELD.fullmatch(lines[number])
        if not field or fields.keys() >= set(FIELDS) or number != start + 1 + len(fields):
            problems += _stray(name, lines, number)
            continue
        fields[field[1]] = field[2]
        if message := _wrong(field[1], field[2], len(fields)):
            problems.append(Problem(name, number + 1, 3, f"{lines[start][:-1]} › {field[1]}: {message}"))
    if fields and len(fields) < len(FIELDS) and not problems:
        message = f"{lines[start][:-1]}: has {listed(list(fields))} only; expected {', '.join(FIELDS)}"
        problems.append(Problem(name, start + 1, 1, message))
    return (None if problems or not fields else Entry(**fields)), problems


def _wrong(field: str, value: str, place: int) -> str:
    """Return what is wrong with a field, the `place`-th of its entry, or nothing."""
    if field != FIELDS[place - 1]:
        return f"stands here; expected {FIELDS[place - 1]}, as the fields are {', '.join(FIELDS)}"
    if field == "role" and value not in ROLES:
        return f"{shown(value)} is not a known role; expected {listed(ROLES)}{suggestion(value, ROLES)}"
    if field in ("en", "fr") and not HASH.fullmatch(value):
        return f"{shown(value)} is no hash; expected 16 digits 0 to f, as `report concord` writes them"
    if field == "date":
        try:
            if date.fromisoformat(value).isoformat() != value:
                raise ValueError
        except ValueError:
            return f"{shown(value)} is no day; expected a form such as 2026-11-22"
    return ""


def _stray(name: str, lines: tuple[str, ...], number: int) -> list[Problem]:
    """Return a problem for a line that is neither empty nor a comment."""
    line = lines[number]
    if not line.strip() or line.startswith("#"):
        return []
    if CONFLICT.match(line):
        message = "is the mark of a merge that was not finished; keep one side, or certify again"
    else:
        message = f"{shown(line)} is no part of an entry; expected an id such as uses: or a field such as en:"
    return [Problem(name, number + 1, 1, message)]
