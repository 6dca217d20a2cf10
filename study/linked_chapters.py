"""What programs are told of the report and its chapters: JSON-LD with the terms of schema.org.

A chapter's sources are not told here: its page lists them, and a list of forty would outweigh all else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from study.addresses import CATALOGUE, permalink
from study.citing import edition_status
from study.knowledge import Knowledge
from study.labels import Words
from study.linked_parts import CONTEXT, licence, published, publisher, report_part, work_in_both


@dataclass(frozen=True)
class ChapterPage:
    """A chapter as its page shows it; `path` is below the folder of the language, empty for the home page.

    `position` counts the pages of the report in their order, the home page as 1; `updated` is the day of
    its last change of substance, or an empty text.
    """

    path: str
    title: str
    description: str = ""
    updated: str = ""
    position: int = 0


def chapter_data(page: ChapterPage, knowledge: Knowledge, words: Words) -> dict[str, Any]:
    """Return the JSON-LD of a chapter: a Chapter of the Report."""
    return _described("Chapter", page, knowledge, words) | {
        "position": page.position,
        "isPartOf": report_part(knowledge, words),
    }


def report_data(
    page: ChapterPage, chapters: Iterable[ChapterPage], knowledge: Knowledge, words: Words
) -> dict[str, Any]:
    """Return the JSON-LD of the home page: the Report, with its chapters and the register of cases."""
    parts = [
        {"@type": "Chapter", "@id": permalink(knowledge, words.language, each.path), "name": each.title}
        for each in chapters
    ]
    register = {"@type": "Dataset", "@id": f"{permalink(knowledge, words.language, CATALOGUE)}#dataset"}
    return _described("Report", page, knowledge, words) | {
        "name": knowledge.publication.title[words.language],
        "alternateName": knowledge.publication.subtitle[words.language],
        "version": knowledge.edition.id,
        "hasPart": [*parts, register | {"name": words("facet", "register")}],
    }


def glossary_data(page: ChapterPage, knowledge: Knowledge, words: Words) -> dict[str, Any]:
    """Return the JSON-LD of the glossary: a chapter that is a DefinedTermSet; the page holds the definitions."""
    language = words.language
    return chapter_data(page, knowledge, words) | {
        "@type": "DefinedTermSet",
        **work_in_both(knowledge, language, "DefinedTermSet", page.path),
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "termCode": term.id, "name": term.term[language]}
            for term in knowledge.glossary
        ],
    }


def _described(kind: str, page: ChapterPage, knowledge: Knowledge, words: Words) -> dict[str, Any]:
    address = permalink(knowledge, words.language, page.path)
    return {
        "@context": CONTEXT,
        "@type": kind,
        "@id": address,
        "url": address,
        "name": page.title,
        **({"description": page.description} if page.description else {}),
        "inLanguage": words.language,
        **work_in_both(knowledge, words.language, kind, page.path),
        "publisher": publisher(knowledge, words.language),
        **published(knowledge),
        **({"dateModified": page.updated} if page.updated else {}),
        "creativeWorkStatus": edition_status(knowledge, words),
        **licence(knowledge),
    }
