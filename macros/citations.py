"""Citations: the numbered reference after a claim, and the list of sources it leads to."""

from __future__ import annotations

from dataclasses import dataclass

from macros.pages import ReportPage
from study.knowledge import Knowledge
from study.labels import Words, sort_key
from study.models.registers import Source
from study.typography import TYPOGRAPHY


@dataclass(frozen=True)
class CitationView:
    """A reference in running text: `[3, § 22]`, linked to its entry in the page's list."""

    number: int
    href: str
    place: str
    label: str


@dataclass(frozen=True)
class SourceView:
    """An entry in a list of sources."""

    id: str
    number: int | None
    title: str
    title_language: str
    in_language: str
    publisher: str
    date: str
    reference: str
    kind: str
    kind_key: str
    url: str | None
    archived_url: str | None
    checked: str


def citation(
    page: ReportPage, key: str, section: str = "", paragraph: str = "", sheet: str = ""
) -> CitationView:
    """Return the reference to source `key` on `page`, with the place in it, if given."""
    source = page.knowledge.source[key]
    words = page.words
    places = [
        words("citation", kind, place=value)
        for kind, value in (("section", section), ("paragraph", paragraph), ("page", sheet))
        if value
    ]
    return CitationView(
        number=page.number_of(key),
        href=f"#source-{key}",
        place=", ".join(places),
        label=words("citation", "label", publisher=source.publisher[words.language], title=title_of(source)),
    )


def citations(page: ReportPage, keys: list[str]) -> list[CitationView]:
    """Return references to several sources, each once."""
    return [citation(page, key) for key in dict.fromkeys(keys)]


def cited_sources(page: ReportPage) -> list[SourceView]:
    """Return the sources cited on the page so far, by number."""
    return [source_view(page.knowledge.source[key], page.words, number) for key, number in page.cited.items()]


def all_sources(knowledge: Knowledge, words: Words) -> list[tuple[str, list[SourceView]]]:
    """Return every source, under its publisher's name, both in alphabetical order."""
    groups: dict[str, list[SourceView]] = {}
    for source in knowledge.sources:
        groups.setdefault(source.publisher[words.language], []).append(source_view(source, words))
    return [
        (publisher, sorted(groups[publisher], key=lambda view: sort_key(view.title)))
        for publisher in sorted(groups, key=sort_key)
    ]


def title_of(source: Source) -> str:
    """Return a source's title as published, with the spaces that its language's typography asks for."""
    return _as_printed(source, source.title)


def _as_printed(source: Source, text: str) -> str:
    return TYPOGRAPHY.get(source.language, str)(text)


def source_view(source: Source, words: Words, number: int | None = None) -> SourceView:
    """Return what a list of sources shows of `source`."""
    return SourceView(
        id=source.id,
        number=number,
        title=title_of(source),
        title_language=source.language,
        in_language="" if source.language == words.language else words.language_name(source.language),
        publisher=source.publisher[words.language],
        date=words.day(source.date) if source.date else "",
        reference=_as_printed(source, source.reference or ""),
        kind=words("source_kind", source.kind),
        kind_key=source.kind,
        url=source.url,
        archived_url=source.archived_url,
        checked=words.day(source.checked),
    )
