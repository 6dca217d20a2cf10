"""Problems as an editor reads them."""

from __future__ import annotations

import pytest

from study.problems import Problem, ReportError, listed, shown, suggestion, trail, trail_to

DOCUMENT = [{"id": "gate", "results": [{"text": {"en": "x"}}]}, {"title": "no id"}]


def test_a_problem_is_one_line_with_its_place() -> None:
    assert str(Problem("data/a.yaml", 3, 7, "is\n wrong")) == "data/a.yaml:3:7: is wrong"


def test_a_problem_of_a_whole_file_links_to_its_start() -> None:
    assert str(Problem("data/a.yaml", 0, 0, "is missing")) == "data/a.yaml:1:1: is missing"


def test_a_problem_sends_no_commands_to_the_terminal() -> None:
    assert str(Problem("a", 1, 1, "is \x1b[31mred\x07")) == "a:1:1: is �[31mred�"


def test_an_error_carries_each_problem_once_in_order() -> None:
    late, early = Problem("b", 9, 1, "late"), Problem("b", 2, 1, "early")
    error = ReportError([late, early, late])
    assert error.problems == [early, late]
    assert str(error) == "b:2:1: early\nb:9:1: late"


def test_a_trail_joins_record_and_fields() -> None:
    assert trail("gate", "title", "fr") == "gate › title › fr"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((0, "results", 0, "text", "fr"), "gate › results › no. 1 › text › fr"),
        ((0, "id"), "gate › id"),
        ((0,), "gate"),
        ((1, "title"), "record 2 › title"),
        ((7, "title", 2), "record 8 › title › no. 3"),
        (("rows", 0, "percent"), "rows › no. 1 › percent"),
        ((), ""),
    ],
)
def test_a_trail_starts_at_the_innermost_record_and_counts_from_one(
    path: tuple[object, ...], expected: str
) -> None:
    assert trail_to(DOCUMENT, path) == expected


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("blokchain", '; did you mean "blockchain"?'),
        ("AI", '; did you mean "ai"?'),
        ("cluod", '; did you mean "cloud"?'),
        ("submarines", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_the_nearest_known_key_is_suggested(written: object, hint: str) -> None:
    assert suggestion(written, ["ai", "blockchain", "cloud"]) == hint


def test_a_value_is_shown_on_one_line_and_cut() -> None:
    assert shown("two\n  lines") == '"two lines"'
    assert shown("x" * 61) == '"' + "x" * 59 + '…"'
    assert shown("x" * 60) == '"' + "x" * 60 + '"'


@pytest.mark.parametrize(
    ("values", "text"), [((), ""), (("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c")]
)
def test_choices_are_listed(values: tuple[str, ...], text: str) -> None:
    assert listed(values) == text


def test_what_has_no_lines_is_named_without_one() -> None:
    assert Problem("2026.zip", 0, 0, "is\x07 cut\nshort").without_line == "2026.zip: is\ufffd cut short"
