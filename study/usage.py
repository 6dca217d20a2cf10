"""Nothing lies about unused: each source is cited, each term used or linked, each case reachable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from study.calls import MACROS
from study.chapters import CALL, Chapter, pages, read_chapter
from study.documents import Documents
from study.knowledge import Knowledge
from study.problems import Problem
from study.selection import select
from study.terms import spellings

LANGUAGES = ("en", "fr")


def usage_problems(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each source nobody cites, term nobody uses, and case on no page."""
    chapters = [
        read_chapter(knowledge.root, language, page)
        for language in LANGUAGES
        for page in pages(knowledge.root, language)
    ]
    cited = cited_sources(chapters, documents)
    for index, source in enumerate(knowledge.sources):
        if source.id not in cited:
            yield documents.problem(
                "data/sources.yaml", (index, "id"), "no chapter and no record cites this source"
            )
    used = used_terms(knowledge, chapters, documents)
    for index, term in enumerate(knowledge.glossary):
        if term.id not in used:
            yield documents.problem(
                "data/glossary.yaml", (index, "id"), "no text uses this term and no used term links to it"
            )
    shown = shown_cases(knowledge, chapters)
    for index, case in enumerate(knowledge.cases):
        if case.withdrawn is None and case.id not in shown:
            yield documents.problem("data/cases.yaml", (index, "id"), "no page shows this case")


def cited_sources(chapters: list[Chapter], documents: Documents) -> set[str]:
    """Return the sources that chapters cite and records name."""
    cited = {call.arguments[0] for chapter in chapters for call in chapter.calls if call.name == "cite"}
    for name in documents.by_name:
        for _, fields in documents.mappings(name):
            keys = fields.get("sources")
            if isinstance(keys, list):
                cited.update(key for key in keys if isinstance(key, str))
    return cited


def used_terms(knowledge: Knowledge, chapters: list[Chapter], documents: Documents) -> set[str]:
    """Return the terms written in chapters or records, and those that these link to by `see_also`."""
    used = {call.arguments[0] for chapter in chapters for call in chapter.calls if call.name == "term"}
    for language in LANGUAGES:
        texts = [CALL.sub(" ", each.text) for each in chapters if each.language == language]
        texts += _texts(documents.by_name.get("data/cases.yaml"), language)
        known = spellings(knowledge, language, all_terms=True)
        for found in known.pattern.finditer("\n".join(texts)):
            key = known.key(" ".join(found.group().replace("'", "’").split()))
            if key:
                used.add(key)
    linked = {key for term in knowledge.glossary if term.id in used for key in term.see_also}
    return used | linked


def shown_cases(knowledge: Knowledge, chapters: list[Chapter]) -> set[str]:
    """Return the cases that a table or card of some page shows."""
    conditions = {name for name, _ in MACROS["cases"].named} - {"view"}
    shown: set[str] = set()
    for call in (call for chapter in chapters for call in chapter.calls):
        if call.name == "case":
            shown.add(call.arguments[0])
        elif call.name == "cases":
            chosen: dict[str, Any] = {key: value for key, value in call.named.items() if key in conditions}
            shown.update(case.id for case in select(knowledge, **chosen))
    return shown


def _texts(value: Any, language: str) -> list[str]:
    """Return every text in `language` that stands in a record."""
    if isinstance(value, list):
        return [text for item in value for text in _texts(item, language)]
    if isinstance(value, dict):
        own = [value[language]] if isinstance(value.get(language), str) else []
        return own + [
            text for item in value.values() if not isinstance(item, str) for text in _texts(item, language)
        ]
    return []
