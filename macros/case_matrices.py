"""The register counted by technology and a second facet, as a picture and as a table; a count leads to its cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.matrices import Count, Matrix, Named, matrix
from macros.pages import ReportPage
from macros.tables import Cell, Column, Link, TableView, link_to, number, table
from macros.wording import counted
from study.addresses import facet_path, pair_path
from study.facets import all_values, name_of
from study.repertory import crossed


@dataclass(frozen=True)
class Value:
    """A value of the second facet: what heads its column, and what it is called beside a technology."""

    key: str
    heading: str
    name: str


def technologies_by_region(page: ReportPage) -> Matrix:
    """Return how many cases each technology has in each region, headed by the codes of the regions."""
    regions = page.knowledge.region
    values = [
        Value(key, regions[key].code[page.language], regions[key].name[page.language])
        for key in all_values("region", page.knowledge)
    ]
    return _matrix(page, "cases-by-region-technology", "region", values)


def technologies_by_stage(page: ReportPage) -> Matrix:
    """Return how many cases each technology has at each stage."""
    keys = all_values("stage", page.knowledge)
    values = [Value(key, page.words("stage", key), page.words("stage", key)) for key in keys]
    return _matrix(page, "cases-by-technology-stage", "stage", values)


def _matrix(page: ReportPage, key: str, facet: str, values: Sequence[Value]) -> Matrix:
    """Return the technologies that have cases, in rows, by the values of `facet`, in columns."""
    columns = [Named(value.heading, _list_link(page, facet, value.key)) for value in values]
    rows = [
        (
            Named(_short(page, technology), _list_link(page, "technology", technology)),
            _counts(page, technology, facet, values),
        )
        for technology in all_values("technology", page.knowledge)
        if page.repertory.under("technology", technology)
    ]
    about = page.words("chart", key), page.words("chart_description", key)
    return matrix(key, *about, columns, rows, _counts_table(page, key, columns, rows))


def _short(page: ReportPage, technology: str) -> str:
    return page.knowledge.technology[technology].short[page.language]


def _list_link(page: ReportPage, facet: str, value: str) -> Link | None:
    """Return the link to all cases under a value, with the words that are seen in its name.

    A value without cases has no list, so there is no link to it.
    """
    cases = page.repertory.under(facet, value)
    if not cases:
        return None
    seen = _short(page, value) if facet == "technology" else name_of(facet, value, page.knowledge, page.words)
    count = counted(page, "cases", len(cases))
    return link_to(page, facet_path(facet, value), page.words("matrix", "list", name=seen, count=count))


def _counts(page: ReportPage, technology: str, facet: str, values: Sequence[Value]) -> list[Count]:
    """Return the number of cases of a technology under each value; a case counts once under each of its own."""
    found = crossed(page.repertory, technology, facet)
    counts = []
    for value in values:
        count = len(found.get(value.key, ()))
        cases = counted(page, "cases", count)
        said = page.words("matrix", "pair", row=_short(page, technology), column=value.name, count=cases)
        link = link_to(page, pair_path(technology, facet, value.key), said) if count else None
        counts.append(Count(count, page.words.number(count), link))
    return counts


def _counts_table(
    page: ReportPage, key: str, columns: Sequence[Named], rows: Sequence[tuple[Named, Sequence[Count]]]
) -> TableView:
    # headings of columns are no links here: on a phone they are hidden, but would take the focus
    headings = [
        Column(page.words("column", "technology")),
        *(Column(each.text, numeric=True) for each in columns),
    ]
    cells = [
        [
            Cell(label.text, heading=True, link=label.link),
            *(number(page, count.number, link=count.link) for count in counts),
        ]
        for label, counts in rows
    ]
    return table(page, key, headings, cells, sources=[])
