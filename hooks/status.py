"""What every page says of the edition: its status, its words, the version it was made from."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from hooks.edition_words import edition_words
from hooks.knowledge import root_of
from hooks.stages import BYPRODUCTS, STAGES
from study import building
from study.addresses import edition_address
from study.labels import Words


@event_priority(95)  # after the records (100), before anything asks for an address
def on_config(config: MkDocsConfig) -> None:
    """Put the pages below the folder of their edition; the preview and other hosts keep the address they gave."""
    knowledge = building.last_knowledge(root_of(config))
    if config.site_url == knowledge.publication.site_url:
        config.site_url = edition_address(knowledge)


@event_priority(-60)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    language, _, chapter = page.file.src_uri.partition("/")
    context.update(_about_edition(config))
    context["about_url"] = f"{language}/about/" if config.use_directory_urls else f"{language}/about.html"
    context["edition_words"] = edition_words(STAGES[language], page.url, chapter)
    context["words"] = Words(language, context["knowledge"].labels)
    made = BYPRODUCTS.get(page.file.src_uri, {})
    context["scripts"], context["page_styles"] = made.get("scripts", []), made.get("styles", [])
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    context.update(_about_edition(config))
    labels = context["knowledge"].labels
    context["languages"] = [(language, Words(language, labels)) for language in ("en", "fr")]
    return context


def _about_edition(config: MkDocsConfig) -> dict[str, Any]:
    knowledge = building.last_knowledge(root_of(config))
    return {
        "knowledge": knowledge,
        "publication": knowledge.publication,
        "edition": knowledge.edition,
        "standing": knowledge.standing,
        "indexed": knowledge.standing.shown == "approved",
        "commit": knowledge.standing.commit,
    }
