"""Names and dates as tables and charts write them."""

from __future__ import annotations

from collections.abc import Sequence

from macros.pages import ReportPage
from study.facets import name_of
from study.models.project import Milestone
from study.models.surveys import CalendarEntry, RegionAnswers


def region_name(page: ReportPage, row: RegionAnswers) -> str:
    """Return `East and Southern Africa (ESA)`, or the row's own words where no region is known."""
    if row.region is None:
        assert row.label is not None
        return row.label[page.language]
    return name_of("region", row.region, page.knowledge, page.words)


def when(page: ReportPage, moment: CalendarEntry | Milestone) -> str:
    """Return a day, several days or a span of days, in words."""
    if moment.days:
        return page.words.days(moment.days)
    if moment.date:
        return page.words.day(moment.date)
    assert moment.start is not None and moment.end is not None
    return page.words.span(moment.start, moment.end)


def technology_name(page: ReportPage, key: str) -> str:
    """Return a technology's full name."""
    return page.knowledge.technology[key].name[page.language]


def technology_list(page: ReportPage, keys: Sequence[str]) -> str:
    """Return the short names of technologies, with commas only: the names hold `and` themselves."""
    return ", ".join(page.knowledge.technology[key].short[page.language] for key in keys)


def capitalized(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def counted(page: ReportPage, noun: str, count: int) -> str:
    """Return `1 case`, `12 cases`, `aucun cas`: a count with its noun, as the language wants it."""
    form = "none" if count == 0 else "one" if count == 1 else "many"
    return page.words("count", f"{noun}_{form}", count=page.words.number(count))
