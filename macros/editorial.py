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
    standing, words = page.knowledge.standing, page.words
    return StatusView(
        edition=standing.name,
        status=words("status", standing.shown),
        status_key=standing.shown,
        sentence=words("status_sentence", standing.shown, edition=standing.name),
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
    elsewhere: bool  # published by others: what is said of it never depends on the build
    sources: Sequence[CitationView]


def editions(page: ReportPage) -> list[EditionView]:
    """Return every edition, the latest first, those published elsewhere included."""
    current, language = page.knowledge.editions.current, page.language

    def view(edition: Edition) -> EditionView:
        kind = "published_elsewhere" if edition.published_elsewhere else edition.status
        # title and note of an edition of this site speak of its draft
        as_written = edition.published_elsewhere or edition.status == "draft"
        return EditionView(
            id=edition.id,
            title=(edition if as_written else page.knowledge.publication).title[language],
            status=page.words("status", kind),
            date=page.words.day(edition.date) if edition.date else "",
            note=edition.note[language] if edition.note and as_written else "",
            current=edition.id == current,
            elsewhere=edition.published_elsewhere,
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
