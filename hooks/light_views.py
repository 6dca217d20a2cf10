"""What stands around the chapter on its light page: where it lies, and the ways to other light pages.

Imported, not listed in mkdocs.yml (see hooks/stages.py).
"""

from __future__ import annotations

from html import unescape
from typing import Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from hooks.stages import Stage
from macros.article_links import relative
from macros.light_pages import LightPage, PartOfContents, Way
from study.labels import Words
from study.renditions import light_path, markdown_path

ADDRESSES: dict[str, dict[str, str]] = {}  # by language: of each chapter's light page, by that of its page


def find_addresses(language: str, files: Files, *, directory_urls: bool) -> None:
    """Take note of where the light pages of a language lie."""
    ending = "" if directory_urls else "index.html"
    ADDRESSES[language] = {
        file.url: light_path(language, chapter_of(file)) + ending for file in files.documentation_pages()
    }


def copies_of(file: Any) -> tuple[str, str]:
    """Return the names of a chapter's light page and its Markdown, below the site."""
    language, chapter = str(file.src_uri).split("/", 1)[0], chapter_of(file)
    return f"{light_path(language, chapter)}index.html", markdown_path(language, chapter)


def pages_of(item: Any) -> list[Any]:
    """Return the pages of an entry of the navigation, those of the sections in it too."""
    if item.is_page:
        return [item]
    return [page for each in item.children or () for page in pages_of(each)]


def view_of(stage: Stage, page: Page, words: Words) -> LightPage:
    """Return what the light page of a chapter says around it."""
    own = ADDRESSES[stage.language][page.url]

    def way(target: Page | None) -> Way | None:
        return None if target is None else _way(stage, target, page)

    return LightPage(
        title=title_of(page),
        canonical=str(page.canonical_url),
        home=relative(light_path(stage.language, "index"), own),
        full=relative(page.url, own),
        other=_other(stage, page, words),
        previous=way(page.previous_page),
        next=way(page.next_page),
        parts=[
            PartOfContents("", [_way(stage, item, page)])
            if item.is_page
            else PartOfContents(item.title, [_way(stage, each, page) for each in pages_of(item)])
            for item in stage.nav.items
        ],
    )


def _way(stage: Stage, target: Any, page: Page) -> Way:
    addresses = ADDRESSES[stage.language]
    href = "" if target is page else relative(addresses[target.url], addresses[page.url])
    return Way(title_of(target), href)


def _other(stage: Stage, page: Page, words: Words) -> Way | None:
    """Return the way to the light page of the other language, where the chapter has one."""
    own = ADDRESSES[stage.language][page.url]
    for language, file in page.file.alternates.items():  # type: ignore[attr-defined]  # static-i18n's
        if language != stage.language:
            target = light_path(language, chapter_of(file)) + own.rpartition("/")[2]
            return Way(words("light", "other"), relative(target, own), language)
    return None


def title_of(page: Any) -> str:
    """Return the title of a page as text."""
    return unescape(str(page.title))


def chapter_of(file: Any) -> str:
    """Return the key of a chapter, `technologies/ai`."""
    return str(file.src_uri).split("/", 1)[1].removesuffix(".md")
