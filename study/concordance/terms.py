"""Whether a term of the glossary that stands in one language stands in the other as well.

A term asks for its counterpart once a passage, whatever form it is written in. Inside a longer term it
does not ask, but it answers; so does a form with capitals in a name. Headings and words in quotation
marks count; code, link targets, ids and addresses do not. A term without a tooltip is compared like any
other; one whose word has an ordinary meaning too is declared as `everyday` in
`data/concordance-exceptions.yaml`, and then only calls of it, `{{ term("id") }}`, count.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from study.chapters import Chapter, pages, read_chapter
from study.concordance.alignment import Passage, pairs
from study.concordance.exceptions import Mismatch, declared, left_over, term_id_problems
from study.concordance.occurrences import Occurrence, occurrences, stands_in
from study.documents import Documents
from study.knowledge import Knowledge
from study.models.registers import Term
from study.problems import Problem, ReportError, shown
from study.reading import place_of
from study.terms import Spellings, spellings

RECORDS = {
    "data/cases.yaml": frozenset({"title", "summary", "text", "stage_note"}),
    "data/glossary.yaml": frozenset({"definition"}),
}


@dataclass(frozen=True)
class Known:
    """The glossary and how its terms are found in each language, made once for many texts."""

    knowledge: Knowledge
    english: Spellings
    french: Spellings


def term_problems(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each term that one language of a block, case or definition lacks.

    Declared exceptions are left out; one that nothing needs any more is a problem itself.
    """
    try:
        known = declared(knowledge.root)
    except ReportError as error:
        yield from error.problems
        return
    yield from term_id_problems(known, knowledge.term)
    found = [mismatch for pair in _chapters(knowledge) for mismatch in chapter_mismatches(*pair, knowledge)]
    yield from left_over([*found, *record_mismatches(documents, knowledge)], known, "terms")


def chapter_mismatches(english: Chapter, french: Chapter, knowledge: Knowledge) -> Iterator[Mismatch]:
    """Return where a term stands in one language of a chapter only."""
    known = _known(knowledge)
    for pair in pairs(english, french):
        yield from _mismatches(english.page, pair.section, pair.english, pair.french, known)


def record_mismatches(documents: Documents, knowledge: Knowledge) -> Iterator[Mismatch]:
    """Return where a term stands in one language of a case or definition only."""
    known = _known(knowledge)
    for name, fields in RECORDS.items():
        document: Any = documents.by_name.get(name)
        for path, texts in documents.mappings(name):
            if path and path[-1] in fields and all(isinstance(texts.get(each), str) for each in ("en", "fr")):
                here, there = (
                    Passage(name, place_of(document, (*path, language))[0], texts[language])
                    for language in ("en", "fr")
                )
                yield from _mismatches(name, str(document[path[0]].get("id")), here, there, known)


def _chapters(knowledge: Knowledge) -> Iterator[tuple[Chapter, Chapter]]:
    theirs = set(pages(knowledge.root, "fr"))
    for page in pages(knowledge.root, "en"):
        if page in theirs:
            with suppress(ReportError):  # the checks of chapters name those that can't be read
                yield read_chapter(knowledge.root, "en", page), read_chapter(knowledge.root, "fr", page)


def _known(knowledge: Knowledge) -> Known:
    english, french = (spellings(knowledge, language, all_terms=True) for language in ("en", "fr"))
    return Known(knowledge, english, french)


def _mismatches(
    chapter: str, section: str, english: Passage, french: Passage, known: Known
) -> Iterator[Mismatch]:
    ours = occurrences(english.text, known.english)
    theirs = occurrences(french.text, known.french)
    for key in sorted(ours.keys() ^ theirs.keys()):
        term = known.knowledge.term.get(key)
        if term is None:  # a call of an unknown term, which the check of chapters names
            continue
        own = key in ours
        there, found = (french, ours[key]) if own else (english, theirs[key])
        if not stands_in(there.text, term, "fr" if own else "en"):
            problem = (
                _english_has(found, term, english, french)
                if own
                else _french_has(found, term, english, french)
            )
            yield Mismatch(chapter, section, english.text, key, problem, found.called)


def _english_has(found: Occurrence, term: Term, english: Passage, french: Passage) -> Problem:
    here = f"has {shown(found.written)} ({term.id})"
    message = f"{here}, but {french.file}:{french.line} has {_none_of(term, 'fr')}"
    return Problem(english.file, english.line + found.lines, 1, message)


def _french_has(found: Occurrence, term: Term, english: Passage, french: Passage) -> Problem:
    there = f"{french.file}:{french.line + found.lines} has {shown(found.written)} ({term.id})"
    return Problem(english.file, english.line, 1, f"has {_none_of(term, 'en')}, but {there}")


def _none_of(term: Term, language: str) -> str:
    forms = [shown(form) for form in term.spellings(language)]
    return f"neither {' nor '.join(forms)}" if len(forms) > 1 else f"no {forms[0]}"
