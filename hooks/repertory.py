"""The repertory: pages of cases and lists, files to download and feeds, written after the chapters.

MkDocs does not know these pages: it would read, render and link each of them as a chapter. They are
filled into one shell (hooks/shells.py), so that 10,000 cases cost little more than writing them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from hooks import dependencies
from hooks.knowledge import root_of
from hooks.parts import language_of, part
from hooks.shells import Shells
from hooks.stages import STAGES, Stage
from hooks.store import KEPT, Store, packed, unpacked
from hooks.stores import STORES
from macros.generated import Site
from macros.repertory_files import repertory_files
from macros.repertory_pages import Group, groups, page_paths
from study import building
from study.chapters import pages, read_chapter
from study.digests import digest
from study.downloads import forget_edition_files
from study.repertory import Repertory, repertory


@event_priority(-130)  # after hooks/languages.py has put each page into its language's folder
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    language = language_of(config)
    STAGES[language] = Stage(language, config, nav, files)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    STAGES[language_of(config)].env = env


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    if template_name == "sitemap.xml":
        paths = page_paths(repertory(building.knowledge(root_of(config))))
        ending = "" if config.use_directory_urls else "index.html"
        context["repertory_paths"] = [f"{path}{ending}" for path in paths]
    return context


@event_priority(10)  # after hooks/search.py (12), before static-i18n (−100) builds the next language
def on_post_build(config: MkDocsConfig) -> None:
    stage = STAGES[language_of(config)]
    site, shells = stage.site(), stage.shells()
    known = repertory(site.knowledge)
    store = STORES.get(stage.language) if len(known.cases) <= KEPT else None
    base = _base(stage, shells, known) if store else ""
    _write(stage, store, digest(base, "files"), partial(repertory_files, known, site.words, stage.root))
    if part() and len(known.cases) > KEPT:
        forget_edition_files()  # they are written, and some hundred files of the same rows follow
    for group in groups(known):
        _write(stage, store, digest(base, *group.paths), partial(_made, group, site, shells))


def _write(stage: Stage, store: Store | None, key: str, make: Callable[[], dict[str, bytes]]) -> None:
    """Write the files that `make` returns, or what was kept of them."""
    kept = store.get("repertory", key) if store else None
    files = make() if kept is None else unpacked(kept)
    for path, content in files.items():
        stage.write(path, content)
    if store and kept is None:
        store.put("repertory", key, packed(files))


def _made(group: Group, site: Site, shells: Shells) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for page in group.pages(site):
        files[f"{page.path}index.html"] = shells.fill(page).encode("utf-8")
        files.update(page.files)
    return files


def _base(stage: Stage, shells: Shells, known: Repertory) -> str:
    """Return a digest of what every page of the repertory is made from."""
    chapters = [read_chapter(stage.root, stage.language, page) for page in pages(stage.root, stage.language)]
    return digest(
        dependencies.versions(),
        dependencies.code(stage.root),
        dependencies.fragments(stage.root),
        dependencies.data(stage.root),
        dependencies.of_values(
            str(building.build_day()),
            [[each.page, each.title, each.description, each.updated] for each in chapters],
            stage.site().addresses.chapters,
            bool(known.knowledge.standing.commit),  # without one, no page has a line for it
        ),
        *(shells.frame(depth) for depth in sorted({path.count("/") for path in page_paths(known)})),
    )
