"""The numbers of an edition's paragraphs as they stand in `data/paragraphs/EDITION.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from study.blocks import NUMBERED
from study.documents import problem_at
from study.paragraph_matching import REMOVED, Frozen
from study.paragraph_order import NUMBER
from study.problems import Problem, ReportError, listed, shown, suggestion
from study.reading import read_yaml

KINDS = (*sorted(NUMBERED), REMOVED)
FIELDS = ("number", "section", "kind", "print")
PRINT = re.compile(r"([0-9a-f]{16})-([0-9a-f]{16})")
SECTION = re.compile(r"[\w.-]*")
PAGE = re.compile(r"(?:[\w-]+/)*[\w-]+\.md")
HEAD = """\
# The numbers of the paragraphs of this edition, fixed by its first candidate: never edit them.
# `print` tells the words in English and French; removed paragraphs stay, so that no number is given twice.
"""


def frozen_map(root: Path, edition: str) -> dict[str, tuple[Frozen, ...]] | None:
    """Return the numbers of each page of an edition, None if it has none yet.

    Raises ReportError with every problem of the file.
    """
    name = f"data/paragraphs/{edition}.yaml"
    if not (root / name).is_file():
        return None
    return numbers_in(name, read_yaml(root / name, name))


def numbers_in(name: str, document: Any) -> dict[str, tuple[Frozen, ...]]:
    """Return the numbers of each page, as they stand in a document of the file `name`.

    Raises ReportError with every problem of the document.
    """
    if problems := list(_problems(name, document)):
        raise ReportError(problems)
    return {page: tuple(_entry(each) for each in entries) for page, entries in document.items()}


def written(frozen: Mapping[str, Sequence[Frozen]]) -> str:
    """Return the file of the numbers of all pages, one line per paragraph."""
    return "\n".join([HEAD.rstrip("\n"), *lines_of(frozen)]) + "\n"


def lines_of(frozen: Mapping[str, Sequence[Frozen]]) -> list[str]:
    """Return the lines that say the numbers of all pages, which are sorted."""
    lines = []
    for page, entries in sorted(frozen.items()):
        lines.append(f"{page}:" if entries else f"{page}: []")
        lines += [
            f'- {{number: {each.number}, section: "{each.section}", kind: {each.kind}, '
            f"print: {each.english}-{each.french}}}"
            for each in entries
        ]
    return lines


def _entry(fields: Mapping[str, str]) -> Frozen:
    english, _, french = fields["print"].partition("-")
    return Frozen(fields["number"], fields["section"], fields["kind"], english, french)


def _problems(name: str, document: Any) -> Iterator[Problem]:
    if not isinstance(document, dict):
        yield Problem(name, 1, 1, "the file is not made of pages; expected a page such as trust.md: first")
        return
    for page, entries in document.items():
        if not PAGE.fullmatch(page):
            yield problem_at(name, document, (page,), f"{shown(page)} is no page; expected such as trust.md")
        if not isinstance(entries, list):
            yield problem_at(name, document, (page,), "is no list; expected one line per paragraph")
            continue
        first: dict[str, int] = {}
        for index, fields in enumerate(entries):
            path = (page, index)
            found = [problem_at(name, document, path, each) for each in _wrong(fields)]
            yield from found
            number = "" if found else fields["number"]
            if number in first:
                message = (
                    f"the number {number} stands twice; the first is no. {first[number] + 1} of the page"
                )
                yield problem_at(name, document, path, message)
            elif number:
                first[number] = index


def _wrong(fields: Any) -> Iterator[str]:
    """Yield what is wrong with the line of a paragraph."""
    if not isinstance(fields, dict) or set(fields) != set(FIELDS):
        yield f"does not have the right fields; expected {', '.join(FIELDS)}"
        return
    number, section, kind, words = (fields[each] if isinstance(fields[each], str) else "" for each in FIELDS)
    if not NUMBER.fullmatch(number):
        yield f"number: {shown(number)} is no number of a paragraph; expected a form such as 12 or 12a"
    if not SECTION.fullmatch(section):
        yield f"section: {shown(section)} is no id of a heading; expected a form such as at-a-glance"
    if kind not in KINDS:
        yield f"kind: {shown(kind)} has no numbers; expected {listed(KINDS)}{suggestion(kind, KINDS)}"
    if not PRINT.fullmatch(words):
        yield f"print: {shown(words)} is no fingerprint; expected two times 16 digits 0 to f, with - between"
