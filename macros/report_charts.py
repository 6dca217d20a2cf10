"""The report's charts, by the key a chapter calls them by; each stands on the table below it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from macros.case_matrices import technologies_by_region, technologies_by_stage
from macros.charts import BarChart, LineChart, bar_chart, line_chart
from macros.matrices import Matrix
from macros.pages import ReportPage
from macros.survey_tables import survey_table
from macros.wording import region_name

Chart = BarChart | LineChart | Matrix


def chart(page: ReportPage, key: str) -> Chart:
    """Return the chart with this key (one of study.calls.CHARTS). Raises KeyError for another."""
    return CHARTS[key](page)


def _words(page: ReportPage, key: str) -> tuple[str, str, str]:
    return key, page.words("chart", key), page.words("chart_description", key)


def _participation(page: ReportPage) -> Chart:
    words = page.words
    rows = [
        (
            region_name(page, row),
            row.percent,
            words(
                "chart_value", "of", share=words.percent(row.percent), count=row.answers, total=row.members
            ),
            False,
        )
        for row in page.knowledge.survey.participation.rows
    ]
    return bar_chart(*_words(page, "participation-by-region"), rows, survey_table(page, "participation"))


def _use_cases(page: ReportPage) -> Chart:
    words = page.words
    rows = [
        (
            region_name(page, row),
            row.percent,
            words(
                "chart_value", "of", share=words.percent(row.percent), count=row.answers, total=row.members
            ),
            row.region is None,
        )
        for row in page.knowledge.use_cases.rows
    ]
    return bar_chart(
        *_words(page, "use-case-participation"), rows, survey_table(page, "use-case-participation")
    )


def _maturity(page: ReportPage) -> Chart:
    levels = {level.id: level for level in page.knowledge.maturity}
    rows = [
        (
            f"{levels[row.level].level}. {levels[row.level].name[page.language]}",
            row.percent,
            page.words.percent(row.percent),
            False,
        )
        for row in page.knowledge.survey.maturity.rows
    ]
    return bar_chart(*_words(page, "maturity"), rows, survey_table(page, "maturity"))


def _adoption(page: ReportPage) -> Chart:
    words = page.words
    rows = []
    for row in page.knowledge.survey.adoption.rows:
        name = page.knowledge.technology[row.technology].short[page.language]
        amount = row.members if row.members is not None else row.probable
        text = words("general", "not_stated") if amount is None else words.number(amount)
        if row.members is None and row.probable is not None:
            text = words("general", "probably", value=text)
        rows.append((name, float(amount or 0), text, row.members is None))
    return bar_chart(*_words(page, "adoption"), rows, survey_table(page, "adoption"))


def _network(page: ReportPage) -> Chart:
    rows = []
    for point in page.knowledge.project.network:
        day = date.fromisoformat(point.date if len(point.date) == 10 else f"{point.date}-15")
        rows.append(
            (
                day.toordinal(),
                float(point.members),
                page.words.day(point.date),
                page.words.number(point.members),
            )
        )
    return line_chart(*_words(page, "network-growth"), rows, survey_table(page, "network"))


def _workshops(page: ReportPage) -> Chart:
    rows = [
        (
            f"{workshop.city[page.language]}, {page.words.day(workshop.start[:7])}",
            float(workshop.participants),
            page.words("chart_value", "participants", count=page.words.number(workshop.participants)),
            False,
        )
        for workshop in page.knowledge.project.workshops
    ]
    return bar_chart(*_words(page, "workshops"), rows, survey_table(page, "workshops"))


CHARTS: dict[str, Callable[[ReportPage], Chart]] = {
    "participation-by-region": _participation,
    "maturity": _maturity,
    "adoption": _adoption,
    "use-case-participation": _use_cases,
    "network-growth": _network,
    "workshops": _workshops,
    "cases-by-region-technology": technologies_by_region,
    "cases-by-technology-stage": technologies_by_stage,
}
