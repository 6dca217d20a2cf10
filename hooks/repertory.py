"""The repertory: pages of cases and lists, files to download and feeds, written after the chapters.

MkDocs does not know these pages: it would read, render and link each of them as a chapter. They are
filled into one shell (hooks/shells.py), so that 10,000 cases cost little more than writing them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from hooks.knowledge import root_of
from hooks.stages import STAGES, Stage
from macros.repertory_files import repertory_files
from macros.repertory_pages import page_paths, repertory_pages
from study import building
from study.repertory import repertory


@event_priority(-130)  # after hooks/languages.py has put each page into its language's folder
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    language = _language(config)
    STAGES[language] = Stage(language, config, nav, files)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    STAGES[_language(config)].env = env


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    if template_name == "sitemap.xml":
        paths = page_paths(repertory(building.knowledge(root_of(config))))
        ending = "" if config.use_directory_urls else "index.html"
        context["repertory_paths"] = [f"{path}{ending}" for path in paths]
    return context


@event_priority(10)  # before static-i18n (−100) builds the next language
def on_post_build(config: MkDocsConfig) -> None:
    stage = STAGES[_language(config)]
    for path, content in _everything(stage):
        stage.write(path, content)


def _everything(stage: Stage) -> Iterator[tuple[str, bytes]]:
    """Yield every page and file of the repertory, by its path below the folder of the language."""
    site, shells = stage.site(), stage.shells()
    known = repertory(site.knowledge)
    for page in repertory_pages(site, known):
        yield f"{page.path}index.html", shells.fill(page).encode("utf-8")
        yield from page.files.items()
    yield from repertory_files(known, site.words, stage.root).items()


def _language(config: MkDocsConfig) -> str:
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language)
