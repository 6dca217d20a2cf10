"""How a paragraph of a chapter is cited: once for the page, in both languages, with a slot for the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.pages import ReportPage
from study.addresses import permalink
from study.chapters import read_chapter
from study.citing import edition_reference
from study.labels import Words
from study.models.values import LANGUAGES

SLOT = "\ue010"  # stands for the number; no text of the report holds it


@dataclass(frozen=True)
class ParagraphReference:
    """The reference in a language; the number stands between each two of `pieces`."""

    language: str
    name: str
    pieces: Sequence[str]


def paragraph_references(page: ReportPage, chapter: str, path: str) -> list[ParagraphReference]:
    """Return the reference in the reader's language, then in the other.

    `chapter` is the path below `docs/LANG/`, `path` that of the page below the language's folder.
    """
    return [
        ParagraphReference(
            language, page.words.language_name(language), _pieces(page, language, chapter, path)
        )
        for language in sorted(LANGUAGES, key=lambda each: each != page.language)
    ]


def _pieces(page: ReportPage, language: str, chapter: str, path: str) -> list[str]:
    knowledge = page.knowledge
    words = Words(language, knowledge.labels)
    edition = edition_reference(knowledge, words)
    text = words(
        "paragraph",
        "reference",
        author=edition.author,
        container=edition.title,
        statement=edition.statement,
        title=read_chapter(knowledge.root, language, chapter).title,
        number=SLOT,
        address=f"{permalink(knowledge, language, path)}#p{SLOT}",
    )
    return text.split(SLOT)
