"""Matrices of counts as plain geometry: labels of rows, headings of columns, a square for each pair.

Lengths are in units of the view box, as in macros/charts.py. What can be chosen is at least 27 units
high: 24 px on a phone of 360 px, the least size of a target (WCAG 2.2, 2.5.8).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.charts import SPACE, WIDTH, text_width
from macros.tables import Link, TableView

SMALL_TEXT = 11.6  # size of labels and headings
ROW = 29  # height of a row: two lines of a label
LINE_OF_LABEL = 12.5
ONE_LINE = 104  # a wider label is written in two lines
LEAN_RIGHT, LEAN_UP = 0.5, 0.87  # reach of a heading slanted by 60°, per unit of its width


@dataclass(frozen=True)
class Named:
    """The words of a row or column, and the list that they lead to."""

    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Count:
    """How often a pair occurs, in words too, and the list of its cases; no link if there are none."""

    number: int
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Heading:
    """A column's heading; `x` is the middle of its column, `width` that of its text."""

    x: float
    width: float
    text: str
    link: Link | None


@dataclass(frozen=True)
class Square:
    """A count in the matrix; `shade` from 0 (none) to 4 (most)."""

    x: float
    shade: int
    value: str
    link: Link | None


@dataclass(frozen=True)
class Row:
    """A row from `y` downwards: its label, each line with the place of its text, and its squares."""

    y: float
    lines: Sequence[tuple[float, str]]
    link: Link | None
    squares: Sequence[Square]


@dataclass(frozen=True)
class Matrix:
    """Counts by two keys: rows of labels, columns of headings (slanted if long), a square for each pair."""

    id: str
    title: str
    description: str
    height: float
    columns: Sequence[Heading]
    rows: Sequence[Row]
    table: TableView
    cell: float
    head: float
    label_room: float
    slanted: bool
    width: int = WIDTH
    row_height: int = ROW


def matrix(
    key: str,
    title: str,
    description: str,
    columns: Sequence[Named],
    rows: Sequence[tuple[Named, Sequence[Count]]],
    table: TableView,
) -> Matrix:
    """Return a matrix of counts; labels and headings get the room that they need."""
    labels = [line for label, _ in rows for line in lines_of(label.text)]
    room = SPACE + max((text_width(line, SMALL_TEXT) for line in labels), default=0)
    widths = [text_width(column.text, SMALL_TEXT) for column in columns]
    cell, head, slanted = _columns(widths, room)
    return Matrix(
        id=f"chart-{key}",
        title=title,
        description=description,
        height=head + len(rows) * ROW,
        columns=[
            Heading(round(room + (place + 0.5) * cell, 1), round(width, 1), column.text, column.link)
            for place, (column, width) in enumerate(zip(columns, widths, strict=True))
        ],
        rows=_rows(rows, head, room, cell),
        table=table,
        cell=round(cell, 1),
        head=head,
        label_room=round(room, 1),
        slanted=slanted,
    )


def _rows(rows: Sequence[tuple[Named, Sequence[Count]]], head: float, room: float, cell: float) -> list[Row]:
    """Return the rows below headings of height `head`, their squares to the right of `room`."""
    most = max((count.number for _, counts in rows for count in counts), default=0) or 1
    return [
        Row(
            y=head + down * ROW,
            lines=_placed(lines_of(label.text), head + (down + 0.5) * ROW),
            link=label.link,
            squares=[
                Square(round(room + across * cell, 1), shade(count.number, most), count.text, count.link)
                for across, count in enumerate(counts)
            ],
        )
        for down, (label, counts) in enumerate(rows)
    ]


def lines_of(label: str) -> list[str]:
    """Return a label in one line, or a long one in the two lines that need the least room."""
    words = label.split(" ")
    if text_width(label, SMALL_TEXT) <= ONE_LINE or len(words) == 1:
        return [label]
    pairs = [[" ".join(words[:place]), " ".join(words[place:])] for place in range(1, len(words))]
    return min(pairs, key=lambda lines: max(len(line) for line in lines))


def shade(number: int, most: int) -> int:
    """Return 0 for none, and 1 to 4 for the quarter of `most` that `number` lies in."""
    return -(-number * 4 // most)


def _columns(widths: Sequence[float], label_room: float) -> tuple[float, int, bool]:
    """Return the width of a column, the height of the headings, and whether they are slanted."""
    cell = (WIDTH - label_room) / len(widths)
    if max(widths) <= cell:
        return cell, 30, False
    room = WIDTH - label_room - 2 * SPACE
    cell = min(cell, *((room - width * LEAN_RIGHT) / (place + 0.5) for place, width in enumerate(widths)))
    return cell, round(max(widths) * LEAN_UP) + 20, True


def _placed(lines: Sequence[str], middle: float) -> list[tuple[float, str]]:
    """Return each line with its baseline, so that together they stand around `middle`."""
    first = middle + 4 - (len(lines) - 1) * LINE_OF_LABEL / 2
    return [(round(first + place * LINE_OF_LABEL, 1), line) for place, line in enumerate(lines)]
