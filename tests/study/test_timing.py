"""Days that no calendar has, and days after the version's own."""

from __future__ import annotations

from datetime import date

import pytest

from study.timing import date_problems
from tests.study.conftest import documents

DAY = date(2026, 1, 31)


def said(fields: str, name: str = "sources") -> list[str]:
    """Return what is said of one record."""
    found = date_problems(documents(**{name: f"- {{id: a, {fields}}}\n"}), DAY)
    return [str(problem).removeprefix(f"data/{name}.yaml:1:") for problem in found]


@pytest.mark.parametrize(
    "fields",
    [
        "date: 2026-01-31",
        "date: 2026-01",
        "date: 2026",
        "checked: 2024-02-29",
        "date: ",
        "deadline: 2026-12-31",
        "planned: true, date: 2027",
        "planned: true, start: 2026-06-01, end: 2026-06-03",
        "date: soon",  # said by the model, once
        "date: 31.12.2026",
        "confirmed: false",
    ],
)
def test_a_day_that_has_come_passes(fields: str) -> None:
    assert said(fields) == []


@pytest.mark.parametrize(
    "field", ["date", "start", "end", "checked", "confirmed", "joined", "as_of", "launched"]
)
@pytest.mark.parametrize("day", ["2026-02-01", "2027-01-01"])
def test_a_day_after_the_version_is_said(field: str, day: str) -> None:
    assert said(f"{field}: {day}") == [
        f'11: a › {field}: is "{day}", after the day of this version (2026-01-31); expected that day or earlier'
    ]


@pytest.mark.parametrize("day", ["2026-02", "2027"])
def test_a_month_or_year_after_the_version_is_said(day: str) -> None:
    assert len(said(f"date: {day}")) == 1


@pytest.mark.parametrize("day", ["2025-02-29", "2025-04-31", "0000-01-01", "0000"])
def test_a_day_that_no_calendar_has_is_said(day: str) -> None:
    assert said(f"checked: {day}") == [f'11: a › checked: is "{day}"; expected a day that the calendar has']
    assert said(f"planned: true, start: {day}")


def test_each_of_several_days_is_looked_at() -> None:
    assert len(said("days: [2025-02-30, 2025-02-28, 2026-02-28]")) == 2


def test_a_step_that_is_not_marked_as_planned_is_told_how() -> None:
    text = "milestones:\n  - {id: vote, date: 2026-06}\n  - {id: talk, date: 2026-06, planned: false}\n"
    for problem in date_problems(documents(project=text), DAY):
        assert problem.message.endswith("expected that day or earlier, or `planned: true`")


@pytest.mark.parametrize(
    ("stage", "since"),
    [("pilot", "2026"), ("planned", "2027"), ("exploring", "2027"), ("unknown", "2027"), ("pilot", "soon")],
)
def test_what_is_planned_may_begin_in_the_future(stage: str, since: str) -> None:
    assert said(f"stage: {stage}, since: {since}", "cases") == []


@pytest.mark.parametrize("stage", ["pilot", "operational", "discontinued"])
def test_what_goes_on_began_in_the_past(stage: str) -> None:
    assert said(f"since: 2027, stage: {stage}", "cases") == [
        "11: a › since: is 2027, in the future; expected 2026 or earlier, unless the stage is planned"
    ]


def test_words_of_the_pages_are_no_dates() -> None:
    assert list(date_problems(documents(labels="case: {date: 2027-01-01}\n"), DAY)) == []
