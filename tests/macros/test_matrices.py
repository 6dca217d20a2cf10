"""The geometry of matrices: a square for each pair, room for labels, and targets that a finger meets."""

from __future__ import annotations

from itertools import pairwise

import pytest

from macros.charts import WIDTH, text_width
from macros.matrices import LEAN_RIGHT, LEAN_UP, SMALL_TEXT, Count, Matrix, Named, lines_of, matrix, shade
from macros.tables import Link, TableView

TABLE = TableView("table", "caption", [], [])
PHONE = 320 / WIDTH  # px per unit where the screen is 360 px wide
LEAST_TARGET = 24  # px, WCAG 2.2, 2.5.8


def made(columns: list[str], *rows: tuple[str, list[int]]) -> Matrix:
    """A matrix of these counts, without links."""
    counted = [(Named(label), [Count(count, str(count)) for count in counts]) for label, counts in rows]
    return matrix("key", "title", "description", [Named(name) for name in columns], counted, TABLE)


def test_a_matrix_has_a_square_for_each_pair() -> None:
    chart = made(["A", "B", "C"], ("one", [0, 1, 2]), ("two", [3, 4, 8]))
    assert [[square.value for square in row.squares] for row in chart.rows] == [
        ["0", "1", "2"],
        ["3", "4", "8"],
    ]
    assert len({(square.x, row.y) for row in chart.rows for square in row.squares}) == 6
    assert not chart.slanted


def test_a_matrix_is_known_by_its_key() -> None:
    chart = made(["A"])
    assert (chart.id, chart.title, chart.description, chart.table) == (
        "chart-key",
        "title",
        "description",
        TABLE,
    )


@pytest.mark.parametrize(
    ("counts", "shades"),
    [([0, 1, 2, 3, 4, 8], [0, 1, 1, 2, 2, 4]), ([0, 1], [0, 4]), ([0, 0], [0, 0]), ([1, 400], [1, 4])],
)
def test_a_square_is_blank_only_where_nothing_was_counted(counts: list[int], shades: list[int]) -> None:
    (row,) = made(["A"] * len(counts), ("one", counts)).rows
    assert [square.shade for square in row.squares] == shades


@pytest.mark.parametrize(
    ("number", "expected"), [(0, 0), (1, 1), (25, 1), (26, 2), (75, 3), (76, 4), (100, 4)]
)
def test_a_shade_is_a_quarter_of_the_most(number: int, expected: int) -> None:
    assert shade(number, 100) == expected


def test_a_matrix_without_rows_is_no_error() -> None:
    assert made(["A", "B"]).rows == []


def test_links_stay_with_what_they_stand_on() -> None:
    column, row, square = Link("c/", "C"), Link("r/", "R"), Link("s/", "S")
    rows = [(Named("row", row), [Count(3, "3", square), Count(0, "0")])]
    chart = matrix("key", "", "", [Named("A", column), Named("B")], rows, TABLE)
    assert [heading.link for heading in chart.columns] == [column, None]
    assert [each.link for each in chart.rows] == [row]
    assert [each.link for each in chart.rows[0].squares] == [square, None]


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Drones", ["Drones"]),
        ("Cloud computing", ["Cloud computing"]),
        ("Artificial intelligence", ["Artificial", "intelligence"]),
        ("Robotique, automatisation", ["Robotique,", "automatisation"]),
        ("Internet des objets", ["Internet", "des objets"]),
        ("Elektronendichtemessung", ["Elektronendichtemessung"]),
        ("Internet\u00a0of\u00a0every\u00a0thing", ["Internet\u00a0of\u00a0every\u00a0thing"]),
    ],
)
def test_a_long_label_is_written_in_two_lines_if_it_can_be(label: str, lines: list[str]) -> None:
    assert lines_of(label) == lines


@pytest.mark.parametrize("label", ["AI", "Intelligence artificielle", "Elektronendichtemessung"])
@pytest.mark.parametrize(
    "columns", [["AMS", "A/P"], ["Validation de concept", "Pilote", "Inconnu du public"]]
)
def test_labels_and_headings_have_room(label: str, columns: list[str]) -> None:
    chart = made(columns, (label, [1] * len(columns)))
    (row,) = chart.rows
    assert all(text_width(line, SMALL_TEXT) <= chart.label_room <= row.squares[0].x for _, line in row.lines)
    assert all(row.y < baseline < row.y + chart.row_height for baseline, _ in row.lines)
    assert row.squares[-1].x + chart.cell <= WIDTH + 0.2
    for heading in chart.columns:
        if chart.slanted:
            assert heading.x + 4 + heading.width * LEAN_RIGHT <= WIDTH
            assert heading.width * LEAN_UP <= chart.head - 8
        else:
            assert heading.width <= chart.cell


def test_rows_stand_below_each_other_within_the_height() -> None:
    chart = made(["A"], ("one", [1]), ("two words or more than that", [2]), ("three", [3]))
    baselines = [baseline for row in chart.rows for baseline, _ in row.lines]
    assert baselines == sorted(baselines)
    assert [lower.y - upper.y for upper, lower in pairwise(chart.rows)] == [chart.row_height] * 2
    assert chart.rows[0].y == chart.head
    assert chart.rows[-1].y + chart.row_height == chart.height


def test_what_can_be_chosen_is_large_enough_for_a_finger() -> None:
    headings = ["Exploring", "Planned", "Proof of concept", "Pilot", "Operational", "Discontinued", "Unknown"]
    chart = made(headings, ("Robotics and automation", [1] * 7))
    assert (chart.row_height - 2) * PHONE >= LEAST_TARGET
    assert (chart.cell - 2) * PHONE >= LEAST_TARGET
