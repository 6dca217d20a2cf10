"""The pages that show both languages of a chapter beside each other, written when both have been read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from hooks.columns import HANDED, gathered, handed_over, take_column, write_pages, writing
from hooks.knowledge import root_of
from hooks.parts import part
from hooks.stages import STAGES
from hooks.tree import Tree
from macros.columns import FOLDER
from study import building


@event_priority(95)  # before hooks/chapters.py (90) puts buttons, numbers and parts in
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    take_column(page, html, root_of(config))


@event_priority(-210)  # after hooks/tree.py (-200) has removed what is gone: it removes empty folders too
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    knowledge = building.last_knowledge(root_of(config))
    language = part()
    if language is None:
        if i18n.building:  # the last language; one that is built alone has nobody beside it
            columns = {each: gathered(stage) for each, stage in STAGES.items()}
            write_pages(knowledge, columns, writing(config))
        return
    folder = os.environ.get(HANDED)
    both = handed_over(Path(folder), language, gathered(STAGES[language])) if folder else None
    if both:
        site = Path(config.site_dir)
        tree = Tree(site / FOLDER, None, ())
        write_pages(knowledge, both, lambda content, path: tree.write(content, str(site / path)))
        tree.remove_the_rest()
