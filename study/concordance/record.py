"""The record of concordance: who certified on which day that two texts say the same, and of which texts.

`data/concordance/` holds a file per chapter, at its path, and one per register in `records/`. A file has
an entry for each section, certified or not, in the chapter's order, with an empty line between them:

    uses:
      en: 0123456789abcdef
      fr: fedcba9876543210
      date: 2026-11-22
      role: editors

    policy:

The line with the id never changes and stands once in the file. So the three-way merge of git finds a line
in common between the entries that two branches certify, and keeps both. An entry that had to be made first
would be put by both branches at one place, or by both into a new file, and would conflict; for that reason
`report check` asks for each file and entry before anyone certifies.
The file is YAML, but of this form only: it is read line by line, and what it says stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from study.problems import Problem

FOLDER = "data/concordance"
RECORDS = f"{FOLDER}/records"  # of registers; several chapters have the name of a register
ROLES = ("editors", "secretariat", "translators")
FIELDS = ("en", "fr", "date", "role")
ID = re.compile(r"[\w.(-][\w./()-]*")  # of a section or record; (top) is what stands before any heading
HEAD = "# Which texts were read together, when and by which role. `report concord` writes this file."


@dataclass(frozen=True)
class Entry:
    """What was certified: the hash of each text, the day, and the role of those who read them."""

    en: str
    fr: str
    date: str
    role: str

    @property
    def lines(self) -> list[str]:
        """Return the lines of the entry, below that of its id."""
        return [f"  {field}: {getattr(self, field)}" for field in FIELDS]


@dataclass(frozen=True)
class Held:
    """An entry of a file: its line, counted from 1, how many lines it has, and None if it is empty."""

    line: int
    length: int
    entry: Entry | None


@dataclass(frozen=True)
class Record:
    """A file of `data/concordance/`; `held` are the entries that can be read, by id."""

    name: str
    lines: tuple[str, ...]
    held: Mapping[str, Held]
    problems: tuple[Problem, ...] = ()
    exists: bool = True

    def entry(self, key: str) -> Entry | None:
        """Return what is certified of a section or record, or None."""
        held = self.held.get(key)
        return held.entry if held else None


def with_entries(record: Record, entries: Mapping[str, Entry | None], order: Sequence[str]) -> str:
    """Return the text of the record with these entries; all other lines stay as they are.

    An entry that is new follows the nearest one before it in `order`, which lists all ids.
    """
    head, parts = _parts(record)
    above: str | None = None
    followers: dict[str | None, list[str]] = {}
    for key in order:
        if key in parts:
            above = key
        elif key in entries:
            followers.setdefault(above, []).append(key)
    head = head if any(line.strip() for line in head) else [HEAD]
    written = [head, *(_new(key, entries[key]) for key in followers.get(None, ()))]
    for key, lines in parts.items():
        if key in entries:
            entry = entries[key]
            lines[1 : record.held[key].length] = entry.lines if entry else []
        written += [lines, *(_new(each, entries[each]) for each in followers.get(key, ()))]
    return _joined(written)


def without(record: Record, keys: Collection[str]) -> str:
    """Return the text of the record without these entries."""
    head, parts = _parts(record)
    return _joined([head, *(lines for key, lines in parts.items() if key not in keys)])


def _parts(record: Record) -> tuple[list[str], dict[str, list[str]]]:
    """Return the lines before the first entry, and those of each entry up to the next."""
    starts = [held.line - 1 for held in record.held.values()]
    stops = [*starts, len(record.lines)][1:]
    parts = {
        key: list(record.lines[start:stop])
        for key, start, stop in zip(record.held, starts, stops, strict=True)
    }
    return list(record.lines[: starts[0]] if starts else record.lines), parts


def _new(key: str, entry: Entry | None) -> list[str]:
    return [f"{key}:", *(entry.lines if entry else [])]


def _joined(parts: list[list[str]]) -> str:
    """Return the lines of all parts, an empty one between each two; one that stands there already counts."""
    lines: list[str] = []
    for part in parts:
        if lines and lines[-1].strip() and part:
            lines.append("")
        lines += part
    return "\n".join(lines).strip("\n") + "\n"
