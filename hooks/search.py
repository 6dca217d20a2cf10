"""One search index per language, so that a reader finds pages of the language being read."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from hooks import dependencies
from hooks.parts import part
from hooks.search_entries import parts_of
from hooks.stages import STAGES
from hooks.stores import STORES
from macros.facet_pages import INDEXED, list_title
from macros.repertory_pages import listed_values
from study import building
from study.addresses import case_path, facet_index_path, facet_path
from study.digests import digest
from study.facets import FACETS
from study.labels import Words
from study.repertory import repertory
from study.selection import administrations_of


def on_config(config: MkDocsConfig) -> None:
    plugin: Any = config.plugins["material/search"]
    plugin.search_index.add_entry_from_context = partial(_add_page, plugin.search_index)
    # its one index for both languages is not written
    own = config.plugins.events["post_build"]
    own[:] = [method for method in own if getattr(method, "__self__", None) is not plugin]
    plugin.on_post_build = _nothing


def _nothing(**_: Any) -> None:
    """Stand for the theme's own writing of the index; static-i18n asks for it as well."""


def _add_page(index: Any, page: Any) -> None:
    """Add the entries of a chapter to the theme's index, as the theme would; none of a shell."""
    if (page.meta.get("search") or {}).get("exclude"):
        return
    store = STORES.get(page.file.locale)
    key = digest(_base(), page.url, page.title, page.content) if store else ""
    kept = store.get("entries", key) if store else None
    if kept is not None:
        index.entries += json.loads(kept)
        return
    entries = [
        {
            "location": page.url + (f"#{each.id}" if each.id else ""),
            "title": "".join(each.title).strip() or html.escape(page.title, quote=False),
            "text": "".join(each.text).strip(),
        }
        for each in parts_of(page.content)
    ]
    index.entries += entries
    if store:
        store.put("entries", key, json.dumps(entries, ensure_ascii=False).encode("utf-8"))


@cache
def _base() -> str:
    """Return a digest of what entries depend on besides the page: this module and the next."""
    return dependencies.contents(Path(__file__).parent, ["search.py", "search_entries.py"])


def _repertory(root: Path, language: str, ending: str) -> Iterator[dict[str, str]]:
    """Yield an entry for each page of a case and of a list; MkDocs does not know these pages."""
    known = repertory(building.knowledge(root))
    words = Words(language, known.knowledge.labels)
    for case in known.cases:
        text = " ".join([*administrations_of(case, known.knowledge, language), case.summary[language]])
        yield _entry(case_path(case.id) + ending, case.title[language], text)
    for case in known.withdrawn:
        assert case.withdrawn is not None
        notice = words("case", "withdrawn", edition=case.withdrawn.edition)
        yield _entry(case_path(case.id) + ending, case.title[language], notice)
    for facet in FACETS:
        for value in listed_values(known, facet):
            yield _entry(
                facet_path(facet, value) + ending, list_title(facet, value, known.knowledge, words), ""
            )
    for facet in INDEXED:
        yield _entry(facet_index_path(facet) + ending, words("facet_index", facet), "")


def _entry(path: str, title: str, text: str) -> dict[str, str]:
    """Return an entry as the theme's search reads it: texts are HTML."""
    return {
        "location": path,
        "title": html.escape(title, quote=False),
        "text": html.escape(text, quote=False),
    }


@event_priority(12)  # before hooks/repertory.py (10), which takes most memory
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    stage = STAGES[i18n.current_language]
    index = _index(config)
    folder = f"{stage.language}/"
    entries = [
        {**entry, "location": entry["location"].removeprefix(folder)}
        for entry in index.entries
        if entry["location"].startswith(folder)
    ]
    entries += _repertory(stage.root, stage.language, "" if config.use_directory_urls else "index.html")
    settings = {name: index.config[name] for name in ("separator", "pipeline", "fields")}
    own = {"config": {**settings, "lang": [stage.language]}, "docs": entries}
    text = json.dumps(own, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    stage.write("search/search_index.json", text.encode("utf-8"))
    if part():
        index.entries.clear()


def _index(config: MkDocsConfig) -> Any:
    plugin: Any = config.plugins["material/search"]
    return plugin.search_index
