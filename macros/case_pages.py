"""The page of a case: everything its record says, what follows from it, how to cite and correct it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.case_citations import CaseCitationView, case_citation
from macros.cases import CaseView, WithdrawnView, case_view, withdrawn_view
from macros.citations import SourceView, citations, cited_sources
from macros.corrections import CorrectionView, correction
from macros.generated import GeneratedPage, Link, Site
from macros.pages import ReportPage
from macros.wording import capitalized
from study.addresses import CATALOGUE, case_path, facet_path
from study.facets import name_of, values_of
from study.linked_data import case_data, json_ld_text
from study.lives import life_of
from study.models.cases import Case
from study.related import related
from study.repertory import has_page
from study.selection import administrations_of

DESCRIPTION_LENGTH = 160  # characters; longer descriptions are cut by whoever shows them


@dataclass(frozen=True)
class FactView:
    """What a record says under one heading; several links stand below each other."""

    label: str
    links: Sequence[Link]


@dataclass(frozen=True)
class RelatedView:
    """A related case, and in words what both have in common."""

    href: str
    title: str
    administrations: str
    shared: str


@dataclass(frozen=True)
class AppearanceView:
    """A case in one edition."""

    edition: str
    stage: str
    stage_key: str
    changed: bool
    current: bool


@dataclass(frozen=True)
class CasePageView:
    """A case on its own page; `withdrawn` is None while it stands."""

    trail: Sequence[Link]
    record: CaseView
    withdrawn: WithdrawnView | None
    facts: Sequence[FactView]
    sources: Sequence[SourceView]
    life: Sequence[AppearanceView]
    related: Sequence[RelatedView]
    citation: CaseCitationView
    correction: CorrectionView
    json_ld: str


def case_page(site: Site, case: Case) -> GeneratedPage:
    """Return the page of `case`; a withdrawn one keeps its page, with the reason in place of its text."""
    path = case_path(case.id)
    page = site.page(path)
    view = _view(page, case, site)
    title, description = view.record.title, view.record.summary
    if view.withdrawn:
        title, description = site.words("feed", "withdrawn_title", title=title), view.withdrawn.sentence
    content = page.html("case-page", case=view)
    return GeneratedPage(path, title, _shortened(description), content)


def _view(page: ReportPage, case: Case, site: Site) -> CasePageView:
    citations(page, case.sources)  # the list of sources keeps the order of the record
    return CasePageView(
        trail=_trail(page, case),
        record=case_view(page, case),
        withdrawn=withdrawn_view(page, case) if case.withdrawn else None,
        facts=_facts(page, case),
        sources=cited_sources(page),
        life=_life(page, case),
        related=[] if case.withdrawn else _related(page, case),
        citation=case_citation(page, case),
        correction=correction(page, site, case.id),
        json_ld=json_ld_text(case_data(case, page.repertory, page.words)),
    )


def _trail(page: ReportPage, case: Case) -> list[Link]:
    register = Link(page.words("facet", "register"), page.link(CATALOGUE))
    return [register, *_values(page, case, "administration")]


def _values(page: ReportPage, case: Case, facet: str) -> list[Link]:
    return [
        Link(
            capitalized(name_of(facet, value, page.knowledge, page.words)),
            page.link(facet_path(facet, value)) if has_page(page.repertory, facet, value) else None,
        )
        for value in values_of(case, facet, page.knowledge)
    ]


def _facts(page: ReportPage, case: Case) -> list[FactView]:
    """Return what the record says, under the headings of the catalogue's facets and more."""
    labels = {
        "administration": "administration",
        "region": "region",
        "technology": "technologies",
        "process": "processes",
        "stage": "stage",
        "year": "since",
        "evidence": "evidence",
    }
    facts = []
    for facet, label in labels.items():
        links = _values(page, case, facet)
        if links:
            facts.append(FactView(page.words("case", label), links))
    if case.partners:
        partners = [Link(partner[page.language], None) for partner in case.partners]
        facts.append(FactView(page.words("case", "partners"), partners))
    return facts


def _life(page: ReportPage, case: Case) -> list[AppearanceView]:
    return [
        AppearanceView(each.edition, page.words("stage", each.stage), each.stage, each.changed, each.current)
        for each in life_of(case, page.repertory)
    ]


def _related(page: ReportPage, case: Case) -> list[RelatedView]:
    views = []
    for each in related(case, page.repertory):
        shared = [
            name_of(facet, value, page.knowledge, page.words)
            for facet, values in each.shared.items()
            for value in values
        ]
        names = administrations_of(each.case, page.knowledge, page.language)
        views.append(
            RelatedView(
                href=page.link(case_path(each.case.id)) or "",
                title=each.case.title[page.language],
                administrations=page.words.listing(names),
                shared=page.words.series(shared),
            )
        )
    return views


def _shortened(text: str) -> str:
    """Return the beginning of `text`, whole words, for a search engine or a preview."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0] + "…"
