"""The catalogue: every case and every way in, as links; `docs/assets/catalogue.js` turns the links into filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.cases import CaseRow, case_row
from macros.pages import ReportPage
from macros.wording import capitalized, counted
from study.addresses import DOWNLOADS, all_cases_path, case_path, facet_path
from study.catalogue import DATA
from study.downloads import edition_files
from study.facets import FACETS, all_values, name_of
from study.labels import sort_key
from study.listing import divided, in_order

TABLE = f"{DOWNLOADS}cases.csv"
LONG = ("administration", "process")  # facets whose values are folded away


@dataclass(frozen=True)
class ValueView:
    """A value of a facet, how many cases stand under it, and where their list is."""

    value: str
    name: str
    count: str
    href: str | None


@dataclass(frozen=True)
class FacetView:
    """A way in to the register: its values that have cases."""

    key: str
    name: str
    folded: bool
    values: Sequence[ValueView]


@dataclass(frozen=True)
class CatalogueView:
    """The first page of the complete list, the ways in, and where the script finds what it loads.

    `case` is the address of a case with `{id}` in the place of its id; `pages` holds the number and
    address of every page of the list, None for this one, and is empty where there is one only; `table` is the file of all cases.
    """

    facets: Sequence[FacetView]
    count: str
    rows: Sequence[CaseRow]
    pages: Sequence[tuple[str, str | None]]
    data: str
    case: str
    table: str
    size: str


def catalogue(page: ReportPage) -> CatalogueView:
    """Return the catalogue in the language of `page`."""
    cases = page.repertory.cases
    parts = divided(in_order(cases, page.repertory, page.words))
    numbers = range(1, len(parts) + 1) if len(parts) > 1 else ()
    return CatalogueView(
        facets=[_facet(page, facet) for facet in FACETS],
        count=counted(page, "cases", len(cases)),
        rows=[case_row(page, case) for case in parts[0]],
        pages=[
            (page.words.number(each), None if each == 1 else page.link(all_cases_path(each)))
            for each in numbers
        ],
        data=page.link(DATA) or "",
        case=page.link(case_path("{id}")) or "",
        table=page.link(TABLE) or "",
        size=page.words.size(len(edition_files(page.repertory, page.language)[TABLE])),
    )


def _facet(page: ReportPage, facet: str) -> FacetView:
    found = page.repertory.found[facet]
    values = [
        ValueView(
            value=value,
            name=_name(page, facet, value),
            count=page.words.number(len(found[value])),
            href=page.link(facet_path(facet, value)),
        )
        for value in all_values(facet, page.knowledge)
        if value in found
    ]
    if facet == "administration":  # by name: the order of the files follows one language only
        values.sort(key=lambda each: sort_key(each.name))
    return FacetView(facet, page.words("catalogue", facet), facet in LONG, values)


def _name(page: ReportPage, facet: str, value: str) -> str:
    """Return the words for a value; technologies by their short names, so that the panel stays small."""
    if facet == "technology":
        return page.knowledge.technology[value].short[page.language]
    return capitalized(name_of(facet, value, page.knowledge, page.words))
