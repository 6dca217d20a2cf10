"""The geometry of charts: in proportion, and inside the picture."""

from __future__ import annotations

import pytest

from macros.charts import WIDTH, bar_chart, line_chart, text_width
from macros.tables import TableView

TABLE = TableView("table", "caption", [], [])
ABOUT = ("key", "title", "description")


def bars(*rows: tuple[float, str]) -> list[float]:
    """The lengths of bars with these amounts and values."""
    chart = bar_chart(*ABOUT, [("label", amount, words, False) for amount, words in rows], TABLE)
    return [bar.length for bar in chart.bars]


def test_bars_are_as_long_as_their_amounts() -> None:
    longest, half, none = bars((62, "62"), (31, "31"), (0, "0"))
    assert longest == pytest.approx(2 * half, abs=0.2)
    assert none == 0


@pytest.mark.parametrize(
    "rows",
    [
        [(79, "79 % (19 sur 24)"), (50, "50 % (9 sur 18)")],
        [(23, "23"), (12, "probablement 12")],
        [(100, "1"), (99, "a longer value than the bar above it has")],
    ],
)
def test_every_value_fits_beside_its_bar(rows: list[tuple[float, str]]) -> None:
    for length, (_, words) in zip(bars(*rows), rows, strict=True):
        assert length + 6 + text_width(words) + 6 <= WIDTH + 0.2


def test_the_bars_use_the_room_that_the_values_leave() -> None:
    (length,) = bars((5, "12345"))
    assert length + 6 + text_width("12345") + 6 == pytest.approx(WIDTH)


def test_a_value_without_any_room_leaves_no_bar_rather_than_a_negative_one() -> None:
    assert bars((5, "x" * 99), (1, "1")) == [0, 0]


@pytest.mark.parametrize("amounts", [[], [0], [0, 0]])
def test_nothing_to_show_is_no_error(amounts: list[float]) -> None:
    assert bars(*((amount, "0") for amount in amounts)) == [0] * len(amounts)


def test_labels_bars_and_values_stand_below_each_other_within_the_height() -> None:
    chart = bar_chart(*ABOUT, [("a", 1, "1", False), ("b", 2, "2", True)], TABLE)
    places = [y for bar in chart.bars for y in (bar.label_y, bar.y, bar.y + chart.bar_height)]
    assert places == sorted(places)
    assert places[-1] <= chart.height
    assert [(bar.label, bar.value, bar.soft) for bar in chart.bars] == [("a", "1", False), ("b", "2", True)]


def test_a_chart_is_known_by_its_key() -> None:
    chart = bar_chart(*ABOUT, [], TABLE)
    assert (chart.id, chart.title, chart.description, chart.table) == (
        "chart-key",
        "title",
        "description",
        TABLE,
    )


def test_points_stand_where_their_day_and_number_say() -> None:
    rows = [(100, 0.0, "a", "0"), (150, 50.0, "b", "50"), (200, 100.0, "c", "100")]
    chart = line_chart(*ABOUT, rows, TABLE)
    first, middle, last = chart.points
    assert middle.x == pytest.approx((first.x + last.x) / 2)
    assert middle.y == pytest.approx((first.y + last.y) / 2)
    assert first.y == chart.baseline
    assert chart.path == f"M{first.x} {first.y} L{middle.x} {middle.y} L{last.x} {last.y}"
    assert all(0 < point.x < WIDTH and 0 < point.y < chart.height for point in chart.points)


@pytest.mark.parametrize("day", [0, 1, 30, 50, 99, 100])
def test_a_date_stays_inside_the_chart(day: int) -> None:
    date = "15 septembre 2025"
    rows = [(0, 1.0, date, "1"), (day, 2.0, date, "2"), (100, 3.0, date, "3")]
    for point in line_chart(*ABOUT, rows, TABLE).points:
        width = text_width(point.label)
        start = {"start": 0.0, "middle": width / 2, "end": width}[point.anchor]
        assert point.label_x - start >= 0
        assert point.label_x - start + width <= WIDTH


@pytest.mark.parametrize("rows", [[], [(5, 0.0, "a", "0")], [(5, 3.0, "a", "3"), (5, 3.0, "a", "3")]])
def test_a_line_of_no_length_or_height_is_no_error(rows: list[tuple[int, float, str, str]]) -> None:
    assert len(line_chart(*ABOUT, rows, TABLE).points) == len(rows)
