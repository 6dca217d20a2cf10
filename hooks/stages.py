"""What a page of a language is rendered with, kept from the build for whoever renders a page later.

This module is imported, not listed in mkdocs.yml: MkDocs loads each hook a second time under a
name of its own, and what one of them remembers the others would not see.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mkdocs.utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

import macros
from hooks.knowledge import root_of
from hooks.marks import with_commit
from hooks.page_size import with_size
from hooks.shells import Shells
from macros.generated import Site
from study import building
from study.labels import Words

STYLES = ["repertory.css"]


@dataclass
class Stage:
    """The theme's templates, the navigation and the files of one language."""

    language: str
    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Any = None

    @property
    def root(self) -> Path:
        """Return the checkout that is being built."""
        return root_of(self.config)

    @property
    def folder(self) -> str:
        """Return where the pages of the language are written."""
        return f"{self.config.site_dir}/{self.language}"

    def write(self, path: str, content: bytes) -> None:
        """Write a page or file of the language, by its path below the folder; a page gets its commit."""
        if path.endswith(".html"):
            commit = building.last_knowledge(self.root).standing.commit
            page = with_commit(content.decode("utf-8"), commit)
            content = with_size(page, self.language, self.root).encode("utf-8")
        mkdocs.utils.write_file(content, f"{self.folder}/{path}")

    def shells(self) -> Shells:
        """Return shells for generated pages; they are rendered anew, so keep them while nothing changes."""
        return Shells(self, STYLES)

    def site(self) -> Site:
        """Return what generated pages are made with, from the data as they are now."""
        knowledge = building.knowledge(self.root)
        lines = building.case_places(self.root)
        addresses = macros.addresses_of(self.files, self.language)
        return Site(knowledge, Words(self.language, knowledge.labels), addresses, lines)


STAGES: dict[str, Stage] = {}
BYPRODUCTS: dict[
    str, dict[str, Any]
] = {}  # of a chapter, by its source: values of JSON that are kept with it


@contextmanager
def on(stage: Stage) -> Iterator[None]:
    """Let MkDocs and static-i18n, which know one language at a time, know that of `stage`."""
    i18n: Any = stage.config.plugins["i18n"]
    before = i18n.current_language
    try:
        _switch(stage, stage.language)
        yield
    finally:
        _switch(stage, before)


def _switch(stage: Stage, language: str) -> None:
    i18n: Any = stage.config.plugins["i18n"]
    i18n.current_language = language
    i18n.reconfigure_mkdocs_config(stage.config)
    stage.config.site_name = building.knowledge(stage.root).publication.title[language]
