"""What the head of each page tells programs; overrides/partials/machine-head.html writes it.

The shell of generated pages has marks in place of title, description and path. They are filled as HTML, so
that no JSON-LD is made of them; a case's page holds its own.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from hooks.knowledge import root_of
from hooks.shells import PATH
from study import building
from study.knowledge import Knowledge
from study.labels import Words
from study.linked_chapters import ChapterPage, chapter_data, glossary_data, report_data
from study.linked_parts import json_ld_text
from study.page_metadata import PageFacts, named, properties
from study.renditions import markdown_path

GLOSSARY = "glossary.md"
POSITIONS: dict[str, int] = {}  # of chapters in the navigation of either language, by their source


@event_priority(-140)  # the navigation is as readers see it
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    POSITIONS.update({page.file.src_uri: number for number, page in enumerate(nav.pages, 1)})


@event_priority(
    -70
)  # after hooks/status.py (-60); what is put in here is part of a frame's key (hooks/frames.py)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    language, _, source = page.file.src_uri.partition("/")
    knowledge = building.last_knowledge(root_of(config))
    words = Words(language, knowledge.labels)
    shell = source.startswith(PATH)
    facts = PageFacts(
        title=str(page.title),
        description=str(page.meta.get("description") or ""),
        address=str(page.canonical_url),
        home=source == "index.md",
        updated=str(page.meta.get("updated") or ""),
    )
    markdown = markdown_path(language, source.removesuffix(".md"))
    context["machine"] = {
        "named": named(facts, knowledge, words),
        "properties": properties(facts, knowledge, words),
        "json_ld": None if shell else json_ld_text(_data(page, source, nav, knowledge, words)),
        "markdown": None if shell else get_relative_url(markdown, page.url),
    }
    return context


def _data(page: Page, source: str, nav: Navigation, knowledge: Knowledge, words: Words) -> dict[str, Any]:
    if source == "index.md":
        first, *others = [_chapter(each, position) for position, each in enumerate(nav.pages, 1)]
        return report_data(first, others, knowledge, words)
    made = glossary_data if source == GLOSSARY else chapter_data
    return made(_chapter(page, _position(page)), knowledge, words)


def _position(page: Page) -> int:
    """Return the place of a chapter among all, from 1; 0 outside the navigation."""
    return POSITIONS.get(page.file.src_uri, 0)


def _chapter(page: Page, position: int) -> ChapterPage:
    return ChapterPage(
        path=page.url.partition("/")[2],
        title=str(page.title),
        description=str(page.meta.get("description") or ""),
        updated=str(page.meta.get("updated") or ""),
        position=position,
    )
