"""Which macro calls render which fragment."""

from __future__ import annotations

from collections.abc import Callable

import macros
from macros.pages import ReportPage
from macros.tooltips import with_tooltips
from study.calls import CHARTS, TABLES
from tests.macros.small import HOSTILE

Recipe = Callable[[ReportPage], str]
TEXT = {
    "en": "<p>A machine learning model comes from machine learning.</p>",
    "fr": "<p>L’apprentissage automatique crée un modèle d’apprentissage automatique.</p>",
}


def call(name: str, *arguments: str, **named: str) -> Recipe:
    """Return the call of a macro, on a page to be given."""
    return lambda page: macros.MACROS[name](page, *arguments, **named)


def _cited_sources(page: ReportPage) -> str:
    macros.cite(page, "journal")
    macros.cite(page, "paper")
    return macros.sources(page)


def _noted(page: ReportPage) -> str:
    return with_tooltips(page, TEXT[page.language])


BARS = ("participation-by-region", "maturity", "adoption", "use-case-participation", "workshops")
MATRICES = ("cases-by-region-technology", "cases-by-technology-stage")
assert {*BARS, *MATRICES, "network-growth"} == set(CHARTS)

RECIPES: dict[str, list[Recipe]] = {
    "all-sources": [call("sources", "all")],
    "assessment": [call("readiness", "ai"), call("self_assessment")],
    "bar-chart": [call("chart", key) for key in BARS],
    "case-cards": [call("case", "hostile"), call("cases", view="cards")],
    "case-link": [call("case_link", "hostile"), call("case_link", "window")],
    "case-table": [call("cases"), call("cases", technology="iot")],
    "citation": [call("cite", "journal"), call("cite", "paper", section="II", paragraph="3", page="5")],
    "data-notes": [call("data_note", "rounding")],
    "disclaimers": [call("disclaimers")],
    "editions": [call("editions")],
    "glossary": [call("glossary")],
    "how-to-cite": [call("citation")],
    "key-figures": [call("key_figures")],
    "line-chart": [call("chart", "network-growth")],
    "matrix": [call("chart", key) for key in MATRICES],
    "members": [call("members")],
    "regions": [call("regions")],
    "sources": [call("sources"), _cited_sources],
    "status": [call("status")],
    "table": [call("survey_table", key) for key in TABLES],
    "technologies": [call("technologies")],
    "technology-facts": [call("technology_facts", key) for key in ("ai", "iot")],
    "term-link": [call("term", "model"), call("term", "model", HOSTILE)],
    "term-notes": [_noted],
    "timeline": [call("timeline", "project")],
}


def html_of(page: ReportPage, fragment: str) -> list[str]:
    """Return what each recipe of a fragment gives on `page`."""
    return [page.parts.put_into(recipe(page)) for recipe in RECIPES[fragment]]
