"""A chapter on its way: prepared for its macros, then given its terms and the parts they made."""

from __future__ import annotations

from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import macros
from hooks.knowledge import root_of
from hooks.stages import BYPRODUCTS
from macros.expansion import Page as Expanded
from macros.tooltips import with_tooltips


def on_config(config: MkDocsConfig) -> None:
    plugin: Any = config.plugins["macros"]
    plugin.env.from_string = partial(Expanded, plugin.env)


@event_priority(90)  # before mkdocs-macros renders the page
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    macros.prepare(page, files, root_of(config))
    return markdown


@event_priority(90)  # terms first: what macros made is not searched for terms
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    prepared = macros.prepared(page)
    if prepared is None:
        return html
    if page.file.src_uri.split("/", 1)[1] != "glossary.md":
        html = with_tooltips(prepared, html)
    BYPRODUCTS.setdefault(page.file.src_uri, {}).update(
        scripts=list(dict.fromkeys(prepared.scripts)), styles=list(dict.fromkeys(prepared.styles))
    )
    html = prepared.parts.put_into(html)
    prepared.parts.html.clear()  # they stand in the page; a large register's would stay twice
    return html
