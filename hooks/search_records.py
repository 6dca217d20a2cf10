"""What can be found, in one language: sections of chapters, cases, terms of the glossary, lists of cases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hooks.search_index import Record
from hooks.search_sections import Section
from macros.facet_pages import INDEXED, list_title
from macros.repertory_pages import listed_values
from study.addresses import case_path, facet_index_path, facet_path
from study.chapter_checks import OTHER
from study.facets import FACETS, name_of, values_of
from study.knowledge import Knowledge
from study.labels import Words
from study.models.cases import Case
from study.repertory import Repertory
from study.selection import administrations_of

TOLD = ("technology", "process", "stage")  # what a case is said to belong to


@dataclass(frozen=True)
class Found:
    """A chapter as the search takes it in; `path` is below the folder of its language."""

    path: str
    title: str
    description: str
    sections: list[Section]


def chapter_records(chapter: Found) -> Iterator[Record]:
    """Yield a record for each section of a chapter; its head names no chapter, it is one."""
    for section in chapter.sections:
        place = f"{chapter.path}#{section.id}" if section.id else chapter.path
        about = chapter.title if section.id else ""
        text = section.text or section.title
        yield Record(place, section.title, text, about, "chapters", chapter.description)


def case_records(known: Repertory, words: Words, ending: str) -> Iterator[Record]:
    """Yield a record for each case, and for each that was withdrawn."""
    for case in known.cases:
        text = " · ".join(_case_texts(case, known.knowledge, words))
        yield _case(case, text, known.knowledge, words, ending)
    for case in known.withdrawn:
        assert case.withdrawn is not None
        notice = words("case", "withdrawn", edition=case.withdrawn.edition)
        yield _case(case, notice, known.knowledge, words, ending)


def _case(case: Case, text: str, knowledge: Knowledge, words: Words, ending: str) -> Record:
    language = words.language
    who = ", ".join(administrations_of(case, knowledge, language))
    return Record(case_path(case.id) + ending, case.title[language], text, who, "cases")


def _case_texts(case: Case, knowledge: Knowledge, words: Words) -> Iterator[str]:
    language = words.language
    yield case.summary[language]
    for result in case.results:
        yield f"{result.text[language]} ({result.measured_by[language]})"
    yield from (each[language] for each in (case.office, *case.partners) if each)
    for facet in TOLD:
        yield from (name_of(facet, value, knowledge, words) for value in values_of(case, facet, knowledge))


def term_records(knowledge: Knowledge, words: Words, glossary: str) -> Iterator[Record]:
    """Yield a record for each term; `glossary` is the address of the chapter that holds them."""
    language, other = words.language, OTHER[words.language]
    for term in knowledge.glossary:
        short = term.abbreviation
        own = f" ({short[language]})" if short and short[language] else ""
        text = f"{term.definition[language]} {words('term', 'in_other')} {term.term[other]}"
        if forms := term.forms[language]:
            text += f" · {', '.join(forms)}"
        place = f"{glossary}#term-{term.id}"
        yield Record(place, f"{term.term[language]}{own}", text, words("search", "glossary"), "terms")


def list_records(known: Repertory, words: Words, ending: str) -> Iterator[Record]:
    """Yield a record for each list of cases: its title alone, for its cases are found by themselves."""
    for facet in FACETS:
        about = words("facet_index", facet)
        for value in listed_values(known, facet):
            title = list_title(facet, value, known.knowledge, words)
            yield Record(facet_path(facet, value) + ending, title, title, about, "lists")
    for facet in INDEXED:
        title = words("facet_index", facet)
        yield Record(facet_index_path(facet) + ending, title, title, "", "lists")
