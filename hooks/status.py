"""What every page says of the edition: its status, its words, the version it was made from."""

from __future__ import annotations

import os
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from hooks.knowledge import root_of
from hooks.stages import BYPRODUCTS
from study import building
from study.labels import Words


@event_priority(-60)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    language = page.file.src_uri.split("/", 1)[0]
    context.update(_about_edition(config))
    context["about_url"] = f"{language}/about/" if config.use_directory_urls else f"{language}/about.html"
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
        "commit": os.environ.get("REPORT_COMMIT", ""),
    }
