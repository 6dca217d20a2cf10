"""The tables of the surveys and of the project, by the key a chapter calls them by."""

from __future__ import annotations

from collections.abc import Callable

from macros.pages import ReportPage
from macros.project_tables import PROJECT_TABLES
from macros.tables import Cell, Column, TableView, number, table
from macros.wording import capitalized, region_name, technology_list, technology_name, when
from study.models.surveys import RegionAnswers


def survey_table(page: ReportPage, key: str) -> TableView:
    """Return the table with this key (one of study.calls.TABLES). Raises KeyError for another."""
    return TABLES[key](page)


def _answers(page: ReportPage, row: RegionAnswers) -> list[Cell]:
    return [
        Cell(region_name(page, row), heading=True),
        number(page, row.answers),
        number(page, row.members),
        number(page, row.percent, percent=True),
    ]


def _participation(page: ReportPage) -> TableView:
    data, words = page.knowledge.survey.participation, page.words
    rows = [_answers(page, row) for row in data.rows]
    rows.append(
        [
            Cell(words("general", "total"), heading=True),
            number(page, data.total.answers),
            number(page, data.total.members),
            number(page, data.total.percent, percent=True),
        ]
    )
    notes = [*data.notes, *(key for row in data.rows for key in row.notes), *data.total.notes]
    return table(
        page, "participation", _region_columns(page), rows, sources=data.sources, notes=notes, total=True
    )


def _use_cases(page: ReportPage) -> TableView:
    data = page.knowledge.use_cases
    rows = [_answers(page, row) for row in data.rows]
    rows.append(
        [
            Cell(page.words("general", "total"), heading=True),
            number(page, data.respondents.members),
            number(page, data.respondents.of),
            number(page, data.respondents.percent, percent=True),
        ]
    )
    notes = [*data.notes, *(key for row in data.rows for key in row.notes), *data.respondents.notes]
    return table(
        page,
        "use-case-participation",
        _region_columns(page),
        rows,
        sources=data.sources,
        notes=notes,
        total=True,
    )


def _region_columns(page: ReportPage) -> list[Column]:
    words = page.words
    return [
        Column(words("column", "region")),
        Column(words("column", "answers"), numeric=True),
        Column(words("column", "members"), numeric=True),
        Column(words("column", "rate"), numeric=True),
    ]


def _maturity(page: ReportPage) -> TableView:
    data, words, language = page.knowledge.survey.maturity, page.words, page.language
    levels = {level.id: level for level in page.knowledge.maturity}
    rows = [
        [
            Cell(f"{levels[row.level].level}. {levels[row.level].name[language]}", heading=True),
            Cell(levels[row.level].summary[language]),
            number(page, row.percent, percent=True),
        ]
        for row in data.rows
    ]
    columns = [
        Column(words("column", "level")),
        Column(words("column", "description")),
        Column(words("column", "share"), numeric=True),
    ]
    return table(page, "maturity", columns, rows, sources=data.sources, notes=data.notes)


def _adoption(page: ReportPage) -> TableView:
    data, words = page.knowledge.survey.adoption, page.words
    rows = []
    for row in data.rows:
        count = number(page, row.members)
        if row.members is None and row.probable is not None:
            count = Cell(words("general", "probably", value=words.number(row.probable)), numeric=True)
        rows.append([Cell(technology_name(page, row.technology), heading=True), count])
    columns = [Column(words("column", "technology")), Column(words("column", "members"), numeric=True)]
    notes = [*(key for row in data.rows for key in row.notes), *data.notes]
    return table(page, "adoption", columns, rows, sources=data.sources, notes=notes)


def _impact(page: ReportPage) -> TableView:
    data, words = page.knowledge.survey.impact_difficulty, page.words
    rows = [
        [
            Cell(technology_list(page, row.technologies), heading=True),
            Cell(words("impact", row.impact)),
            Cell(words("difficulty", row.difficulty)),
        ]
        for row in data.rows
    ]
    columns = [Column(words("column", key)) for key in ("technologies", "impact", "difficulty")]
    return table(page, "impact-difficulty", columns, rows, sources=data.sources, notes=data.notes)


def _performance(page: ReportPage) -> TableView:
    data, words = page.knowledge.survey.performance, page.words
    rows = [
        [Cell(row.name[page.language], heading=True), Cell(words("contribution", row.contribution))]
        for row in data.rows
    ]
    columns = [Column(words("column", key)) for key in ("area", "contribution")]
    return table(page, "performance", columns, rows, sources=data.sources, notes=data.notes)


def _needs(page: ReportPage) -> TableView:
    data, words, language = page.knowledge.survey.capacity_building, page.words, page.language
    rows = [
        [
            Cell(f"{row.rank}. {row.name[language]}", heading=True),
            Cell(row.summary[language]),
            Cell(words("tier", row.tier)),
        ]
        for row in data.rows
    ]
    columns = [Column(words("column", key)) for key in ("need", "description", "tier")]
    return table(page, "capacity-building", columns, rows, sources=data.sources, notes=data.notes)


def _other_needs(page: ReportPage) -> TableView:
    data = page.knowledge.survey.capacity_building
    rows = [[Cell(need[page.language])] for need in data.other_needs]
    return table(
        page,
        "other-needs",
        [Column(page.words("column", "need"))],
        rows,
        sources=data.sources,
        notes=data.notes,
    )


def _focus(page: ReportPage) -> TableView:
    data, words = page.knowledge.survey.focus, page.words
    listed = [words("column", "most_cited"), words("column", "selected")]
    keys = [data.most_cited, data.selected]
    rows = [
        [Cell(name, heading=True), Cell(technology_list(page, group))]
        for name, group in zip(listed, keys, strict=True)
    ]
    rows.append([Cell(words("column", "criteria"), heading=True), Cell(data.criteria[page.language])])
    columns = [Column(words("column", "question")), Column(words("column", "answer"))]
    return table(page, "focus-technologies", columns, rows, sources=data.sources, notes=data.notes)


def _calendar(page: ReportPage) -> TableView:
    rows = [
        [Cell(when(page, entry), heading=True), Cell(entry.label[page.language])]
        for entry in page.knowledge.survey.calendar
    ]
    columns = [Column(page.words("column", "date")), Column(page.words("column", "event"))]
    sources = [key for entry in page.knowledge.survey.calendar for key in entry.sources]
    return table(page, "calendar", columns, rows, sources=sources)


def _agencies(page: ReportPage) -> TableView:
    data = page.knowledge.survey.partner_agencies
    rows = [[Cell(capitalized(row[page.language]))] for row in data.rows]
    return table(
        page,
        "partner-agencies",
        [Column(page.words("column", "agency"))],
        rows,
        sources=data.sources,
        notes=data.notes,
    )


def _unpublished(page: ReportPage) -> TableView:
    entries = page.knowledge.survey.not_published
    rows = [[Cell(capitalized(entry.text[page.language]))] for entry in entries]
    sources = [key for entry in entries for key in entry.sources]
    return table(page, "not-published", [Column(page.words("column", "chart"))], rows, sources=sources)


TABLES: dict[str, Callable[[ReportPage], TableView]] = {
    "participation": _participation,
    "maturity": _maturity,
    "adoption": _adoption,
    "impact-difficulty": _impact,
    "performance": _performance,
    "capacity-building": _needs,
    "other-needs": _other_needs,
    "focus-technologies": _focus,
    "calendar": _calendar,
    "partner-agencies": _agencies,
    "not-published": _unpublished,
    "use-case-participation": _use_cases,
    **PROJECT_TABLES,
}
