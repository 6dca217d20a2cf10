"""What `report check` says of `data/concordance/`: files and entries that are wrong, missing or too many.

That a text changed since it was certified is no problem of a draft; see `states.not_concordant`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from study.concordance.passages import REGISTERS, Pair, all_pages, chapter_pair, register_pair
from study.concordance.record import FOLDER, RECORDS, Record, with_entries, without
from study.concordance.record_reading import parsed, read_record
from study.documents import Documents
from study.problems import Problem, ReportError, suggestion

REPAIR = "run: report fix concordance"


@dataclass(frozen=True)
class Repaired:
    """A file of the record as it should be, and the ids it gained and lost."""

    name: str
    text: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


def concordance_problems(root: Path, documents: Documents, as_of: date) -> list[Problem]:
    """Return what is wrong with the record itself; nothing may be certified after `as_of`.

    Chapters that can't be read are left out; other checks name them.
    """
    problems = list(_foreign(root))
    for pair in _pairs(root, documents):
        try:
            record = read_record(root, pair.record)
        except ReportError as error:
            problems += error.problems
            continue
        problems += record.problems
        problems += _incomplete(pair, record)
        problems += _too_late(record, as_of)
    return problems


def repaired(root: Path, documents: Documents) -> Iterator[Repaired]:
    """Return each file of the record that lacks entries, or has some that are gone, with both put right.

    Raises ReportError if a file can't be understood: nothing is guessed from it.
    """
    for pair in _pairs(root, documents):
        record = read_record(root, pair.record)
        if record.problems:
            raise ReportError(record.problems)
        known = set(pair.keys)
        gone = tuple(key for key in record.held if key not in known)
        missing = tuple(key for key in pair.keys if key not in record.held)
        if gone or missing:
            base = parsed(without(record, gone), record.name) if gone else record
            yield Repaired(pair.record, with_entries(base, dict.fromkeys(missing), pair.keys), missing, gone)


def _pairs(root: Path, documents: Documents) -> Iterator[Pair]:
    for page in all_pages(root):
        with suppress(ReportError):
            yield chapter_pair(root, page)
    for name, file in REGISTERS.items():
        if file in documents.by_name and (pair := register_pair(documents, name)).keys:
            yield pair


def _incomplete(pair: Pair, record: Record) -> Iterator[Problem]:
    """Return a problem for each entry that no text has, and each section that has no entry.

    A record that was just added may lack its entry: an editor who adds a case certifies nothing.
    """
    if not record.exists:
        yield Problem(
            record.name, 0, 0, f"is missing; expected an entry for each part of {pair.name}; {REPAIR}"
        )
        return
    known = set(pair.keys)
    for key, held in record.held.items():
        if key not in known:
            near = suggestion(key, [each for each in pair.keys if each not in record.held])
            message = f'"{key}" is in neither language of {pair.name}; remove its lines, or {REPAIR}{near}'
            yield Problem(record.name, held.line, 1, message)
    if pair.name in REGISTERS:
        return
    above = ""
    for key in pair.keys:
        if key not in record.held:
            after = f' after that of "{above}"' if above else ""
            message = f'has no entry for the section "{key}"; expected the line {key}:{after}, or {REPAIR}'
            yield Problem(record.name, 1, 1, message)
        above = key


def _too_late(record: Record, as_of: date) -> Iterator[Problem]:
    for key, held in record.held.items():
        if held.entry and held.entry.date > as_of.isoformat():
            message = (
                f"{key} › date: is {held.entry.date}, after the day of this version, {as_of.isoformat()}"
            )
            yield Problem(record.name, held.line, 1, f"{message}; expected the day on which both were read")


def _foreign(root: Path) -> Iterator[Problem]:
    """Return a problem for each file below the record's folder that belongs to no chapter or register."""
    expected = {f"{FOLDER}/{page.removesuffix('.md')}.yaml" for page in all_pages(root)}
    for page in all_pages(root):
        if f"{FOLDER}/{page}".startswith(f"{RECORDS}/"):
            message = f"lies in a folder whose name {RECORDS}/ has for registers; expected another folder"
            yield Problem(f"docs/en/{page}", 0, 0, message)
    expected |= {f"{RECORDS}/{name}.yaml" for name in REGISTERS}
    for path in sorted((root / FOLDER).rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name not in expected and path.suffix != ".tmp":
            near = suggestion(name, expected)
            yield Problem(name, 0, 0, f"belongs to no chapter or register; remove or rename it{near}")
