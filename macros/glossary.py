"""The glossary: its list, a link to one entry, and the notes that open on words of running text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from macros.pages import ReportPage
from study.knowledge import Knowledge
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


@dataclass(frozen=True)
class Spellings:
    """How running text is searched for terms in one language."""

    pattern: re.Pattern[str]
    term: dict[str, str]  # spelling, its first letter in lower case → id of the term

    def key(self, found: str) -> str | None:
        """Return the id of the term written as `found`."""
        return self.term.get(found) or self.term.get(found[:1].lower() + found[1:])


@cache
def _spellings(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> Spellings:
    owner: dict[str, str | None] = {}
    for key, spellings in terms:
        for spelling in spellings:
            taken = spelling in owner and owner[spelling] != key
            owner[spelling] = None if taken else key
    clear = {spelling: key for spelling, key in owner.items() if key}
    longest_first = sorted(clear, key=lambda spelling: (-len(spelling), spelling))
    either = "|".join(_either_case(spelling) for spelling in longest_first)
    return Spellings(re.compile(rf"(?<![\w&#-])(?:{either})(?![\w-])"), clear)


def _either_case(spelling: str) -> str:
    """Return a pattern for a spelling that may begin a sentence; its spaces may be unbreakable."""
    written = html.escape(spelling, quote=False)
    first = written[0]
    opening = f"[{first.lower()}{first.upper()}]" if first.isalpha() and first.islower() else re.escape(first)
    rest = re.escape(written[1:]).replace(r"\ ", "[ \u00a0\n]").replace("’", "[’']")
    return opening + rest


def spellings(knowledge: Knowledge, language: str) -> Spellings:
    """Return how to find terms in `language`; a spelling that two terms share is left alone."""
    return _spellings(
        tuple((term.id, tuple(term.spellings(language))) for term in knowledge.glossary if term.tooltip)
    )
