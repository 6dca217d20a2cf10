"""The glossary: its list, a link to one entry, and the notes that open on words of running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.pages import ReportPage
from study.labels import sort_key
from study.models.registers import Term

GLOSSARY = "glossary.md"


@dataclass(frozen=True)
class SeeAlso:
    """A related term."""

    text: str
    href: str


@dataclass(frozen=True)
class TermView:
    """An entry in both languages, the page's own first."""

    id: str
    term: str
    abbreviation: str
    definition: str
    other_term: str
    other_abbreviation: str
    other_language: str
    see_also: Sequence[SeeAlso]
    standard: str
    url: str | None
    basis: str


def glossary(page: ReportPage, technology: str | None = None) -> list[tuple[str, list[TermView]]]:
    """Return the entries (of one technology, if given) under their first letter, in order."""
    terms = [term for term in page.knowledge.glossary if technology in (None, term.technology)]
    letters: dict[str, list[TermView]] = {}
    for term in sorted(terms, key=lambda each: sort_key(each.term[page.language])):
        first = sort_key(term.term[page.language])[:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(term_view(page, term))
    return list(letters.items())


def term_view(page: ReportPage, term: Term) -> TermView:
    """Return `term` as the glossary shows it on `page`."""
    language, other = page.language, "fr" if page.language == "en" else "en"
    short = term.abbreviation
    return TermView(
        id=f"term-{term.id}",
        term=term.term[language],
        abbreviation=(short[language] or "") if short else "",
        definition=term.definition[language],
        other_term=term.term[other],
        other_abbreviation=(short[other] or "") if short else "",
        other_language=other,
        see_also=[
            SeeAlso(page.knowledge.term[key].term[language], term_address(page, key)) for key in term.see_also
        ],
        standard=term.standard or "",
        url=term.url,
        basis=page.words("basis", term.basis),
    )


def term_address(page: ReportPage, key: str) -> str:
    """Return the address of an entry."""
    return page.link(GLOSSARY, f"term-{key}") or f"#term-{key}"
