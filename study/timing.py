"""Dates that can't be: a source checked, or a case begun, after the day of the commit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from study.knowledge import Documents, Knowledge
from study.problems import Problem, trail
from study.reading import place_of


def date_problems(knowledge: Knowledge, documents: Documents, as_of: date) -> Iterator[Problem]:
    """Return a problem for each day after `as_of`, and for each day that no calendar has."""
    for name, path, record, day, field in _days(knowledge):
        place = place_of(documents.by_name[name], path)
        if not _exists(day):
            yield Problem(
                name, *place, f'{trail(record, field)}: is "{day}"; expected a day that the calendar has'
            )
        elif day > as_of.isoformat()[: len(day)]:
            yield Problem(
                name,
                *place,
                f'{trail(record, field)}: is "{day}", after the day of this version ({as_of}); expected that day or earlier',
            )
    for index, case in enumerate(knowledge.cases):
        planned = case.stage in ("planned", "exploring", "unknown")
        if case.since and case.since > as_of.year and not planned:
            place = place_of(documents.by_name["data/cases.yaml"], (index, "since"))
            yield Problem(
                "data/cases.yaml",
                *place,
                f"{trail(case.id, 'since')}: is {case.since}, in the future; expected {as_of.year} or earlier, "
                "unless the stage is planned",
            )


def _days(knowledge: Knowledge) -> Iterator[tuple[str, tuple[object, ...], str, str, str]]:
    for index, case in enumerate(knowledge.cases):
        yield "data/cases.yaml", (index, "checked"), case.id, case.checked, "checked"
        if case.confirmed:
            yield "data/cases.yaml", (index, "confirmed"), case.id, case.confirmed, "confirmed"
    for index, source in enumerate(knowledge.sources):
        yield "data/sources.yaml", (index, "checked"), source.id, source.checked, "checked"
        if source.date:
            yield "data/sources.yaml", (index, "date"), source.id, source.date, "date"
    for index, member in enumerate(knowledge.register.members):
        if member.joined:
            yield "data/members.yaml", ("members", index, "joined"), member.id, member.joined, "joined"


def _exists(day: str) -> bool:
    if len(day) < len("2026-11-22"):
        return True
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
