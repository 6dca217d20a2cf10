"""What a build makes is kept for the next one, per language, in `.cache/build/`.

`REPORT_KEEP=no` builds without it. A build that warned keeps nothing: the warning would not be said
again. Results are found by digests of all they depend on (hooks/dependencies.py), so that a build
with a full, an empty or a damaged store makes the same site, byte for byte; tests compare them.
"""

from __future__ import annotations

import logging
import os
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from hooks import dependencies
from hooks.frames import Frames
from hooks.kept_markdown import KeptMarkdown
from hooks.kept_pages import KeptPages
from hooks.kept_templates import KeptTemplates
from hooks.knowledge import root_of
from hooks.parts import is_inner_build, language_of, part
from hooks.stages import STAGES
from hooks.store import KEPT, Store, packed, unpacked
from hooks.stores import STORES, open_store
from macros.rendering import environment
from study import building
from study.downloads import edition_files, forget_edition_files, forget_register, recall_edition_files
from study.repertory import repertory

_markdown: dict[str, KeptMarkdown] = {}
_pages: dict[str, KeptPages] = {}
_frames: dict[str, Frames] = {}
_warnings: list[CountHandler] = []


@event_priority(190)  # the checks (100) ask what passed already
def on_config(config: MkDocsConfig) -> None:
    if not is_inner_build(config.plugins["i18n"]):
        dependencies.look_again()
    own = part()
    if own and _wanted():
        open_store(root_of(config), own)


def _wanted() -> bool:
    return os.environ.get("REPORT_KEEP") != "no"


@event_priority(-140)  # the addresses of the language are settled
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    language = language_of(config)
    if not _wanted():
        return
    handler = CountHandler()
    handler.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(handler)
    _warnings.append(handler)
    root = root_of(config)
    store = open_store(root, language)
    environment(root).bytecode_cache = KeptTemplates(store)
    _markdown[language] = KeptMarkdown(config, files, store)
    _pages[language] = KeptPages(config, files, language, store)
    _recall_edition_files(root, language, store)


def _recall_edition_files(root: Path, language: str, store: Store) -> None:
    """Spare the chapters that say how large a download is from making it."""
    known = repertory(building.last_knowledge(root))
    if len(known.cases) > KEPT:
        return
    kept = store.get("edition", dependencies.knowledge(root))
    if kept is not None:
        recall_edition_files(known, language, unpacked(kept))


def _keep_edition_files(root: Path, language: str, store: Store) -> None:
    known = repertory(building.last_knowledge(root))
    if len(known.cases) <= KEPT:
        store.put("edition", dependencies.knowledge(root), packed(edition_files(known, language)))


@event_priority(-140)  # the text is as Markdown will read it
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    kept = _markdown.get(language_of(config))
    if kept:
        page.render = partial(kept.render, page)  # type: ignore[method-assign]


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    language = language_of(config)
    own = type(env).get_template
    frames = Frames(partial(own, env, "main.html"), config, STORES.get(language))
    _frames[language] = frames

    def get_template(name: Any, *arguments: Any, **named: Any) -> Any:
        return frames if name == "main.html" else own(env, name, *arguments, **named)

    env.get_template = get_template
    if language in STORES:
        env.bytecode_cache = KeptTemplates(STORES[language])


# after the repertory (10) has been written, before static-i18n (−100) builds the next language
@event_priority(5)
def on_post_build(config: MkDocsConfig) -> None:
    language = language_of(config)
    _close(config, language)
    if part():  # what is left to do needs none of it
        forget_edition_files()
        forget_register()


def _close(config: MkDocsConfig, language: str) -> None:
    store = STORES.pop(language, None)
    _markdown.pop(language, None)
    if store is None:
        return
    _pages.pop(language).end()
    _frames[language].without_store()
    STAGES[language].env.bytecode_cache = None
    handler = _warnings.pop()
    logging.getLogger("mkdocs").removeHandler(handler)
    root = root_of(config)
    _keep_edition_files(root, language, store)
    environment(root).bytecode_cache = None
    store.close(keep=not handler.get_counts())
    for file in STAGES[language].files.documentation_pages():
        vars(file.page).pop("render", None)
