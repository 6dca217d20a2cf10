"""What the head of each page tells programs; overrides/partials/machine-head.html writes it.

The shell of generated pages has marks in place of title, description and path. They are filled as HTML, so
that no JSON-LD is made of them; a case's page holds its own.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
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
    own, *others = [_chapter(each, nav) for each in (page, *nav.pages)]
    if source == "index.md":
        return report_data(own, others[1:], knowledge, words)
    made = glossary_data if source == GLOSSARY else chapter_data
    return made(own, knowledge, words)


def _chapter(page: Page, nav: Navigation) -> ChapterPage:
    return ChapterPage(
        path=page.url.partition("/")[2],
        title=str(page.title),
        description=str(page.meta.get("description") or ""),
        updated=str(page.meta.get("updated") or ""),
        position=nav.pages.index(page) + 1 if page in nav.pages else 0,
    )
