"""The macros that chapters call. The only module that speaks to mkdocs-macros and MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Unpack

from mkdocs.utils import get_relative_url

from macros import (
    assessments,
    citations,
    editorial,
    facts,
    membership,
    overviews,
    report_charts,
    survey_tables,
    tables,
)
from macros import cases as case_views
from macros import catalogue as catalogues
from macros import copies as copy_views
from macros import downloads as download_views
from macros import glossary as terms
from macros.charts import BarChart, LineChart
from macros.generated import Addresses
from macros.pages import ReportPage
from study import building
from study.chapters import read_chapter
from study.labels import Words
from study.selection import Conditions, administrations_of, select, select_withdrawn

_pages: dict[str, ReportPage] = {}
_addresses: dict[str, tuple[Any, Addresses]] = {}


def prepare(page: Any, files: Any, root: Path) -> ReportPage:
    """Return the report's view of a MkDocs page, made anew; hooks/chapters.py calls it before macros run."""
    uri = page.file.src_uri
    language = uri.split("/", 1)[0]
    known = addresses_of(files, language)

    def address(target: str) -> str | None:
        found = known(target)
        return None if found is None else get_relative_url(f"{language}/{found}", page.url)

    knowledge = building.last_knowledge(root)

    def title_of(target: str) -> str:
        return read_chapter(root, language, target).headings[0].text

    _pages[uri] = ReportPage(knowledge, Words(language, knowledge.labels), address, title_of, f"docs/{uri}")
    return _pages[uri]


def addresses_of(files: Any, language: str) -> Addresses:
    """Return where the pages of a language stand, given the files of the build; made once for the same files."""
    last = _addresses.get(language)
    if last is None or last[0] is not files:
        chapters = {
            file.src_uri.split("/", 1)[1]: file.url.split("/", 1)[1]
            for file in files.documentation_pages()
            if file.src_uri.startswith(f"{language}/")
        }
        directory_urls = not any(address.endswith(".html") for address in chapters.values())
        _addresses[language] = last = (files, Addresses(chapters, directory_urls))
    return last[1]


def prepared(page: Any) -> ReportPage | None:
    """Return the report's view of a page, or None for one that is not a chapter."""
    return _pages.get(page.file.src_uri)


def define_env(env: Any) -> None:
    """Declare every macro of MACROS; called by mkdocs-macros once per language."""
    for name, macro in MACROS.items():
        env.macro(_on_current_page(env, macro), name)


def _on_current_page(env: Any, macro: Callable[..., str]) -> Callable[..., str]:
    def call(*arguments: str, **named: str) -> str:
        return macro(_pages[env.page.file.src_uri], *arguments, **named)

    return call


def cases(page: ReportPage, view: str = "table", **conditions: Unpack[Conditions]) -> str:
    """Cases that meet the conditions, as a table or as cards."""
    found = select(page.knowledge, **conditions)
    if view == "cards":
        gone = select_withdrawn(page.knowledge, **conditions)
        return page.part(
            "case-cards",
            cases=[case_views.case_view(page, case) for case in found],
            withdrawn=[case_views.withdrawn_view(page, case) for case in gone],
        )
    return page.part("case-table", cases=[case_views.case_row(page, case) for case in found])


def case(page: ReportPage, key: str) -> str:
    """One case in full."""
    chosen = page.knowledge.case[key]
    if chosen.withdrawn:
        return page.part("case-cards", cases=[], withdrawn=[case_views.withdrawn_view(page, chosen)])
    return page.part("case-cards", cases=[case_views.case_view(page, chosen)], withdrawn=[])


def catalogue(page: ReportPage) -> str:
    """Every case, to be filtered, with links to the lists of cases."""
    page.scripts.append("catalogue.js")
    page.styles.append("catalogue.css")
    return page.part("catalogue", catalogue=catalogues.catalogue(page))


def case_link(page: ReportPage, key: str) -> str:
    """A short reference to a case in running text."""
    names = administrations_of(page.knowledge.case[key], page.knowledge, page.language)
    shown = page.words.listing(names) if len(names) < 4 else page.words("case", "several", count=len(names))
    title = page.knowledge.case[key].title[page.language]
    return page.part("case-link", href=case_views.case_address(page, key), names=shown, title=title)


def technology_facts(page: ReportPage, key: str) -> str:
    """What surveys and register say of a technology."""
    return page.part("technology-facts", facts=facts.technology_facts(page, key))


