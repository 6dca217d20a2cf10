"""Every page that is made from the register alone, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from macros.case_pages import case_page
from macros.facet_pages import INDEXED, PAIRED, facet_pages, further_pages, index_page, pair_pages
from macros.generated import GeneratedPage, Site
from study.addresses import all_cases_path, case_path, facet_index_path, facet_path, pair_path
from study.downloads import facet_files
from study.facets import FACETS, all_values
from study.listing import divided
from study.models.cases import Case
from study.repertory import Repertory, crossed, has_page


@dataclass(frozen=True)
class Group:
    """Pages that are made together: that of a case, or those of one list; `paths` are the same in each language."""

    paths: Sequence[str]
    pages: Callable[[Site], Iterable[GeneratedPage]]


def groups(repertory: Repertory) -> Iterator[Group]:
    """Yield the pages of all cases, withdrawn ones included, and of all lists.

    Members and regions have a page whether the register holds a case of theirs or not; other values
    only with one.
    """
    for case in (*repertory.cases, *repertory.withdrawn):
        yield Group([case_path(case.id)], partial(_case, case))
    for facet in FACETS:
        for value in listed_values(repertory, facet):
            paths = _numbered(partial(facet_path, facet, value), repertory.under(facet, value))
            yield Group(paths, partial(_list, repertory, facet, value))
    for technology in listed_values(repertory, "technology"):
        for facet in PAIRED:
            pairs = crossed(repertory, technology, facet).items()
            paths = [
                path
                for value, cases in pairs
                for path in _numbered(partial(pair_path, technology, facet, value), cases)
            ]
            yield Group(paths, partial(pair_pages, repertory=repertory, technology=technology, facet=facet))
    for facet in INDEXED:
        yield Group([facet_index_path(facet)], partial(_index, repertory, facet))
    yield Group(_numbered(all_cases_path, repertory.cases)[1:], partial(further_pages, repertory=repertory))


def repertory_pages(site: Site, repertory: Repertory) -> Iterator[GeneratedPage]:
    """Yield every page of every group."""
    for group in groups(repertory):
        yield from group.pages(site)


def page_paths(repertory: Repertory) -> Iterator[str]:
    """Yield the path of every page of `repertory_pages`, in the same order."""
    for group in groups(repertory):
        yield from group.paths


def listed_values(repertory: Repertory, facet: str) -> list[str]:
    """Return the values of a facet that have a page, in the order of lists."""
    return [value for value in all_values(facet, repertory.knowledge) if has_page(repertory, facet, value)]


def _numbered(path_of: Callable[[int], str], cases: list[Case]) -> list[str]:
    return [path_of(number) for number, _ in enumerate(divided(cases), 1)]


def _case(case: Case, site: Site) -> list[GeneratedPage]:
    return [case_page(site, case)]


def _list(repertory: Repertory, facet: str, value: str, site: Site) -> Iterator[GeneratedPage]:
    files = facet_files(repertory, site.words.language, facet, value)
    return facet_pages(site, repertory, facet, value, files)


def _index(repertory: Repertory, facet: str, site: Site) -> list[GeneratedPage]:
    return [index_page(site, repertory, facet)]
