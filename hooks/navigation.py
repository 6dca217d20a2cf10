"""The navigation's section names and the site's name, in the language of the page."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section

from hooks.knowledge import root_of
from study import building
from study.labels import Words


@event_priority(-110)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    i18n: Any = config.plugins["i18n"]
    language = i18n.current_language
    knowledge = building.knowledge(root_of(config))
    words = Words(language, knowledge.labels)
    config.site_name = knowledge.publication.title[language]  # the theme prints it above the navigation
    for item in nav.items:
        if isinstance(item, Section):
            item.title = words("navigation", item.title.lower())
    return nav
