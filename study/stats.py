"""The report in numbers: chapters, words, cases, terms, sources, citations; for both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from study.chapters import CALL, Chapter, pages, read_chapter
from study.facets import evidence_of, regions_of
from study.knowledge import Knowledge
from study.selection import select

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
MARKUP = re.compile(r"\{:[^}]*\}|\]\([^)]*\)")


@dataclass(frozen=True)
class TextStats:
    """One language: chapters, words of running text, citations, and citations per 1,000 words."""

    language: str
    chapters: int
    words: int
    citations: int

    @property
    def density(self) -> float:
        """Return citations per 1,000 words."""
        return 1000 * self.citations / self.words if self.words else 0.0


@dataclass(frozen=True)
class Stats:
    """Everything that `report stats` prints; counts by key, the largest first."""

    texts: list[TextStats]
    cases: int
    by_technology: dict[str, int]
    by_region: dict[str, int]
    by_stage: dict[str, int]
    by_evidence: dict[str, int]
    with_results: int
    terms: int
    sources: int
    by_kind: dict[str, int]
    members: int


def stats(knowledge: Knowledge) -> Stats:
    """Return the numbers of the report as it stands."""
    cases = select(knowledge)
    return Stats(
        texts=[_text_stats(knowledge, language) for language in ("en", "fr")],
        cases=len(cases),
        by_technology=_counted(key for case in cases for key in case.technologies),
        by_region=_counted(key for case in cases for key in regions_of(case, knowledge)),
        by_stage=_counted(case.stage for case in cases),
        by_evidence=_counted(evidence_of(case, knowledge) for case in cases),
        with_results=sum(bool(case.results) for case in cases),
        terms=len(knowledge.glossary),
        sources=len(knowledge.sources),
        by_kind=_counted(source.kind for source in knowledge.sources),
        members=len(knowledge.member),
    )


def words_of(chapter: Chapter) -> int:
    """Return the number of words of a chapter's running text; macro calls and link targets aside."""
    text = MARKUP.sub(" ", CALL.sub(" ", chapter.text[chapter.body_offset :]))
    return len(WORD.findall(text))


def _text_stats(knowledge: Knowledge, language: str) -> TextStats:
    chapters = [read_chapter(knowledge.root, language, page) for page in pages(knowledge.root, language)]
    return TextStats(
        language=language,
        chapters=len(chapters),
        words=sum(words_of(chapter) for chapter in chapters),
        citations=sum(call.name == "cite" for chapter in chapters for call in chapter.calls),
    )


def _counted(keys: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(map(str, keys)).items(), key=lambda each: (-each[1], each[0])))
