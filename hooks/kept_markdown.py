"""A chapter's Markdown turned into HTML, or taken from the last build if nothing that goes into it has changed.

What goes into it is its text with tokens in the place of macros (macros/parts.py), so that a record may
change without a chapter being read again, and the addresses of pages and files that it may link to.
"""

from __future__ import annotations

import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.toc import get_toc

from hooks import dependencies
from hooks.knowledge import root_of
from hooks.store import Store
from study.digests import digest


class KeptMarkdown:
    """Renders the pages of one language."""

    def __init__(self, config: MkDocsConfig, files: Files, store: Store) -> None:
        root = root_of(config)
        self._store = store
        self._base = digest(
            dependencies.versions(),
            dependencies.configuration(root),
            dependencies.contents(root, ["hooks/*.py"]),
            dependencies.of_values(sorted([file.src_uri, file.url] for file in files)),
        )

    def render(self, page: Any, config: MkDocsConfig, files: Files) -> None:
        """Do what MkDocs' own `Page.render` does."""
        key = digest(self._base, page.file.src_uri, page.url, page.markdown)
        kept = self._store.get("markdown", key)
        if kept is not None:
            restored(page, json.loads(kept), files)
            return
        type(page).render(page, config, files)
        self._store.put("markdown", key, json.dumps(recorded(page), ensure_ascii=False).encode("utf-8"))


def recorded(page: Any) -> dict[str, Any]:
    """Return what Markdown made of a page, as values of JSON."""
    links = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return {
        "content": page.content,
        "toc": [_token(entry) for entry in page.toc],
        "title": page._title_from_render,
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": links,
    }


def restored(page: Any, record: dict[str, Any], files: Files) -> None:
    """Give a page what `recorded` returned of it."""
    page.content = record["content"]
    page.toc = get_toc(record["toc"])
    page._title_from_render = record["title"]
    page.present_anchor_ids = set(record["anchors"])
    page.links_to_anchors = {
        file: anchors
        for uri, anchors in record["links"].items()
        if (file := files.get_file_from_path(uri)) is not None
    }


def _token(entry: Any) -> dict[str, Any]:
    """Return an entry of the contents as Python-Markdown gave it to MkDocs."""
    return {
        "name": entry.title,
        "id": entry.id,
        "level": entry.level,
        "children": [_token(each) for each in entry.children],
    }
