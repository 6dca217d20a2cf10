"""Titles with their no-break spaces, in the navigation and the contents of a page.

MkDocs and Python-Markdown take titles from headings with `" ".join(text.split())`, which turns every
no-break space into one that breaks; the typography of the language puts them back.
"""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from study.typography import TYPOGRAPHY


@event_priority(80)  # every page has its title before the first navigation is rendered
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    language = page.file.src_uri.split("/", 1)[0]
    page.title = TYPOGRAPHY[language](page.title or "")
    _correct(page.toc, language)


def _correct(entries: Iterable[AnchorLink], language: str) -> None:
    for entry in entries:
        entry.title = TYPOGRAPHY[language](entry.title)
        _correct(entry.children, language)
