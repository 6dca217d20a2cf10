"""The page of copies: what of each chapter can be taken along, and places for what is made after a build.

Light pages and Markdown stand in every build. PDF, EPUB and offline packs are made afterwards, by
`report renditions`, which then puts their links into the places (`report/renditions/listing.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.pages import ReportPage
from study.addresses import FEED
from study.contents import contents
from study.renditions import light_path, markdown_path

PAGE = "copies"


@dataclass(frozen=True)
class ChapterCopies:
    """A chapter and its copies; `id` is its anchor on the page, `technologies-ai`, and `key` its name elsewhere."""

    id: str
    key: str
    title: str
    href: str
    light: str
    markdown: str


@dataclass(frozen=True)
class PartView:
    """Chapters under a title of the navigation, empty for those that stand before the first title."""

    title: str
    chapters: Sequence[ChapterCopies]


def copies(page: ReportPage) -> list[PartView]:
    """Return every chapter of the report with its copies, in the order of the navigation; the page of copies aside."""
    views = []
    for part, chapters in contents(page.knowledge.root):
        title = page.words("navigation", part) if part else ""
        own = [view for chapter in chapters if chapter != PAGE and (view := _chapter(page, chapter))]
        if own:
            views.append(PartView(title, own))
    return views


def _chapter(page: ReportPage, chapter: str) -> ChapterCopies | None:
    href = page.link(f"{chapter}.md")
    if href is None:
        return None
    language, up = page.language, (page.link(FEED) or FEED).removesuffix(FEED)
    return ChapterCopies(
        id=chapter.replace("/", "-"),
        key=chapter,
        title=page.title_of(f"{chapter}.md"),
        href=href,
        light=up + light_path(language, chapter).removeprefix(f"{language}/"),
        markdown=up + markdown_path(language, chapter).removeprefix(f"{language}/"),
    )