def technologies(page: ReportPage) -> str:
    """The technologies of the report."""
    return page.part("technologies", technologies=overviews.technologies(page))


def regions(page: ReportPage) -> str:
    """The six regions with their Members and cases."""
    return page.part("regions", regions=membership.regions(page))


def members(page: ReportPage) -> str:
    """All Members, by region."""
    return page.part("members", regions=membership.members(page))


def chart(page: ReportPage, key: str) -> str:
    """A chart with its table."""
    view = report_charts.chart(page, key)
    kind = (
        "bar-chart"
        if isinstance(view, BarChart)
        else "line-chart"
        if isinstance(view, LineChart)
        else "matrix"
    )
    return page.part(kind, chart=view)


def survey_table(page: ReportPage, key: str) -> str:
    """A table of the surveys or of the project."""
    return page.part("table", table=survey_tables.survey_table(page, key))


def data_note(page: ReportPage, key: str) -> str:
    """A recorded inconsistency of the sources."""
    return page.part("data-notes", notes=tables.notes_of(page, [key]))


def timeline(page: ReportPage, key: str) -> str:
    """The milestones of the project."""
    return page.part("timeline", moments=editorial.timeline(page))


def key_figures(page: ReportPage) -> str:
    """The figures of the home page."""
    return page.part("key-figures", figures=overviews.key_figures(page))


def term(page: ReportPage, key: str, words: str = "") -> str:
    """A link to a glossary entry."""
    text = words or page.knowledge.term[key].term[page.language]
    return page.part("term-link", href=terms.term_address(page, key), text=text)


def glossary(page: ReportPage, technology: str | None = None) -> str:
    """The glossary, or its terms of one technology."""
    return page.part("glossary", letters=terms.glossary(page, technology))


def cite(page: ReportPage, key: str, /, section: str = "", paragraph: str = "", **other: str) -> str:
    """A numbered reference to a source."""
    view = citations.citation(page, key, section, paragraph, other.get("page", ""))
    return page.part("citation", citation=view)


def sources(page: ReportPage, scope: str = "") -> str:
    """The sources cited on the page, or all of them."""
    if scope == "all":
        groups = citations.all_sources(page.knowledge, page.words)
        return page.part("all-sources", groups=groups)
    return page.part("sources", sources=citations.cited_sources(page))


def readiness(page: ReportPage, key: str) -> str:
    """The readiness questions of a technology."""
    page.scripts.append("assessment.js")
    return page.part("assessment", view=assessments.readiness(page, key))


def self_assessment(page: ReportPage) -> str:
    """The questionnaire on the five levels of maturity."""
    page.scripts.append("assessment.js")
    return page.part("assessment", view=assessments.self_assessment(page))


def status(page: ReportPage) -> str:
    """The status of the edition."""
    return page.part("status", status=editorial.status(page))


def editions(page: ReportPage) -> str:
    """Every edition with its status."""
    return page.part("editions", editions=editorial.editions(page))


def citation(page: ReportPage) -> str:
    """How to cite this edition."""
    return page.part("how-to-cite", cite=editorial.how_to_cite(page))


def disclaimers(page: ReportPage) -> str:
    """The disclaimers of the publication."""
    publication, language = page.knowledge.publication, page.language
    texts = [(each.title[language], each.text[language]) for each in publication.disclaimers]
    return page.part("disclaimers", disclaimers=texts)


def contact(page: ReportPage) -> str:
    """Where to write, or that no address is set yet."""
    return page.part("contact", contact=page.knowledge.publication.contact)


def downloads(page: ReportPage) -> str:
    """The files of the edition to download."""
    return page.part("downloads", downloads=download_views.downloads(page))


def data_dictionary(page: ReportPage) -> str:
    """What each column of the downloads holds."""
    return page.part("data-dictionary", tables=download_views.dictionaries(page))


def copies(page: ReportPage) -> str:
    """The copies of the report, whole and by chapter."""
    return page.part("copies", parts=copy_views.copies(page))


MACROS: dict[str, Callable[..., str]] = {
    macro.__name__: macro
    for macro in (
        cases,
        case,
        catalogue,
        case_link,
        technology_facts,
        technologies,
        regions,
        members,
        chart,
        survey_table,
        data_note,
        timeline,
        key_figures,
        term,
        glossary,
        cite,
        sources,
        readiness,
        self_assessment,
        status,
        editions,
        citation,
        disclaimers,
        contact,
        downloads,
        data_dictionary,
        copies,
    )
}
