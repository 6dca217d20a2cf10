"""Tables: a caption, columns and cells, with the notes and sources that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from macros.citations import CitationView, citations
from macros.pages import ReportPage


@dataclass(frozen=True)
class Link:
    """Where a number or label leads; `name` says it to those who do not see its row and column."""

    href: str
    name: str


def link_to(page: ReportPage, path: str, name: str) -> Link | None:
    """Return the link to `path`, or None where that page does not exist."""
    href = page.link(path)
    return None if href is None else Link(href, name)


@dataclass(frozen=True)
class Cell:
    """A cell; `remark` stands below it in small type."""

    text: str
    numeric: bool = False
    heading: bool = False
    remark: str = ""
    link: Link | None = None


@dataclass(frozen=True)
class Column:
    """A column's heading; numbers stand to the right."""

    text: str
    numeric: bool = False


@dataclass(frozen=True)
class TableView:
    """A table as the fragment shows it; `total` marks the last row as a sum."""

    id: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    notes: Sequence[str] = ()
    sources: Sequence[CitationView] = ()
    total: bool = False
    stacked: bool = field(default=False)


def notes_of(page: ReportPage, keys: Sequence[str]) -> list[str]:
    """Return the data notes with these keys that the page has not printed yet, each once."""
    fresh = [key for key in dict.fromkeys(keys) if key not in page.noted]
    page.noted.update(fresh)
    return [page.knowledge.data_note[key].note[page.language] for key in fresh]


def table(
    page: ReportPage,
    key: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    sources: Sequence[str],
    notes: Sequence[str] = (),
    total: bool = False,
) -> TableView:
    """Return a table whose caption is the label `table.KEY`; wide ones are stacked on a phone."""
    return TableView(
        id=f"table-{key}",
        caption=page.words("table", key),
        columns=columns,
        rows=rows,
        notes=notes_of(page, notes),
        sources=citations(page, list(sources)),
        total=total,
        stacked=len(columns) > 3,
    )


def number(page: ReportPage, value: float | None, *, percent: bool = False, link: Link | None = None) -> Cell:
    """Return a right-aligned number, or the words for it where the source gives none."""
    if value is None:
        return Cell(page.words("general", "not_stated"), numeric=True)
    text = page.words.percent(value) if percent else page.words.number(value)
    return Cell(text, numeric=True, link=link)
