"""Differences between the languages that editors declared, each with its reason.

An exception names a block by the first words of its English text, so that it falls when the block is
rewritten; one that nothing needs any more is a problem, because it would hide the next mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from study.concordance.declarations import declaration
from study.documents import problem_at
from study.models.concordance import EXCEPTIONS, Difference, Exceptions, TermDifference
from study.problems import Problem, shown, suggestion

FILE = "data/concordance-exceptions.yaml"
Kind = Literal["terms", "numbers"]


@dataclass(frozen=True)
class Mismatch:
    """A term or number of one language only; `chapter` is a page, or the file of a record.

    `section` is the id of the heading or of the record, `starts` the English text of the block,
    `what` the id of the term or the number as written; `called` says that a macro names the term.
    """

    chapter: str
    section: str
    starts: str
    what: str
    problem: Problem
    called: bool = False


@dataclass(frozen=True)
class Declared:
    """The exceptions as they were declared, and the file they stand in, for the places of problems."""

    exceptions: Exceptions
    document: Any

    def of(self, kind: Kind) -> list[tuple[Difference, str]]:
        """Return the exceptions of a kind in the order of the file, each with its term or number."""
        if kind == "terms":
            return [(each, each.term) for each in self.exceptions.terms]
        return [(each, each.value) for each in self.exceptions.numbers]


def declared(root: Path) -> Declared:
    """Return the exceptions of the checkout at `root`, none where the file is missing.

    Raises ReportError with every problem of the file.
    """
    try:
        return Declared(*declaration(root, FILE, EXCEPTIONS))
    except FileNotFoundError:
        return Declared(Exceptions(), {})


def left_over(mismatches: Iterable[Mismatch], known: Declared, kind: Kind) -> Iterator[Problem]:
    """Return the problems that no exception excuses, and one for each exception that excuses nothing."""
    by_place: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
    for index, (exception, what) in enumerate(known.of(kind)):
        place = (exception.chapter, exception.section, what)
        by_place.setdefault(place, []).append((index, _plain(exception.starts)))
    everyday = {each.term: index for index, each in enumerate(known.exceptions.everyday)}
    needed: set[tuple[str, int]] = set()
    for mismatch in mismatches:
        excuse = _excuse(mismatch, by_place, kind)
        if excuse is None and kind == "terms" and mismatch.what in everyday and not mismatch.called:
            excuse = ("everyday", everyday[mismatch.what])
        if excuse is None:
            yield mismatch.problem
        else:
            needed.add(excuse)
    yield from _unneeded(known, kind, needed)


def _excuse(
    mismatch: Mismatch, by_place: dict[tuple[str, str, str], list[tuple[int, str]]], kind: Kind
) -> tuple[str, int] | None:
    """Return list and place of the first exception that names this mismatch."""
    start = _plain(mismatch.starts)
    for index, first_words in by_place.get((mismatch.chapter, mismatch.section, mismatch.what), []):
        if start.startswith(first_words):
            return kind, index
    return None


def _unneeded(known: Declared, kind: Kind, needed: set[tuple[str, int]]) -> Iterator[Problem]:
    for index, (exception, what) in enumerate(known.of(kind)):
        if (kind, index) not in needed:
            message = _nothing_like(exception, what)
            yield problem_at(FILE, known.document, (kind, index), message)
    if kind == "terms":
        for index, each in enumerate(known.exceptions.everyday):
            if ("everyday", index) not in needed:
                message = f"{shown(each.term)} is no longer needed: both languages have it alike; remove it"
                yield problem_at(FILE, known.document, ("everyday", index), message)


def term_id_problems(known: Declared, ids: Iterable[str]) -> Iterator[Problem]:
    """Return a problem for each exception whose term the glossary does not have; `ids` are its ids."""
    glossary = set(ids)
    named = [("terms", index, each.term) for index, each in enumerate(known.exceptions.terms)]
    named += [("everyday", index, each.term) for index, each in enumerate(known.exceptions.everyday)]
    for field, index, term in named:
        if term not in glossary:
            message = f"{shown(term)} is not a known term{suggestion(term, glossary)}"
            yield problem_at(FILE, known.document, (field, index, "term"), message)


def _nothing_like(exception: Difference, what: str) -> str:
    thing = "the term" if isinstance(exception, TermDifference) else "the number"
    where = f"{exception.chapter}#{exception.section}" if exception.section else exception.chapter
    return (
        f"is no longer needed: no block of {where} starts with {shown(exception.starts)} and has {thing} "
        f"{shown(what)} in one language only; remove this exception"
    )


def _plain(text: str) -> str:
    """Return a text on one line, without the marks of a heading, item or row in front."""
    return " ".join(text.split()).lstrip("#>|*+- ")
