"""The shell of a generated page: the theme's page, rendered once per language and depth, and filled.

A page of the theme costs some 40 milliseconds, and a register of 10,000 cases has more than 20,000
pages. What differs between them is a handful of texts, so one rendered page serves them all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from hooks.edition_words import MARKS, edition_words
from hooks.marks import BOX, COMMIT, NOTE
from macros.generated import GeneratedPage

if TYPE_CHECKING:
    from hooks.stages import Stage

TITLE, DESCRIPTION, CONTENT, PATH = "shell-title", "shell-description", "<h1>shell-content</h1>", "shell-path"


class Shells:
    """The shells of one language; each is rendered when the first page of its depth is filled."""

    def __init__(self, stage: Stage, styles: list[str]) -> None:
        self._stage = stage
        self._styles = styles
        self._by_depth: dict[int, list[str]] = {}

    def fill(self, page: GeneratedPage) -> str:
        """Return the whole HTML of a generated page."""
        depth = page.path.count("/")
        said = edition_words(self._stage, f"{self._stage.language}/{page.path}", None)
        values = {
            BOX: said.box,
            NOTE: said.note,
            TITLE: str(escape(page.title)),
            DESCRIPTION: str(escape(page.description)),
            CONTENT: page.content,
            _path_mark(depth): page.path,
        }
        return "".join(values.get(piece, piece) for piece in self._pieces(depth))

    def frame(self, depth: int) -> str:
        """Return what all pages with `depth` folders in their path share."""
        return "".join(self._pieces(depth))

    def _pieces(self, depth: int) -> list[str]:
        if depth not in self._by_depth:
            self._by_depth[depth] = _pieces(_rendered(self._stage, depth, self._styles), depth)
        return self._by_depth[depth]


def _path_mark(depth: int) -> str:
    return f"{PATH}/" + "-/" * (depth - 1)


def _pieces(html: str, depth: int) -> list[str]:
    marks = (TITLE, DESCRIPTION, CONTENT, BOX, NOTE, _path_mark(depth))
    return re.split("(" + "|".join(map(re.escape, marks)) + ")", html)


def _rendered(stage: Stage, depth: int, styles: list[str]) -> str:
    """Return the theme's page with marks for what differs."""
    config = stage.config
    page = Page(TITLE, _file(stage, depth), config)
    # the contents hold one entry, so that the theme offers to skip to it
    page.content, page.toc, page.markdown = (
        CONTENT,
        get_toc([{"level": 1, "id": "trail", "name": "", "children": []}]),
        "",
    )
    page.meta = {"description": DESCRIPTION, "hide": ["navigation", "toc"], "search": {"exclude": True}}
    context = get_context(stage.nav, stage.files, config, page)
    context = config.plugins.on_page_context(context, page=page, config=config, nav=stage.nav)
    values: dict[str, Any] = {**context, "page_styles": styles}
    # put in when a page is filled and when it is written
    values["edition_words"], values["commit"] = MARKS, COMMIT if values["commit"] else ""
    return str(stage.env.get_template("main.html").render(values))


def _file(stage: Stage, depth: int) -> File:
    """Return a file of the depth that stands for any page, with its counterpart in the other language."""
    both = {}
    for language in stage.config.plugins["i18n"].build_languages:  # type: ignore[attr-defined]
        file = File.generated(stage.config, f"{language}/{PATH}.md", content="")
        file.dest_uri = f"{language}/{_path_mark(depth)}index.html"
        file.url = f"{language}/{_path_mark(depth)}"
        file.locale = language  # type: ignore[attr-defined]
        both[language] = file
    own = both[stage.language]
    own.alternates = both  # type: ignore[attr-defined]
    return own
