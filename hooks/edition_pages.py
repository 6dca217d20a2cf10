"""`pages.json` at the root of an edition: its pages, for whoever comes from another edition."""

from __future__ import annotations

from typing import Any

import mkdocs.utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from hooks.parts import language_of, part
from hooks.stages import STAGES
from macros.repertory_pages import page_paths
from study.editions.pages import page_path, pages_file
from study.repertory import repertory

NAME = "pages.json"


@event_priority(7)  # before static-i18n (−100) builds the next language
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    if part() not in (None, i18n.default_language):
        return
    site = STAGES[language_of(config)].site()
    chapters = {chapter: page_path(address) for chapter, address in site.addresses.chapters.items()}
    content = pages_file(site.knowledge, chapters, page_paths(repertory(site.knowledge)))
    mkdocs.utils.write_file(content, f"{config.site_dir}/{NAME}")
