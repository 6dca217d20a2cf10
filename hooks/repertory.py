"""The repertory: pages of cases and lists, files to download and feeds, written after the chapters.

MkDocs does not know these pages: it would read, render and link each of them as a chapter. They are
filled into one shell (hooks/shells.py), so that 10,000 cases cost little more than writing them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

import macros
from hooks.knowledge import root_of
from hooks.shells import Shells, Stage
from macros.generated import Site
from macros.repertory_pages import page_paths, repertory_pages
from study import building, catalogue
from study.addresses import FEED
from study.chapters import pages, read_chapter
from study.downloads import edition_files
from study.feeds import feed
from study.labels import Words
from study.places import case_lines
from study.repertory import Repertory, repertory

_nav: dict[str, tuple[Navigation, Files]] = {}
_env: dict[str, Any] = {}


@event_priority(-130)  # after hooks/languages.py has put each page into its language's folder
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    _nav[_language(config)] = nav, files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    _env[_language(config)] = env


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    if template_name == "sitemap.xml":
        paths = page_paths(repertory(building.knowledge(root_of(config))))
        context["repertory_paths"] = [f"{path}{_ending(config)}" for path in paths]
    return context


@event_priority(10)  # before static-i18n (−100) builds the next language
def on_post_build(config: MkDocsConfig) -> None:
    language = _language(config)
    known = repertory(building.knowledge(root_of(config)))
    nav, files = _nav[language]
    shells = Shells(Stage(language, _env[language], nav, files, config), ["repertory.css"])
    folder = Path(config.site_dir) / language
    for page in repertory_pages(_site(config, language, files), known):
        _write(folder / page.path / "index.html", shells.fill(page).encode("utf-8"))
        for path, content in page.files.items():
            _write(folder / path, content)
    for path, content in _files(known, root_of(config), language):
        _write(folder / path, content)


def _ending(config: MkDocsConfig) -> str:
    """Return what the address of a folder ends with: nothing on the web, the page's own name on a disk."""
    return "" if config.use_directory_urls else "index.html"


def _language(config: MkDocsConfig) -> str:
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language)


def _site(config: MkDocsConfig, language: str, files: Files) -> Site:
    root = root_of(config)
    knowledge = building.knowledge(root)
    lines = case_lines(root, building.reading(root).documents)
    return Site(knowledge, Words(language, knowledge.labels), macros.addresses_of(files, language), lines)


def _files(known: Repertory, root: Path, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file that belongs to no page of its own: downloads, the catalogue's data, the feed."""
    words = Words(language, known.knowledge.labels)
    yield from edition_files(known, language).items()
    yield from catalogue.files(known, words).items()
    chapters = [read_chapter(root, language, page) for page in pages(root, language)]
    yield FEED, feed(known, words, chapters)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
