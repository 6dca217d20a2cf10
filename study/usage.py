"""Nothing lies about unused: each source is cited, each term used or linked, each case reachable."""

from __future__ import annotations

import html
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from study.calls import MACROS
from study.chapters import CALL, Chapter, pages, read_chapter
from study.documents import Documents
from study.knowledge import Knowledge
from study.problems import Problem, ReportError
from study.selection import select
from study.terms import spellings

LANGUAGES = ("en", "fr")


def usage_problems(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each source nobody cites, term nobody uses, and case on no page."""
    chapters = list(_chapters(knowledge))
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
        if case.id not in shown and case.withdrawn is None:  # one that is withdrawn keeps its page alone
            yield documents.problem("data/cases.yaml", (index, "id"), "no chapter shows this case")


def _chapters(knowledge: Knowledge) -> Iterator[Chapter]:
    for language in LANGUAGES:
        for page in pages(knowledge.root, language):
            with suppress(ReportError):  # the checks of chapters name those that can't be read
                yield read_chapter(knowledge.root, language, page)


def _first_arguments(chapters: list[Chapter], macro: str) -> set[str]:
    calls = (call for chapter in chapters for call in chapter.calls if call.name == macro)
    return {key for call in calls for key in call.arguments[:1]}


def cited_sources(chapters: list[Chapter], documents: Documents) -> set[str]:
    """Return the sources that chapters cite and records name."""
    cited = _first_arguments(chapters, "cite")
    for name in documents.by_name:
        for _, fields in documents.mappings(name):
            keys = fields.get("sources")
            if isinstance(keys, list):
                cited.update(key for key in keys if isinstance(key, str))
    return cited


def used_terms(knowledge: Knowledge, chapters: list[Chapter], documents: Documents) -> set[str]:
    """Return the terms written in chapters or records, and those that these link to by `see_also`."""
    used = _first_arguments(chapters, "term")
    links = {term.id: term.see_also for term in knowledge.glossary}
    # chapters first: a large register is read only as far as a term is still missing
    texts = [(each.language, CALL.sub(" ", each.text)) for each in chapters]
    texts += [
        (language, text)
        for case in documents.by_name.get("data/cases.yaml", [])
        for language in LANGUAGES
        for text in _texts(case, language)
    ]
    known = {language: spellings(knowledge, language, all_terms=True) for language in LANGUAGES}
    for language, text in texts:
        for found in known[language].pattern.finditer(html.escape(text, quote=False)):
            written = html.unescape(found.group()).replace("'", "’")
            key = known[language].key(" ".join(written.split()))
            if key and key not in used:
                used.add(key)
                if len(_with_links(used, links)) == len(links):
                    return set(links)
    return _with_links(used, links)


def _with_links(used: set[str], links: dict[str, list[str]]) -> set[str]:
    return used | {key for term in used & links.keys() for key in links[term]}


def shown_cases(knowledge: Knowledge, chapters: list[Chapter]) -> set[str]:
    """Return the cases that a table or card of some page shows."""
    conditions = {name for name, _ in MACROS["cases"].named} - {"view"}
    shown = _first_arguments(chapters, "case")
    for call in (call for chapter in chapters for call in chapter.calls):
        if call.name == "cases":
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
