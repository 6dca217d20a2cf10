"""The day on which a chapter last changed in substance: a real day, not in the future, the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from study.chapters import Chapter
from study.documents import problem_at
from study.models.values import DAY
from study.problems import Problem, shown


def day_problems(chapter: Chapter, as_of: date) -> Iterator[Problem]:
    """Return what is wrong with the day of the last change of substance, which the feed tells readers."""
    if "updated" not in chapter.fields:
        message = f"has no day of its last change; expected a line updated: {as_of} below description:"
        yield Problem(chapter.name, 1, 1, message)
        return
    day = chapter.updated
    if not re.fullmatch(DAY, day, re.ASCII):
        message = f"is {shown(day)}; expected a day such as {as_of}"
    elif not _exists_on_the_calendar(day):
        message = f'is "{day}"; expected a day that the calendar has'
    elif day > as_of.isoformat():
        message = f'is "{day}", after the day of this version ({as_of}); expected that day or earlier'
    else:
        return
    yield problem_at(chapter.name, chapter.fields, ("updated",), message)


def _exists_on_the_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def pair_day_problems(english: Chapter, french: Chapter) -> Iterator[Problem]:
    """Return a problem if the two languages name different days."""
    if english.updated and french.updated and english.updated != french.updated:
        message = f"is {shown(english.updated)} here, but {shown(french.updated)} in {french.name}; expected the same day"
        yield problem_at(english.name, english.fields, ("updated",), message)
