"""Names and dates as tables and charts write them."""

from __future__ import annotations

from macros.pages import ReportPage
from study.models.surveys import RegionAnswers


def region_name(page: ReportPage, row: RegionAnswers) -> str:
    """Return `East and Southern Africa (ESA)`, or the row's own words where no region is known."""
    if row.region is None:
        assert row.label is not None
        return row.label[page.language]
    return region_with_code(page, row.region)


def region_with_code(page: ReportPage, key: str) -> str:
    """Return a region's name with its code in the page's language, if they differ."""
    region = page.knowledge.region[key]
    name, code = region.name[page.language], region.code[page.language]
    return name if name.casefold() == code.casefold() else f"{name} ({code})"


def when(page: ReportPage, day: str | None, start: str | None, end: str | None) -> str:
    """Return a day, or a span of days, in words."""
    if day:
        return page.words.day(day)
    assert start is not None and end is not None
    return page.words.span(start, end)


def technology_name(page: ReportPage, key: str) -> str:
    """Return a technology's full name."""
    return page.knowledge.technology[key].name[page.language]


def capitalized(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def counted(page: ReportPage, noun: str, count: int) -> str:
    """Return `1 case`, `12 cases`, `aucun cas`: a count with its noun, as the language wants it."""
    form = "none" if count == 0 else "one" if count == 1 else "many"
    return page.words("count", f"{noun}_{form}", count=page.words.number(count))
