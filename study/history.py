"""What published editions promised: an id that was published never disappears.

`data/history/EDITION.yaml` is written when an edition is published; until then there is nothing to keep.
Its `cases` maps each published id to the stage it had; `study.editions.histories` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from study.documents import problem_at
from study.editions.names import edition_order
from study.paragraph_maps import numbers_in
from study.paragraph_matching import Frozen
from study.problems import Problem, ReportError, shown
from study.reading import parse_yaml, read_text

FOLDER = Path("data") / "history"
LISTS = ("terms", "sources", "pages")


@dataclass(frozen=True)
class History:
    """What an edition published; what its file does not say is empty. `document` knows the places."""

    edition: str
    name: str
    sums: str = ""
    cases: Mapping[str, str] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    chapters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paragraphs: Mapping[str, tuple[Frozen, ...]] = field(default_factory=dict)
    document: Any = field(default=None, compare=False, repr=False)


def stages_by_edition(root: Path) -> dict[str, dict[str, str]]:
    """Return the stage of each case in each published edition; what can't be read is left out.

    `study.promises.history_problems` names what can't be read.
    """
    return {each.edition: dict(each.cases) for each, _ in map(read_history, files(root)) if each}


def histories(root: Path) -> dict[str, History]:
    """Return what each published edition promised, the earliest first; a file that has problems is left out.

    `study.promises.history_problems` names them.
    """
    found = [read_history(path) for path in files(root)]
    return {each.edition: each for each, problems in found if each and not problems}


def files(root: Path) -> list[Path]:
    """Return the files of the published editions, the earliest first."""
    return sorted((root / FOLDER).glob("*.yaml"), key=lambda path: edition_order(path.stem))


def read_history(path: Path) -> tuple[History | None, tuple[Problem, ...]]:
    """Return what a file says, and its problems; None where nothing of it can be used."""
    about = path.stat()
    return _read(path, (about.st_mtime_ns, about.st_size))


@lru_cache(maxsize=128)  # the life of a case, the pages of other editions and the checks ask for the same
def _read(path: Path, stamp: tuple[int, int]) -> tuple[History | None, tuple[Problem, ...]]:
    name = (FOLDER / path.name).as_posix()
    try:
        return history_in(read_text(path, name), name, path.stem)
    except ReportError as error:
        return None, tuple(error.problems)


def history_in(text: str, name: str, edition: str) -> tuple[History | None, tuple[Problem, ...]]:
    """Return what the text of a file says of an edition, and its problems; None where nothing of it can be used."""
    try:
        document = parse_yaml(text, name)
    except ReportError as error:
        return None, tuple(error.problems)
    cases = document.get("cases") if isinstance(document, dict) else None
    if not isinstance(cases, dict):
        words = "has no cases; expected `cases:` with an id and its stage on each line"
        return None, (Problem(name, 1, 1, words),)
    problems = list(_wrong(name, edition, document))
    paragraphs: dict[str, tuple[Frozen, ...]] = {}
    try:
        paragraphs = numbers_in(name, document.get("paragraphs") or {})
    except ReportError as error:
        problems += error.problems
    return _history(name, edition, document, paragraphs), tuple(problems)


def _history(name: str, edition: str, document: Any, paragraphs: Mapping[str, tuple[Frozen, ...]]) -> History:
    lists = {key: frozenset(map(str, _items(document.get(key)))) for key in LISTS}
    chapters = document.get("chapters")
    return History(
        edition=edition,
        name=name,
        sums=str(document.get("sums") or ""),
        cases={key: str(stage) for key, stage in document["cases"].items()},
        chapters={
            page: tuple(map(str, _items(ids)))
            for page, ids in (chapters.items() if isinstance(chapters, dict) else ())
        },
        paragraphs=paragraphs,
        document=document,
        **lists,
    )


def _wrong(name: str, edition: str, document: Any) -> Iterator[Problem]:
    """Return what keeps the file from being understood, but for cases and paragraphs."""
    said = document.get("edition")
    if said is not None and said != edition:
        message = f"is {shown(said)}; expected {edition}, as the file is called"
        yield problem_at(name, document, ("edition",), message)
    for key in LISTS:
        if document.get(key) is not None and not isinstance(document[key], list):
            yield problem_at(name, document, (key,), "is no list; expected one item per line")
    chapters = document.get("chapters")
    if chapters is not None and not isinstance(chapters, dict):
        yield problem_at(name, document, ("chapters",), "is not made of chapters; expected the ids of each")


def _items(value: Any) -> list[Any]:
    """Return the items of a list; an empty text, such as the path of the first page, is read as nothing."""
    return ["" if each is None else each for each in value] if isinstance(value, list) else []
