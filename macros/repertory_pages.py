"""Every page that is made from the register alone, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from macros.case_pages import case_page
from macros.facet_pages import INDEXED, PAIRED, crossed, facet_pages, further_pages, index_page, pair_pages
from macros.generated import GeneratedPage, Site
from study.addresses import all_cases_path, case_path, facet_index_path, facet_path, pair_path
from study.downloads import facet_files
from study.facets import FACETS, all_values
from study.listing import divided
from study.models.cases import Case
from study.repertory import Repertory, has_page


def repertory_pages(site: Site, repertory: Repertory) -> Iterator[GeneratedPage]:
    """Yield the pages of all cases, withdrawn ones included, and of all lists.

    Members and regions have a page whether the register holds a case of theirs or not; other values
    only with one.
    """
    for case in (*repertory.cases, *repertory.withdrawn):
        yield case_page(site, case)
    for facet in FACETS:
        for value in listed_values(repertory, facet):
            files = facet_files(repertory, site.words.language, facet, value)
            yield from facet_pages(site, repertory, facet, value, files)
    for technology in listed_values(repertory, "technology"):
        for facet in PAIRED:
            yield from pair_pages(site, repertory, technology, facet)
    for facet in INDEXED:
        yield index_page(site, repertory, facet)
    yield from further_pages(site, repertory)


def page_paths(repertory: Repertory) -> Iterator[str]:
    """Yield the path of every page of `repertory_pages`, in the same order; it is the same in each language."""
    yield from (case_path(case.id) for case in (*repertory.cases, *repertory.withdrawn))
    for facet in FACETS:
        for value in listed_values(repertory, facet):
            yield from _numbered(partial(facet_path, facet, value), repertory.under(facet, value))
    for technology in listed_values(repertory, "technology"):
        for facet in PAIRED:
            for value, cases in crossed(repertory, technology, facet).items():
                yield from _numbered(partial(pair_path, technology, facet, value), cases)
    yield from (facet_index_path(facet) for facet in INDEXED)
    yield from [*_numbered(all_cases_path, repertory.cases)][1:]


def _numbered(path_of: Callable[[int], str], cases: list[Case]) -> Iterator[str]:
    return (path_of(number) for number, _ in enumerate(divided(cases), 1))


def listed_values(repertory: Repertory, facet: str) -> list[str]:
    """Return the values of a facet that have a page, in the order of lists."""
    return [value for value in all_values(facet, repertory.knowledge) if has_page(repertory, facet, value)]
