"""A list of cases as pages: its rows, what stands around them, and where its other pages are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.cases import CaseRow, case_row
from macros.corrections import CorrectionView
from macros.generated import GeneratedPage, Link, Site
from macros.pages import ReportPage
from macros.wording import capitalized, counted
from study.listing import divided, in_order
from study.models.cases import Case
from study.repertory import repertory


@dataclass(frozen=True)
class Group:
    """Values under a heading, each a link with the number of its cases."""

    heading: str
    links: Sequence[tuple[Link, str]]


@dataclass(frozen=True)
class DownloadView:
    """A file to download: its format, its address and its size in words."""

    format: str
    href: str | None
    size: str


@dataclass(frozen=True)
class Around:
    """What stands around the rows of a list on one of its pages."""

    trail: Sequence[Link]
    about: Sequence[str] = ()
    more: Sequence[Link] = ()
    groups: Sequence[Group] = ()
    downloads: Sequence[DownloadView] = ()
    withdrawn: Sequence[Link] = ()
    correction: CorrectionView | None = None


@dataclass(frozen=True)
class ListView:
    """One page of a list; `pages` holds the number and address of each page, None for this one."""

    title: str
    count: str
    checked: str
    rows: Sequence[CaseRow]
    number: int
    pages: Sequence[tuple[int, str | None]]
    around: Around


def list_pages(
    site: Site,
    title: str,
    cases: Sequence[Case],
    path_of: Callable[[int], str],
    around: Callable[[ReportPage, int], Around],
    first: int = 1,
) -> Iterator[GeneratedPage]:
    """Yield the pages of a list, from page `first` on.

    `path_of` returns the path of a page by its number, `around` what stands around its rows.
    """
    parts = divided(in_order(cases, repertory(site.knowledge), site.words))
    for number, part in enumerate(parts, 1):
        if number < first:
            continue
        page = site.page(path_of(number))
        numbered = range(1, len(parts) + 1) if len(parts) > 1 else ()
        heading = title if number == 1 else site.words("facet", "page_of", title=title, number=str(number))
        view = ListView(
            title=heading,
            count=capitalized(counted(page, "cases", len(cases))),
            checked=page.words.day(max(case.checked for case in cases)) if cases else "",
            rows=[case_row(page, case) for case in part],
            number=number,
            pages=[(each, None if each == number else page.link(path_of(each))) for each in numbered],
            around=around(page, number),
        )
        yield GeneratedPage(
            path=path_of(number),
            title=heading,
            description=site.words(
                "facet", "description", title=heading, count=counted(page, "cases", len(cases))
            ),
            content=page.html("case-list", view=view),
        )
