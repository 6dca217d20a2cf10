"""A whole chapter as it stands before the theme is put around it, taken from the last build if nothing has changed.

This is the short way: its key names everything that any step of a chapter may look at, both languages'
texts of the chapter included, so one changed record sends every chapter the long way, on which its
macros run and only what they changed is made anew (hooks/kept_markdown.py, hooks/frames.py).
"""

from __future__ import annotations

import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from hooks import dependencies
from hooks.kept_markdown import recorded, restored
from hooks.knowledge import root_of
from hooks.stages import BYPRODUCTS
from hooks.store import Store
from study import building
from study.chapter_checks import OTHER
from study.chapters import pages, read_chapter
from study.digests import digest


class KeptPages:
    """Stands between MkDocs and the plugins of one language while its chapters are read."""

    def __init__(self, config: MkDocsConfig, files: Files, language: str, store: Store) -> None:
        self._plugins: Any = config.plugins
        self._root, self._language, self._store = root_of(config), language, store
        self._files = files
        self._base = _base(config, files, language)
        self._on_markdown = type(self._plugins).on_page_markdown
        self._on_content = type(self._plugins).on_page_content
        self._recalled: dict[str, dict[str, Any]] = {}
        self._keys: dict[str, str] = {}
        vars(self._plugins).update(on_page_markdown=self._markdown, on_page_content=self._content)

    def end(self) -> None:
        """Let the plugins see every page again."""
        for name in ("on_page_markdown", "on_page_content"):
            vars(self._plugins).pop(name)

    def _markdown(self, markdown: str, *, page: Any, config: MkDocsConfig, files: Files) -> str:
        uri = page.file.src_uri
        key = self._keys[uri] = self._key(page, markdown)
        kept = self._store.get("page", key)
        if kept is None:
            BYPRODUCTS[uri] = {}
            return str(self._on_markdown(self._plugins, markdown, page=page, config=config, files=files))
        record = self._recalled[uri] = json.loads(kept)
        BYPRODUCTS[uri] = record["byproducts"]
        page.render = lambda config, files: restored(page, record, files)
        return ""

    def _content(self, html: str, *, page: Any, config: MkDocsConfig, files: Files) -> str:
        uri = page.file.src_uri
        record = self._recalled.get(uri)
        if record is not None:
            page.title = record["name"]
            return str(record["content"])
        page.content = self._on_content(self._plugins, html, page=page, config=config, files=files)
        made = recorded(page) | {"name": page.title, "byproducts": BYPRODUCTS[uri]}
        self._store.put("page", self._keys[uri], json.dumps(made, ensure_ascii=False).encode("utf-8"))
        return str(page.content)

    def _key(self, page: Any, markdown: str) -> str:
        path = page.file.src_uri.split("/", 1)[1]
        other = self._root / "docs" / OTHER[self._language] / path
        counterpart = read_chapter(self._root, OTHER[self._language], path).text if other.is_file() else ""
        meta = json.dumps(page.meta, ensure_ascii=False, sort_keys=True, default=str)
        return digest(self._base, page.file.src_uri, page.url, meta, markdown, counterpart)


def _base(config: MkDocsConfig, files: Files, language: str) -> str:
    """Return a digest of all that a chapter may look at besides its own two texts."""
    root = root_of(config)
    i18n: Any = config.plugins["i18n"]
    return digest(
        dependencies.versions(),
        dependencies.configuration(root),
        dependencies.code(root),
        dependencies.fragments(root),
        dependencies.data(root),
        dependencies.of_values(
            sorted([file.src_uri, file.url] for file in files),
            [[page, read_chapter(root, language, page).title] for page in pages(root, language)],
            str(building.build_day()),
            list(i18n.build_languages),  # a page of a language that is built alone has no ways to the other
            type(config).__module__,
        ),
    )
