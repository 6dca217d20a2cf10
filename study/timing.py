"""Dates that can't be: a source checked, or a case begun, after the day of the commit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from study.documents import Documents
from study.models.values import PARTIAL_DATE
from study.problems import Problem

# `deadline` may lie ahead; every other day says what happened
DATES = ("date", "start", "end", "days", "checked", "confirmed", "joined", "as_of", "launched", "deadline")
WRITTEN = re.compile(PARTIAL_DATE, re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
NOT_BEGUN = ("planned", "exploring", "unknown")


def date_problems(documents: Documents, as_of: date) -> Iterator[Problem]:
    """Return a problem for each day after `as_of`, and for each day that no calendar has."""
    for name in documents.by_name:
        if name == "data/labels.yaml":
            continue
        for path, fields in documents.mappings(name):
            for field, day in _days(fields):
                if not _exists(day):
                    message = f'is "{day}"; expected a day that the calendar has'
                elif day > as_of.isoformat()[: len(day)] and not _may_lie_ahead(field, fields):
                    message = (
                        f'is "{day}", after the day of this version ({as_of}); expected that day or earlier'
                    )
                    message += ", or `planned: true`" if _can_be_planned(path) else ""
                else:
                    continue
                yield documents.problem(name, (*path, field), message)
            if name == "data/cases.yaml":
                yield from _begun_in_future(documents, path, fields, as_of)


def _begun_in_future(
    documents: Documents, path: tuple[object, ...], fields: dict[str, Any], as_of: date
) -> Iterator[Problem]:
    since = fields.get("since")
    if not isinstance(since, str) or not YEAR.fullmatch(since) or fields.get("stage") in NOT_BEGUN:
        return
    if int(since) > as_of.year:
        message = f"is {since}, in the future; expected {as_of.year} or earlier, unless the stage is planned"
        yield documents.problem("data/cases.yaml", (*path, "since"), message)


def _days(fields: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field in DATES:
        value = fields.get(field)
        for day in value if isinstance(value, list) else [value]:
            if isinstance(day, str) and WRITTEN.fullmatch(day):
                yield field, day


def _may_lie_ahead(field: str, fields: dict[str, Any]) -> bool:
    return field == "deadline" or fields.get("planned") == "true"


def _can_be_planned(path: tuple[object, ...]) -> bool:
    return "milestones" in path or "steps" in path


def _exists(day: str) -> bool:
    try:
        date.fromisoformat((day + "-01-01")[:10] if len(day) < 7 else (day + "-01")[:10])
    except ValueError:
        return False
    return True
