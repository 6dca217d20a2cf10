"""Charts as plain geometry: bars, and a line of points. No HTML, no colours, no words of its own.

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
SPACE = 6  # between a bar and its value, a value and the edge, a label and its squares
TEXT = 12.5  # size of text
LETTER = 0.56  # usual width of a letter, in sizes of its text; the reader's own font decides


def text_width(text: str, size: float = TEXT) -> float:
    """Return about how wide `text` is."""
    return len(text) * LETTER * size


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
    """Horizontal bars on one scale from 0, as long as their values leave room for."""

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
    most = max((amount for _, amount, _, _ in rows), default=0) or 1
    room = [(WIDTH - 2 * SPACE - text_width(words)) * most / amount for _, amount, words, _ in rows if amount]
    longest = max(0, min(room, default=0))  # the bar of `most`, so that each value fits beside its own
    step = LINE + BAR + GAP
    bars = [
        Bar(
            label=label,
            value=words,
            label_y=place * step + LINE - 3,
            y=place * step + LINE + 2,
            length=round(longest * amount / most, 1),
            soft=uncertain,
        )
        for place, (label, amount, words, uncertain) in enumerate(rows)
    ]
    return BarChart(f"chart-{key}", title, description, len(rows) * step, bars, table)


@dataclass(frozen=True)
class Point:
    """A dated value; `label_x` and `anchor` keep its date inside the chart."""

    x: float
    y: float
    label: str
    value: str
    label_x: float
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
    days = [day for day, _, _, _ in rows] or [0]
    first, last = min(days), max(days)
    highest = max((amount for _, amount, _, _ in rows), default=0) or 1
    points = []
    for day, amount, label, value in rows:
        x = round(left + (right - left) * (day - first) / ((last - first) or 1), 1)
        y = round(bottom - (bottom - top) * amount / highest, 1)
        points.append(Point(x, y, label, value, *_inside(x, label)))
    path = " ".join(f"{'M' if place == 0 else 'L'}{point.x} {point.y}" for place, point in enumerate(points))
    return LineChart(f"chart-{key}", title, description, points, path, bottom, table)


def _inside(x: float, text: str) -> tuple[float, str]:
    """Return where `text` below `x` is anchored, and how: in its middle, unless it would leave the chart."""
    half = text_width(text) / 2
    if x - half < 0:
        return 0, "start"
    return (WIDTH, "end") if x + half > WIDTH else (x, "middle")
