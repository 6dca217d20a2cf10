"""The frame of a page: the theme's templates around its text, rendered without the text and put around it.

A frame depends on titles, places and words, not on what is written, so that of a chapter whose text was
edited is taken as it stands. Its indentation goes, which is a third of it; that of the text stays.
What is said of the edition, and the commit, are put in last: they change where nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from hooks import dependencies
from hooks.edition_words import MARKS
from hooks.knowledge import root_of
from hooks.marks import BOX, COMMIT, NOTE, SIZE, TEXT, with_commit
from hooks.page_size import with_size
from hooks.store import Store
from study import building
from study.digests import digest
from study.editions.standing import Standing

INDENTATION = re.compile(r"\n\s+")
GROUPS = re.compile(r"""\bwords(?:\.\w+)?\(\s*["'](\w+)["']""")


class Frames:
    """Stands for the theme's main template in one language; `store` is None when nothing is kept."""

    def __init__(self, template: Callable[[], Any], config: MkDocsConfig, store: Store | None) -> None:
        self._template = template  # asked for anew: the preview reads a saved template again
        self._store = store
        self._root = root_of(config)
        self._base = _base(config) if store else ""

    def without_store(self) -> None:
        """Render every frame from now on; the preview changes what frames depend on."""
        self._store = None

    def render(self, context: Mapping[str, Any]) -> str:
        """Return the whole page."""
        frame = context["edition_words"].put_into(self._frame(dict(context)))
        page = with_commit(frame, context["commit"]).replace(TEXT, context["page"].content)
        if context["edition_words"] is MARKS:  # a shell, which is weighed when it is filled
            return page
        return with_size(page, context["language"], self._root)

    def _frame(self, context: dict[str, Any]) -> str:
        key = _key(self._base, context) if self._store else ""
        kept = self._store.get("frame", key) if self._store else None
        if kept is not None:
            return kept.decode("utf-8")
        page, context["commit"] = context["page"], COMMIT if context["commit"] else ""
        context["edition_box"], context["edition_note"], context["page_size"] = BOX, NOTE, SIZE
        text, page.content = page.content, TEXT
        try:
            frame = INDENTATION.sub("\n", str(self._template().render(context)))
        finally:
            page.content = text
        if self._store:
            self._store.put("frame", key, frame.encode("utf-8"))
        return frame


def _base(config: MkDocsConfig) -> str:
    """Return a digest of what every frame depends on."""
    root = root_of(config)
    knowledge = building.last_knowledge(root)
    used = sorted({group for file in _templates(root) for group in GROUPS.findall(file.read_text("utf-8"))})
    words = {
        group: {key: [each.en, each.fr] for key, each in knowledge.labels[group].items()} for group in used
    }
    return digest(
        dependencies.versions(),
        dependencies.configuration(root),
        dependencies.frames(root),
        dependencies.contents(root, ("hooks/**/*.py", "study/**/*.py")),
        dependencies.of_values(
            words,
            knowledge.publication.model_dump(mode="json"),
            knowledge.edition.model_dump(mode="json"),
            _said(knowledge.standing),
        ),
    )


def _said(standing: Standing) -> list[Any]:
    """Return what the ribbon, the header and the title say of the edition."""
    return [standing.name, standing.status, standing.rehearsal]


def _templates(root: Path) -> Iterator[Path]:
    for pattern in dependencies.FRAMES:
        yield from (path for path in root.glob(pattern) if path.suffix == ".html")


def _key(base: str, context: Mapping[str, Any]) -> str:
    page = context["page"]
    return digest(
        base,
        dependencies.of_values(
            page.url,
            page.file.src_uri,
            page.title,
            {name: value for name, value in page.meta.items() if name != "updated"},
            [_entry(each) for each in page.toc],
            page.canonical_url,
            page.edit_url,
            [[each.title, each.url] if each else None for each in (page.previous_page, page.next_page)],
            _shown(context["nav"].items, page),
            context["counterparts"],
            context["scripts"],
            context["page_styles"],
            context["frame_style"],
            context["page_policy"],
            context["machine"],
            bool(context["commit"]),
            context["config"].site_name,
            context["mkdocs_version"],  # of MkDocs, or of what took its place
            context["config"].site_url,
        ),
    )


def _entry(entry: Any) -> list[Any]:
    return [entry.title, entry.id, entry.level, [_entry(each) for each in entry.children]]


def _shown(items: Any, page: Any) -> list[Any]:
    """Return what the navigation shows on a page: closed sections by title and first address (overrides/partials/nav-item.html)."""
    return [
        [item.title, item.active, _shown(item.children, page) if item.active else _first(item)]
        if item.children
        else [item.title, item.url, item is page]
        for item in items
    ]


def _first(section: Any) -> str:
    first = section.children[0]
    return _first(first) if first.children else str(first.url)
