"""Percentages are their counts' quotients, or the row says why not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from study.arithmetic import arithmetic_problems, percentage
from tests.study.conftest import Edit, Problems, documents


@pytest.mark.parametrize(
    ("count", "total", "decimals", "share"),
    [(1, 8, 0, "13"), (1, 8, 1, "12.5"), (7, 18, 1, "38.9"), (0, 5, 0, "0"), (5, 5, 2, "100.00")],
)
def test_a_percentage_is_rounded_half_up(count: int, total: int, decimals: int, share: str) -> None:
    assert percentage(count, total, decimals) == Decimal(share)


def said(row: str) -> list[str]:
    """Return what is said of one row of the survey."""
    found = arithmetic_problems(documents(survey_2024=f"rows:\n  - {row}\n"))
    return [str(problem).removeprefix("data/survey-2024.yaml:") for problem in found]


@pytest.mark.parametrize(
    "row",
    [
        "{answers: 1, members: 3, percent: 33}",
        "{answers: 1, members: 3, percent: 33.3}",
        "{answers: 1, of: 8, percent: 12.5}",
        "{answers: 1, of: 8, percent: 13}",
        "{members: 72, of: 187, percent: 38.50}",
        "{answers: 1, members: 3, percent: 34, exception: rounding}",
        "{percent: 62}",
        "{answers: 1, members: 3}",
        # wrong forms are said by the model, once
        "{answers: one, members: 3, percent: 34}",
        "{answers: 1, members: 3, percent: 34 %}",
        "{answers: 1.5, members: 3, percent: 34}",
        "{answers: , members: 3, percent: 34}",
        "{answers: [1], members: 3, percent: 34}",
    ],
)
def test_a_right_or_explained_percentage_passes(row: str) -> None:
    assert said(row) == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{answers: 1, members: 3, percent: 34}", "is 34, but 1 of 3 is 33"),
        ("{answers: 7, members: 18, percent: 38.8}", "is 38.8, but 7 of 18 is 38.9"),
        ("{answers: 16, members: 53, percent: 30.1}", "is 30.1, but 16 of 53 is 30.2"),
        ("{members: 4, of: 8, percent: 51}", "is 51, but 4 of 8 is 50"),
        ("{answers: 9, of: 8, percent: 100}", "is 100, but 9 of 8 is 113"),
        ("{answers: 1, members: 3, percent: 34, exception: }", "is 34, but 1 of 3 is 33"),
    ],
)
def test_a_percentage_that_its_counts_contradict_is_said(row: str, message: str) -> None:
    column = row.index("percent") + 5
    assert said(row) == [
        f"2:{column}: rows › no. 1 › percent: {message}; "
        "correct it, or name the recorded inconsistency under `exception`"
    ]


def test_nothing_is_divided_by_nothing() -> None:
    assert said("{answers: 0, members: 0, percent: 0}") == [
        "2:30: rows › no. 1 › percent: there is nothing to divide by; expected a total above 0"
    ]


def test_an_exception_must_name_a_recorded_inconsistency(change: Edit, problems: Problems) -> None:
    change("survey-2024.yaml", "percent: 33}", "percent: 34, exception: rounding}")
    assert problems() == []
    change("survey-2024.yaml", "exception: rounding", "exception: nothing-of-the-kind")
    assert len(problems()) == 1


@pytest.mark.parametrize("name", ["survey-2024.yaml", "use-cases-2025.yaml"])
def test_both_surveys_are_checked(name: str, change: Edit, problems: Problems) -> None:
    change(name, "percent: 50}", "percent: 51}")
    [line] = problems()
    assert line.startswith(f"data/{name}:")
