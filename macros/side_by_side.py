"""The page that shows both languages of a chapter beside each other, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from macros.columns import Cell, Column, beside
from macros.edition_boxes import EditionBoxes, EditionBoxView
from macros.rendering import render
from study.addresses import edition_address
from study.content_policy import with_policy
from study.editions.pages import page_path
from study.knowledge import Knowledge
from study.labels import Words

Key = tuple[str, str, int]  # kind or number, section, place among those of the same kind


class Row(NamedTuple):
    """A block in both languages; one is empty where that language has none, which a chapter rarely has."""

    number: str
    section: str  # of a heading
    level: int  # of a heading, else 0
    english: Markup
    french: Markup
    notices: Sequence[str] = ()  # of a section out of concordance, in each language


@dataclass(frozen=True)
class Side:
    """What the page says in one language."""

    language: str
    words: Words
    title: str
    chapter: str  # address of the chapter in this language
    notice: str
    note: str  # what the ribbon adds of an approval
    box: EditionBoxView


def side_by_side(knowledge: Knowledge, columns: Sequence[Column]) -> str:
    """Return the page of the English and the French column of a chapter."""
    up = "../" * columns[0].url.count("/")
    page = render(
        knowledge.root,
        "side-by-side",
        sides=[_side(knowledge, column, up) for column in columns],
        rows=list(_rows(columns)),
        styles=list(dict.fromkeys(style for column in columns for style in column.styles)),
        urls=[column.url for column in columns],
        own=beside(columns[0].url),
        up=up,
        publication=knowledge.publication,
        standing=knowledge.standing,
        address=edition_address(knowledge),
    )
    return with_policy(page)


def _side(knowledge: Knowledge, column: Column, up: str) -> Side:
    language, _, path = column.url.partition("/")
    words = Words(language, knowledge.labels)
    boxes = EditionBoxes(knowledge, words, knowledge.standing.commit_shown)
    chapter = _chapter(knowledge.root, page_path(path))
    return Side(
        language=language,
        words=words,
        title=column.title,
        chapter=f"{up}{column.url}",
        notice=column.notice,
        note=boxes.note(chapter),
        box=boxes.box(beside(column.url), chapter, None),
    )


def _chapter(root: Path, page: str) -> str:
    """Return the chapter, below `docs/LANG/`, whose page has a path such as `ai/`."""
    file = f"{page.rstrip('/')}.md"
    return file if (root / "docs" / "en" / file).is_file() else f"{page}index.md"


def _rows(columns: Sequence[Column]) -> Iterator[Row]:
    english, french = (_keyed(column.cells) for column in columns)
    for key in _in_order(english, french):
        cell = english.get(key) or french[key]
        left, right = (Markup(side[key].html if key in side else "") for side in (english, french))  # noqa: S704
        if cell.level and key[2] == 1:
            said = [column.notices.get(cell.section, "") for column in columns]
            yield Row("", cell.section, cell.level, left, right, said if any(said) else ())
        else:
            yield Row(cell.number, "", cell.level, left, right)


def _keyed(cells: Sequence[Cell]) -> dict[Key, Cell]:
    found: dict[Key, Cell] = {}
    places: dict[tuple[str, str], int] = {}
    for cell in cells:
        name = (cell.number or cell.kind, cell.section)
        places[name] = place = places.get(name, 0) + 1
        found[*name, place] = cell
    return found


def _in_order(english: Mapping[Key, Cell], french: Mapping[Key, Cell]) -> list[Key]:
    """Return the keys of both; what stands in French alone comes after what it follows there."""
    order = list(english)
    if english.keys() == french.keys():
        return order
    before = 0
    for key in french:
        if key not in english:
            order.insert(before, key)
        before = order.index(key) + 1
    return order
