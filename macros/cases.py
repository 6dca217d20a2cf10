"""Cases as a table row, as a card in full, and as a short reference in running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.citations import CitationView, citations
from macros.pages import ReportPage
from study.addresses import case_path
from study.facets import evidence_of, regions_of
from study.models.cases import Case
from study.selection import administrations_of


@dataclass(frozen=True)
class ResultView:
    """An outcome as the card prints it, with who measured it."""

    text: str
    measured_by: str
    sources: Sequence[CitationView]


@dataclass(frozen=True)
class CaseView:
    """A case, in one language, as rows and cards show it."""

    id: str
    href: str
    title: str
    administrations: str
    office: str
    regions: str
    technologies: Sequence[str]
    processes: Sequence[str]
    stage: str
    stage_key: str
    stage_note: str
    since: str
    evidence: str
    evidence_key: str
    summary: str
    results: Sequence[ResultView]
    partners: str
    sources: Sequence[CitationView]
    checked: str
    confirmed: str


def case_view(page: ReportPage, case: Case) -> CaseView:
    """Return `case` for `page`; its sources become citations of the page."""
    knowledge, words, language = page.knowledge, page.words, page.language
    evidence = evidence_of(case, knowledge)
    return CaseView(
        id=f"case-{case.id}",
        href=case_address(page, case.id),
        title=case.title[language],
        administrations=words.listing(administrations_of(case, knowledge, language)),
        office=case.office[language] if case.office else "",
        regions=", ".join(knowledge.region[key].name[language] for key in regions_of(case, knowledge)),
        technologies=[knowledge.technology[key].name[language] for key in case.technologies],
        processes=[words("process", key) for key in case.processes],
        stage=words("stage", case.stage),
        stage_key=case.stage,
        stage_note=case.stage_note[language] if case.stage_note else "",
        since=str(case.since or ""),
        evidence=words("evidence", evidence),
        evidence_key=evidence,
        summary=case.summary[language],
        results=[
            ResultView(each.text[language], each.measured_by[language], citations(page, each.sources))
            for each in case.results
        ],
        partners=words.series([partner[language] for partner in case.partners]),
        sources=citations(page, case.sources),
        checked=words.day(case.checked),
        confirmed=words.day(case.confirmed) if case.confirmed else "",
    )


@dataclass(frozen=True)
class WithdrawnView:
    """What is left of a withdrawn case: its place, since which edition, and why."""

    id: str
    title: str
    administrations: str
    sentence: str
    reason: str


def withdrawn_view(page: ReportPage, case: Case) -> WithdrawnView:
    """Return the notice of a withdrawn case; its id, and so its address, stays."""
    assert case.withdrawn is not None
    names = administrations_of(case, page.knowledge, page.language)
    return WithdrawnView(
        id=f"case-{case.id}",
        title=case.title[page.language],
        administrations=page.words.listing(names),
        sentence=page.words("case", "withdrawn", edition=case.withdrawn.edition),
        reason=case.withdrawn.reason[page.language],
    )


def case_address(page: ReportPage, case: str) -> str:
    """Return the address of a case's own page."""
    return page.link(case_path(case)) or ""


@dataclass(frozen=True)
class CaseRow:
    """A case as a line of a table."""

    href: str
    title: str
    administrations: str
    stage: str
    stage_key: str
    since: str
    evidence: str
    evidence_key: str


def case_row(page: ReportPage, case: Case) -> CaseRow:
    """Return the line of `case`; it cites nothing, the register does."""
    evidence = evidence_of(case, page.knowledge)
    names = administrations_of(case, page.knowledge, page.language)
    return CaseRow(
        href=case_address(page, case.id),
        title=case.title[page.language],
        administrations=page.words.listing(names),
        stage=page.words("stage", case.stage),
        stage_key=case.stage,
        since=str(case.since or ""),
        evidence=page.words("evidence", evidence),
        evidence_key=evidence,
    )
