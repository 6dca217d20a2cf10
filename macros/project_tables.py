"""The tables of the Smart Customs Project: objectives, workshops, network, deliverables."""

from __future__ import annotations

from collections.abc import Callable

from macros.pages import ReportPage
from macros.tables import Cell, Column, TableView, number, table
from macros.wording import capitalized


def _objectives(page: ReportPage) -> TableView:
    project, words = page.knowledge.project, page.words
    rows = [
        [Cell(words.number(place), heading=True), Cell(capitalized(objective[page.language]))]
        for place, objective in enumerate(project.objectives, 1)
    ]
    columns = [Column(words("column", "number")), Column(words("column", "objective"))]
    return table(page, "objectives", columns, rows, sources=project.sources)


def _workshops(page: ReportPage) -> TableView:
    words, language, knowledge = page.words, page.language, page.knowledge
    rows = []
    for workshop in knowledge.project.workshops:
        city = f"{workshop.city[language]}, {knowledge.member[workshop.member].name[language]}"
        regions = [knowledge.region[key].code[language] for key in workshop.regions]
        remark = workshop.participants_note[language] if workshop.participants_note else ""
        rows.append(
            [
                Cell(city, heading=True),
                Cell(words.span(workshop.start, workshop.end)),
                Cell(", ".join(regions)),
                Cell(words.number(workshop.participants), numeric=True, remark=remark),
                number(page, workshop.administrations),
            ]
        )
    columns = [
        Column(words("column", "place")),
        Column(words("column", "date")),
        Column(words("column", "regions")),
        Column(words("column", "participants"), numeric=True),
        Column(words("column", "administrations"), numeric=True),
    ]
    workshops = knowledge.project.workshops
    sources = [key for workshop in workshops for key in workshop.sources]
    notes = [key for workshop in workshops for key in workshop.notes]
    return table(page, "workshops", columns, rows, sources=sources, notes=notes)


def _network(page: ReportPage) -> TableView:
    project, words = page.knowledge.project, page.words
    rows = [
        [
            Cell(words.day(point.date), heading=True),
            number(page, point.members),
            number(page, point.contacts),
            Cell(point.label[page.language] if point.label else ""),
        ]
        for point in project.network
    ]
    columns = [
        Column(words("column", "date")),
        Column(words("column", "members"), numeric=True),
        Column(words("column", "contacts"), numeric=True),
        Column(words("column", "remark")),
    ]
    sources = [key for point in project.network for key in point.sources]
    notes = [*(key for point in project.network for key in point.notes), *project.network_notes]
    return table(page, "network", columns, rows, sources=sources, notes=notes)


def _deliverables(page: ReportPage) -> TableView:
    rows = [
        [Cell(each.name[page.language], heading=True), Cell(capitalized(each.state[page.language]))]
        for each in page.knowledge.project.deliverables
    ]
    columns = [Column(page.words("column", key)) for key in ("deliverable", "state")]
    sources = [key for each in page.knowledge.project.deliverables for key in each.sources]
    return table(page, "deliverables", columns, rows, sources=sources)


PROJECT_TABLES: dict[str, Callable[[ReportPage], TableView]] = {
    "objectives": _objectives,
    "workshops": _workshops,
    "network": _network,
    "deliverables": _deliverables,
}
