"""Pages of the cases under one value: a technology, a region, a Member, a stage, a year, or a pair of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from macros.corrections import correction
from macros.generated import GeneratedPage, Link, Site
from macros.lists import Around, DownloadView, Group, list_pages
from macros.pages import ReportPage
from macros.subjects import about, reading
from macros.wording import capitalized, counted
from study.addresses import CATALOGUE, all_cases_path, case_path, facet_index_path, facet_path, pair_path
from study.facets import all_values, name_of, values_of
from study.knowledge import Knowledge
from study.labels import Words, sort_key
from study.models.cases import Case
from study.repertory import Repertory, crossed

PAIRED = ("region", "stage")  # what technologies are crossed with, here and in the matrices
INDEXED = ("technology", "process", "stage", "evidence", "year")  # facets whose index is no chapter
TITLED_BY_NAME = ("administration", "region")


def facet_pages(
    site: Site, repertory: Repertory, facet: str, value: str, downloads: dict[str, bytes]
) -> Iterator[GeneratedPage]:
    """Yield the pages of the cases under a value; a Member without cases has a page all the same.

    `downloads` are the files of these cases, by path below the folder of the language.
    """
    cases = repertory.under(facet, value)

    def around(page: ReportPage, number: int) -> Around:
        return Around(
            trail=_trail(page, facet),
            about=about(page, facet, value, cases),
            more=[*reading(page, facet, value), *_refine(page, {facet: value} if cases else {})],
            groups=_groups(page, facet, value, cases) if number == 1 else [],
            downloads=_downloads(page, downloads),
            withdrawn=_withdrawn(page, value) if facet == "administration" else [],
            correction=correction(page, site) if facet == "administration" else None,
        )

    title = list_title(facet, value, site.knowledge, site.words)
    first, *others = list_pages(site, title, cases, partial(facet_path, facet, value), around)
    yield replace(first, files=downloads)
    yield from others


def list_title(facet: str, value: str, knowledge: Knowledge, words: Words) -> str:
    """Return the title of the list of cases under a value: `Kenya`, `Cases: Pilot`."""
    name = capitalized(name_of(facet, value, knowledge, words))
    return name if facet in TITLED_BY_NAME else words("facet", "title", name=name)


def pair_pages(site: Site, repertory: Repertory, technology: str, facet: str) -> Iterator[GeneratedPage]:
    """Yield the pages of the cases under a technology and each value of a second facet."""
    for value, cases in crossed(repertory, technology, facet).items():
        names = [
            name_of(*each, site.knowledge, site.words)
            for each in (("technology", technology), (facet, value))
        ]

        def around(page: ReportPage, number: int, value: str = value, names: list[str] = names) -> Around:
            first = Link(names[0], page.link(facet_path("technology", technology)))
            second = Link(capitalized(names[1]), page.link(facet_path(facet, value)))
            refine = _refine(page, {"technology": technology, facet: value})
            return Around(trail=[*_trail(page, "technology"), first], more=[second, *refine])

        title = site.words("facet", "title_pair", first=names[0], second=names[1])
        yield from list_pages(site, title, cases, partial(pair_path, technology, facet, value), around)


def further_pages(site: Site, repertory: Repertory) -> Iterator[GeneratedPage]:
    """Yield the complete list from its second page on; the catalogue holds the first."""

    def around(page: ReportPage, number: int) -> Around:
        return Around(trail=[_register(page)])

    title = site.words("facet", "all_cases")
    yield from list_pages(site, title, repertory.cases, all_cases_path, around, first=2)


def index_page(site: Site, repertory: Repertory, facet: str) -> GeneratedPage:
    """Return the page that lists the values of a facet, with the number of cases under each."""
    path = facet_index_path(facet)
    page = site.page(path)
    title = site.words("facet_index", facet)
    group = _group(page, facet, all_values(facet, site.knowledge), repertory.found[facet])
    content = page.html("facet-index", title=title, trail=[_register(page)], group=group)
    description = site.words(
        "facet", "description", title=title, count=counted(page, "cases", len(repertory.cases))
    )
    return GeneratedPage(path, title, description, content)


def _register(page: ReportPage) -> Link:
    return Link(page.words("facet", "register"), page.link(CATALOGUE))


def _trail(page: ReportPage, facet: str) -> list[Link]:
    return [_register(page), Link(page.words("facet_index", facet), page.link(facet_index_path(facet)))]


def _withdrawn(page: ReportPage, value: str) -> list[Link]:
    """Return the withdrawn cases of an administration; their pages say why."""
    return [
        Link(case.title[page.language], page.link(case_path(case.id)))
        for case in page.repertory.withdrawn
        if value in values_of(case, "administration", page.knowledge)
    ]


def _refine(page: ReportPage, conditions: dict[str, str]) -> list[Link]:
    """Return the link to the catalogue with these filters set."""
    if not conditions:
        return []
    query = "&".join(f"{facet}={value}" for facet, value in conditions.items())
    return [Link(page.words("facet", "refine"), f"{page.link(CATALOGUE)}?{query}")]


def _groups(page: ReportPage, facet: str, value: str, cases: Sequence[Case]) -> list[Group]:
    if facet == "technology":
        return [
            Group(
                page.words("facet_index", second),
                [
                    (
                        _named(page, second, other, pair_path(value, second, other)),
                        counted(page, "cases", len(both)),
                    )
                    for other, both in crossed(page.repertory, value, second).items()
                ],
            )
            for second in PAIRED
        ]
    if facet == "region":
        codes = [member.id for member in page.knowledge.members_of(value)]
        found = page.repertory.found["administration"]
        group = _group(page, "administration", codes, found)
        return [Group(group.heading, sorted(group.links, key=lambda each: sort_key(each[0].text)))]
    return []


def _group(page: ReportPage, facet: str, values: Sequence[str], found: Mapping[str, Sequence[Case]]) -> Group:
    links = [
        (
            _named(page, facet, value, facet_path(facet, value)),
            counted(page, "cases", len(found[value])) if value in found else "",
        )
        for value in values
        if value in found or facet == "administration"
    ]
    return Group(page.words("facet_index", facet), links)


def _named(page: ReportPage, facet: str, value: str, path: str) -> Link:
    return Link(capitalized(name_of(facet, value, page.knowledge, page.words)), page.link(path))


def _downloads(page: ReportPage, files: dict[str, bytes]) -> list[DownloadView]:
    return [
        DownloadView(path.rsplit(".", 1)[1].upper(), page.link(path), page.words.size(len(content)))
        for path, content in files.items()
    ]
