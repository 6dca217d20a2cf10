"""What the report says of itself: status, editions, how to cite it, disclaimers, timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.citations import CitationView, citations
from macros.pages import ReportPage
from macros.wording import when
from study.citing import bibtex, edition_reference, in_words
from study.labels import Words
from study.models.publication import Edition
from study.models.values import LANGUAGES


@dataclass(frozen=True)
class StatusView:
    """The status of the edition being built."""

    edition: str
    status: str
    status_key: str
    sentence: str
    as_of: str
    href: str | None


def status(page: ReportPage) -> StatusView:
    """Return the status of the current edition, as ribbon and box show it."""
    edition, words = page.knowledge.edition, page.words
    return StatusView(
        edition=edition.id,
        status=words("status", edition.status),
        status_key=edition.status,
        sentence=words("status_sentence", edition.status, edition=edition.id),
        as_of=words.day(page.knowledge.editions.as_of),
        href=page.link("about.md", "status"),
    )


@dataclass(frozen=True)
class EditionView:
    """An edition, in a line of the list of editions."""

    id: str
    title: str
    status: str
    date: str
    note: str
    current: bool
    sources: Sequence[CitationView]


def editions(page: ReportPage) -> list[EditionView]:
    """Return every edition, the latest first, those published elsewhere included."""
    current = page.knowledge.editions.current

    def view(edition: Edition) -> EditionView:
        kind = "published_elsewhere" if edition.published_elsewhere else edition.status
        return EditionView(
            id=edition.id,
            title=edition.title[page.language],
            status=page.words("status", kind),
            date=page.words.day(edition.date) if edition.date else "",
            note=edition.note[page.language] if edition.note else "",
            current=edition.id == current,
            sources=citations(page, edition.sources),
        )

    return [view(edition) for edition in page.knowledge.editions.editions]


@dataclass(frozen=True)
class HowToCite:
    """The reference in both languages, and for a reference manager."""

    references: Sequence[tuple[str, str]]
    bibtex: str


def how_to_cite(page: ReportPage) -> HowToCite:
    """Return the reference to the current edition in both languages, and as BibTeX."""
    references = []
    for language in sorted(LANGUAGES, key=lambda each: each != page.language):
        words = Words(language, page.knowledge.labels)
        references.append((language, in_words(edition_reference(page.knowledge, words), words)))
    return HowToCite(references, bibtex(edition_reference(page.knowledge, page.words)).strip())


@dataclass(frozen=True)
class Moment:
    """A dated step of a timeline."""

    id: str
    date: str
    label: str
    planned: bool
    unconfirmed: bool
    sources: Sequence[CitationView]


def timeline(page: ReportPage) -> list[Moment]:
    """Return the milestones of the Smart Customs Project, in the order of the file."""
    return [
        Moment(
            id=f"milestone-{each.id}",
            date=when(page, each),
            label=each.label[page.language],
            planned=each.planned,
            unconfirmed=each.planned and not each.confirmed,
            sources=citations(page, each.sources),
        )
        for each in page.knowledge.project.milestones
    ]
