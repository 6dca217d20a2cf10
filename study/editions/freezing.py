"""Freezing the numbers of an edition's paragraphs: its first candidate gives them, later ones only add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from study.chapters import pages, read_chapter
from study.paragraph_maps import frozen_map, written
from study.paragraph_matching import REMOVED, Frozen
from study.paragraphs import map_of
from study.problems import Problem, ReportError

FOLDER = Path("data") / "paragraphs"
Numbers = Mapping[str, tuple[Frozen, ...]]


@dataclass(frozen=True)
class Freezing:
    """The file of an edition's numbers as it should be, and how many numbers it has gained and given up."""

    file: str
    text: str
    pages: int
    added: int
    removed: int
    changed: bool  # whether the file has to be written


def freezing(root: Path, edition: str) -> Freezing:
    """Return the numbers of all paragraphs of the checkout; those that `edition` has already are kept.

    Raises ReportError where a chapter can't be read, has other paragraphs in the other language, or where
    the file of the numbers has problems.
    """
    file = (FOLDER / f"{edition}.yaml").as_posix()
    held = frozen_map(root, edition)
    now = _numbers(root, held or {})
    text = written(now)
    path = root / file
    return Freezing(
        file=file,
        text=text,
        pages=len(now),
        added=len(_in_use(now) - _in_use(held or {})),
        removed=len(_in_use(held or {}) - _in_use(now)),
        changed=held is None or path.read_text(encoding="utf-8") != text,
    )


def frozen_problems(root: Path, edition: str) -> list[Problem]:
    """Return why the numbers of `edition` are not fit for a candidate: none are frozen, or the text has changed since."""
    try:
        found = freezing(root, edition)
    except ReportError as error:
        return error.problems
    if not found.changed:
        return []
    remedy = f"run: report freeze {edition}, and commit the file"
    if not (root / found.file).is_file():
        return [Problem(found.file, 0, 0, f"is missing; a candidate needs fixed paragraph numbers; {remedy}")]
    message = (
        f"is not of this text: {found.added} paragraphs have no number yet, {found.removed} are gone, "
        f"or words have changed; {remedy}"
    )
    return [Problem(found.file, 0, 0, message)]


def unreadable_numbers(root: Path) -> Iterator[Problem]:
    """Return every problem of the files of numbers, of all editions."""
    for path in sorted((root / FOLDER).glob("*.yaml")):
        try:
            frozen_map(root, path.stem)
        except ReportError as error:
            yield from error.problems


def _numbers(root: Path, held: Numbers) -> Numbers:
    """Return the numbers of each page; a page that is gone keeps its own, so that none is given twice."""
    now: dict[str, tuple[Frozen, ...]] = {}
    problems: list[Problem] = []
    for page in pages(root, "en"):
        try:
            english, french = (read_chapter(root, language, page) for language in ("en", "fr"))
            now[page] = map_of(english, french, held)
        except FileNotFoundError:
            message = "is missing; expected every chapter in both languages"
            problems.append(Problem(f"docs/fr/{page}", 0, 0, message))
        except ReportError as error:
            problems += error.problems
    if problems:
        raise ReportError(problems)
    gone = {page: tuple(replace(each, kind=REMOVED) for each in held[page]) for page in set(held) - set(now)}
    return {**now, **gone}


def _in_use(numbers: Numbers) -> set[tuple[str, str]]:
    return {(page, each.number) for page in numbers for each in numbers[page] if each.kind != REMOVED}
