"""Certifying in one go: every target is judged before the first file is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from report.files import write_whole
from report.new.place import RefusedError
from report.new.writing import replace_unchanged
from study.building import reading
from study.concordance.certifying import certified
from study.concordance.checks import obstacles
from study.concordance.passages import Pair, all_pairs
from study.concordance.record_checks import repaired
from study.concordance.record_reading import read_record
from study.concordance.targets import Target, target
from study.documents import Documents
from study.problems import Problem, ReportError


class NotConcordantError(Exception):
    """Raised where texts differ in what can't be certified away; carries the problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


@dataclass(frozen=True)
class Certificate:
    """A file of the record as it was, None if there was none, as it will be, and the ids that change."""

    name: str
    file: str
    old: bytes | None
    new: str
    keys: tuple[str, ...]


def certificates(
    root: Path, written: Iterable[str] | None, role: str, day: date, *, anew: bool
) -> list[Certificate]:
    """Return what certifying the targets `written`, or everything if None, would write.

    Raises UnknownTargetError, NotConcordantError, and ReportError where the data or the record can't be used.
    """
    found = reading(root)
    if found.knowledge is None:
        raise ReportError(found.problems)
    targets = list(_targets(root, found.documents, written))
    refused = [
        problem
        for each in targets
        for problem in obstacles(found.documents, found.knowledge, each.pair, each.keys)
    ]
    if refused:
        raise NotConcordantError(refused)
    return [_certificate(root, each, role, day, anew=anew) for each in targets]


def write(root: Path, certificate: Certificate) -> None:
    """Put the new file in the place of the old one. Raises RefusedError if that is another one by now."""
    path = root / certificate.file
    if certificate.old is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.open("xb").close()  # of two processes that make it, one goes on
        except FileExistsError:
            raise RefusedError(f"{path.name} was made meanwhile by someone else; start again") from None
    replace_unchanged(path, certificate.old or b"", certificate.new)


def completed(root: Path) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Write what the record lacks, drop what is gone; return each file with the ids it gained and lost.

    Raises ReportError, before anything is written, if a file of the record can't be understood.
    """
    for each in list(repaired(root, reading(root).documents)):
        write_whole(root / each.name, each.text)
        yield each.name, each.added, each.removed


def _targets(root: Path, documents: Documents, written: Iterable[str] | None) -> Iterator[Target]:
    """Return the targets, one for each chapter or register."""
    if written is None:
        yield from (Target(pair, pair.keys, whole=True) for pair in all_pairs(root, documents))
        return
    pairs: dict[str, Pair] = {}
    keys: dict[str, dict[str, None]] = {}
    for each in written:
        meant = target(root, documents, each)
        pairs.setdefault(meant.pair.name, meant.pair)
        keys.setdefault(meant.pair.name, {}).update(dict.fromkeys(meant.keys))
    for name, pair in pairs.items():
        yield Target(pair, tuple(keys[name]), whole=len(keys[name]) == len(pair.keys))


def _certificate(root: Path, meant: Target, role: str, day: date, *, anew: bool) -> Certificate:
    path = root / meant.pair.record
    old = path.read_bytes() if path.is_file() else None  # first: what is read after it can only be newer
    record = read_record(root, meant.pair.record)
    if record.problems:
        raise ReportError(record.problems)
    text, changed = certified(meant.pair, record, meant.keys, role, day, anew=anew)
    return Certificate(meant.pair.name, meant.pair.record, old, text, changed)
