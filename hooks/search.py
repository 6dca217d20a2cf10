"""One search index per language, so that a reader finds pages of the language being read."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from hooks.knowledge import root_of
from hooks.parts import is_inner_build, part
from macros.facet_pages import INDEXED, list_title
from macros.repertory_pages import listed_values
from study import building
from study.addresses import case_path, facet_index_path, facet_path
from study.facets import FACETS
from study.labels import Words
from study.repertory import repertory
from study.selection import administrations_of


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


@event_priority(-120)  # after static-i18n (−100) has built every language and joined their indexes
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    joined = Path(config.site_dir) / "search" / "search_index.json"
    if is_inner_build(i18n) or not joined.is_file():
        return
    index = json.loads(joined.read_text(encoding="utf-8"))
    own_part = part()
    for language in [own_part] if own_part else i18n.build_languages:
        folder = f"{language}/"
        entries = [
            {**entry, "location": entry["location"].removeprefix(folder)}
            for entry in index["docs"]
            if entry["location"].startswith(folder)
        ]
        entries += _repertory(root_of(config), language, "" if config.use_directory_urls else "index.html")
        own = {"config": {**index["config"], "lang": [language]}, "docs": entries}
        target = Path(config.site_dir) / language / "search" / "search_index.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            json.dumps(own, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8"
        )
    joined.unlink()
    joined.parent.rmdir()
