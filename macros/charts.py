"""Charts as plain geometry: bars, a line of points, a matrix of counts. No HTML, no colours, no words of its own.

Lengths are in the units of the SVG's view box, which is WIDTH wide; text is set in units too, so
that a chart stays legible on a phone of 360 px, where one unit is about one pixel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.tables import TableView

WIDTH = 360
LINE = 15  # height of a line of text
BAR = 13
GAP = 12
STRAIGHT = 40  # column headings up to this height stand straight
VALUE_ROOM = 116  # kept free to the right of the longest bar for its value


@dataclass(frozen=True)
class Bar:
    """A bar under its label; `soft` marks a value that the source does not give for certain."""

    label: str
    value: str
    label_y: float
    y: float
    length: float
    soft: bool = False


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars, longest possible bar = the scale's end."""

    id: str
    title: str
    description: str
    height: float
    bars: Sequence[Bar]
    table: TableView
    width: int = WIDTH
    bar_height: int = BAR


def bar_chart(
    key: str,
    title: str,
    description: str,
    rows: Sequence[tuple[str, float, str, bool]],
    table: TableView,
) -> BarChart:
    """Return bars for rows of (label, number, the number in words, uncertain), on a scale from 0."""
    longest = max((amount for _, amount, _, _ in rows), default=0) or 1
    step = LINE + BAR + GAP
    bars = [
        Bar(
            label=label,
            value=words,
            label_y=place * step + LINE - 3,
            y=place * step + LINE + 2,
            length=round((WIDTH - VALUE_ROOM) * amount / longest, 1),
            soft=uncertain,
        )
        for place, (label, amount, words, uncertain) in enumerate(rows)
    ]
    return BarChart(f"chart-{key}", title, description, len(rows) * step, bars, table)


@dataclass(frozen=True)
class Point:
    """A dated value; `anchor` keeps its text inside the chart."""

    x: float
    y: float
    label: str
    value: str
    anchor: str


@dataclass(frozen=True)
class LineChart:
    """Points in time on a scale from 0, joined by a line."""

    id: str
    title: str
    description: str
    points: Sequence[Point]
    path: str
    baseline: float
    table: TableView
    width: int = WIDTH
    height: int = 164


def line_chart(
    key: str, title: str, description: str, rows: Sequence[tuple[int, float, str, str]], table: TableView
) -> LineChart:
    """Return a line for rows of (day number, number, date in words, number in words), by day."""
    left, right, top, bottom = 24, WIDTH - 24, 34, 118
    first, last = rows[0][0], rows[-1][0]
    highest = max(amount for _, amount, _, _ in rows)
    points = []
    for place, (day, amount, label, value) in enumerate(rows):
        x = left + (right - left) * (day - first) / ((last - first) or 1)
        y = bottom - (bottom - top) * amount / highest
        anchor = "start" if place == 0 else "end" if place == len(rows) - 1 else "middle"
        points.append(Point(round(x, 1), round(y, 1), label, value, anchor))
    path = " ".join(f"{'M' if place == 0 else 'L'}{point.x} {point.y}" for place, point in enumerate(points))
    return LineChart(f"chart-{key}", title, description, points, path, bottom, table)


@dataclass(frozen=True)
class Square:
    """A count in the matrix; `shade` from 0 (none) to 4 (most)."""

    x: float
    y: float
    value: str
    shade: int


@dataclass(frozen=True)
class Matrix:
    """Counts by two keys: rows of labels, columns of short headings, a square for each pair."""

    id: str
    title: str
    description: str
    height: float
    columns: Sequence[tuple[float, str]]
    rows: Sequence[tuple[float, str]]
    squares: Sequence[Square]
    table: TableView
    cell: float
    head: float
    width: int = WIDTH


def matrix(
    key: str,
    title: str,
    description: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[int]]],
    table: TableView,
    *,
    head: float = 20,
) -> Matrix:
    """Return a matrix of counts; `head` is the height of the column headings."""
    label_room, height = 150, 24
    # slanted headings lean to the right beyond their column
    cell = (WIDTH - label_room - (28 if head > STRAIGHT else 0)) / len(columns)
    most = max((count for _, counts in rows for count in counts), default=0) or 1
    squares = [
        Square(
            x=round(label_room + across * cell, 1),
            y=head + down * height,
            value=str(count) if count else "",
            shade=-(-count * 4 // most),
        )
        for down, (_, counts) in enumerate(rows)
        for across, count in enumerate(counts)
    ]
    return Matrix(
        id=f"chart-{key}",
        title=title,
        description=description,
        height=head + len(rows) * height,
        columns=[(round(label_room + (place + 0.5) * cell, 1), name) for place, name in enumerate(columns)],
        rows=[(head + (place + 0.5) * height, name) for place, (name, _) in enumerate(rows)],
        squares=squares,
        table=table,
        cell=round(cell, 1),
        head=head,
    )
