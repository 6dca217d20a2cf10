"""`llms.txt` of each language, and the one of the edition that names both."""

from __future__ import annotations

from html import unescape
from typing import Any

import mkdocs.utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from hooks.light_views import pages_of
from hooks.parts import language_of, part
from hooks.stages import STAGES, Stage
from macros.machine_lists import NAME, Listed, edition_list, language_list
from study import building
from study.labels import Words
from study.renditions import markdown_path


@event_priority(8)  # before static-i18n (−100) builds the next language
def on_post_build(config: MkDocsConfig) -> None:
    i18n: Any = config.plugins["i18n"]
    stage = STAGES[language_of(config)]
    knowledge, address = building.last_knowledge(stage.root), str(config.site_url)
    words = Words(stage.language, knowledge.labels)
    text = language_list(knowledge, words, _parts(stage, words, address), f"{address}{stage.language}/")
    stage.write(NAME, text.encode("utf-8"))
    if part() in (None, i18n.default_language):
        languages = [Words(each, knowledge.labels) for each in sorted(i18n.build_languages)]
        whole = edition_list(knowledge, languages, address)
        mkdocs.utils.write_file(whole.encode("utf-8"), f"{config.site_dir}/{NAME}")


def _parts(stage: Stage, words: Words, address: str) -> dict[str, list[Listed]]:
    parts: dict[str, list[Listed]] = {}
    for item in stage.nav.items:
        title = words("light", "opening") if item.is_page else str(item.title)
        parts.setdefault(title, []).extend(_listed(each, address) for each in pages_of(item))
    return parts


def _listed(page: Any, address: str) -> Listed:
    language, _, path = page.file.src_uri.partition("/")
    target = markdown_path(language, path.removesuffix(".md"))
    return Listed(unescape(str(page.title)), f"{address}{target}", str(page.meta.get("description", "")))
