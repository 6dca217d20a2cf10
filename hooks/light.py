"""The light page and the Markdown of each chapter, made when its page is made and kept until its text changes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from hooks import dependencies
from hooks.edition_words import edition_words
from hooks.light_views import ADDRESSES, chapter_of, copies_of, find_addresses, title_of, view_of
from hooks.marks import COMMIT, NOTE, WHOLE_COMMIT
from hooks.parts import language_of
from hooks.stages import STAGES, Stage
from hooks.store import packed, unpacked
from hooks.stores import STORES
from macros.article_links import lead_to_light
from macros.chapter_markdown import chapter_markdown
from macros.light_pages import LightPage, Said, fits, light_page
from macros.machine_lists import front_lines
from macros.plain_articles import Place, opening_of, plain_article
from study import building
from study.digests import digest
from study.labels import Words

HTML, MARKDOWN = "light", "markdown"
_bases: dict[str, str] = {}


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    language = language_of(config)
    find_addresses(language, files, directory_urls=config.use_directory_urls)
    _bases.pop(language, None)


@event_priority(-60)  # before hooks/parts.py (-200) lets go of the text
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Write both beside the page."""
    stage = STAGES[language_of(config)]
    knowledge = building.last_knowledge(stage.root)
    words = Words(stage.language, knowledge.labels)
    made = _made(stage, page, words)
    light = edition_words(stage, page.url, f"{chapter_of(page.file)}.md").put_into(made[HTML].decode("utf-8"))
    front = front_lines(knowledge, words, title_of(page), str(page.canonical_url))
    contents = (light.encode("utf-8"), front.encode("utf-8") + made[MARKDOWN])
    for name, content in zip(copies_of(page.file), contents, strict=True):
        stage.write(name.removeprefix(f"{stage.language}/"), content)


def _made(stage: Stage, page: Page, words: Words) -> dict[str, bytes]:
    """Return both, or what was kept of them, without what is said of the edition last."""
    view, store = view_of(stage, page, words), STORES.get(stage.language)
    content = page.content or ""
    key = ""
    if store:
        around = dependencies.of_values(asdict(view), page.url, ADDRESSES[stage.language])
        key = digest(_base(stage), around, content)
        kept = store.get("light", key)
        if kept is not None:
            return unpacked(kept)
    made = _make(stage, page, words, view)
    if store:
        store.put("light", key, packed(made))
    return made


def _make(stage: Stage, page: Page, words: Words, view: LightPage) -> dict[str, bytes]:
    place, content = Place(stage.root, words, page.url), page.content or ""
    article = plain_article(place, content)
    site = str(stage.config.site_url)

    def permalink(href: str) -> str:
        if href.startswith("#"):
            return f"{page.canonical_url}{href}"
        return f"{site}{href[1:]}" if href.startswith("/") else href

    markdown = chapter_markdown(article, permalink)
    html = _light(stage, page, view, article)
    if not fits(html):
        html = _light(stage, page, view, plain_article(place, opening_of(place, content)))
    return {HTML: html.encode("utf-8"), MARKDOWN: markdown.encode("utf-8")}


def _light(stage: Stage, page: Page, view: LightPage, article: Any) -> str:
    knowledge, addresses = building.last_knowledge(stage.root), ADDRESSES[stage.language]
    lead_to_light(article, addresses[page.url], addresses)
    standing = knowledge.standing
    commit = (COMMIT if standing.status == "draft" else WHOLE_COMMIT) if standing.commit else ""
    return light_page(knowledge, Words(stage.language, knowledge.labels), view, article, Said(NOTE, commit))


def _base(stage: Stage) -> str:
    if stage.language not in _bases:
        root, standing = stage.root, building.last_knowledge(stage.root).standing
        _bases[stage.language] = digest(
            dependencies.versions(),
            dependencies.code(root),
            dependencies.contents(root, ["overrides/fragments/light*.html"]),
            dependencies.contents(root, ["data/labels.yaml", "data/publication.yaml"]),
            dependencies.of_values(standing.name, standing.status, standing.rehearsal, bool(standing.commit)),
        )
    return _bases[stage.language]
