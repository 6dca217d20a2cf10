"""A chapter's numbers, its ways to the other language, and what a draft says of the two.

Between Markdown and terms (hooks/chapters.py), because none of this is searched for terms.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

import macros
from hooks.knowledge import root_of
from macros.chapter_heads import Ways, with_heads
from macros.columns import address_of
from macros.concordance import notices
from macros.numbered import with_numbers
from macros.pages import ReportPage
from macros.paragraph_citations import paragraph_references
from study.chapter_checks import OTHER
from study.chapter_numbers import numbers_of
from study.renditions import light_path


@event_priority(91)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    prepared = macros.prepared(page)
    if prepared is None:
        return html
    chapter = page.file.src_uri.split("/", 1)[1]
    numbers = numbers_of(root_of(config), prepared.knowledge.edition.id, chapter)
    if numbers:
        html = _with_citation(prepared, with_numbers(prepared, html, numbers), page, chapter)
    return with_heads(prepared, html, _ways(page, numbered=bool(numbers)), notices(prepared, chapter))


def _with_citation(prepared: ReportPage, html: str, page: Page, chapter: str) -> str:
    prepared.scripts.append("paragraphs.js")
    references = paragraph_references(prepared, chapter, page.url.split("/", 1)[1])
    return f"{html}\n{prepared.part('cite-paragraph', references=references)}"


def _ways(page: Page, *, numbered: bool) -> Ways:
    language = page.url.partition("/")[0]
    alternates: dict[str, Any] = page.file.alternates  # type: ignore[attr-defined]  # static-i18n's
    other = alternates.get(OTHER[language])
    chapter = page.file.src_uri.partition("/")[2].removesuffix(".md")
    light, copies = light_path(language, chapter), f"{language}/copies/#{chapter.replace('/', '-')}"
    forms = {"light": get_relative_url(light, page.url), "copies": get_relative_url(copies, page.url)}
    if other is None:
        return Ways(OTHER[language], **forms)
    both = address_of(page.url) if numbered else None
    return Ways(OTHER[language], get_relative_url(other.url, page.url), both, **forms)
