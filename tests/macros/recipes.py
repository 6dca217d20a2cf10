"""Which macro calls render which fragment."""

from __future__ import annotations

from collections.abc import Callable

import macros
from macros.case_pages import case_page
from macros.facet_pages import facet_pages, index_page, pair_pages
from macros.generated import Addresses, Site
from macros.pages import ReportPage
from macros.tooltips import with_tooltips
from study.calls import CHARTS, TABLES
from study.models.cases import Withdrawal
from study.models.values import Translated
from tests.macros.conftest import KNOWN_PAGES
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


def site_of(page: ReportPage) -> Site:
    """Return the site of generated pages around `page`, with the chapters that `page` can link to."""
    chapters = {name: path.removeprefix("../") for name, path in KNOWN_PAGES.items() if page.address(name)}
    return Site(page.knowledge, page.words, Addresses(chapters), lines={"hostile": (3, 22)})


def _case_page(key: str) -> Recipe:
    return lambda page: case_page(site_of(page), page.knowledge.case[key]).content


def _withdrawn_page(page: ReportPage) -> str:
    reason = Translated(en="Because <they> asked", fr="Parce qu’<ils> l’ont demandé")
    gone = page.knowledge.case["hostile"].model_copy(
        update={"withdrawn": Withdrawal(edition="2026.1", reason=reason)}
    )
    return case_page(site_of(page), gone).content


def _facet_page(facet: str, value: str, *files: str) -> Recipe:
    downloads = {f"cases/x/cases.{ending}": b"0" * 1234 for ending in files}
    return lambda page: next(facet_pages(site_of(page), page.repertory, facet, value, downloads)).content


def _pair_page(page: ReportPage) -> str:
    return next(pair_pages(site_of(page), page.repertory, "ai", "region")).content


def _index_page(page: ReportPage) -> str:
    return index_page(site_of(page), page.repertory, "process").content


RECIPES: dict[str, list[Recipe]] = {
    "all-sources": [call("sources", "all")],
    "assessment": [call("readiness", "ai"), call("self_assessment")],
    "bar-chart": [call("chart", key) for key in BARS],
    "case-cards": [call("case", "hostile"), call("cases", view="cards")],
    "case-list": [
        _facet_page("technology", "ai", "csv", "xlsx"),
        _facet_page("region", "ESA"),
        _facet_page("administration", "PE"),
        _facet_page("administration", "eac"),
        _facet_page("stage", "pilot"),
        _pair_page,
    ],
    "case-page": [_case_page("hostile"), _case_page("scanner"), _withdrawn_page],
    "facet-index": [_index_page],
    "case-link": [call("case_link", "hostile"), call("case_link", "window")],
    "case-table": [call("cases"), call("cases", technology="iot")],
    "catalogue": [call("catalogue")],
    "citation": [call("cite", "journal"), call("cite", "paper", section="II", paragraph="3", page="5")],
    "data-notes": [call("data_note", "rounding")],
    "disclaimers": [call("disclaimers")],
    "data-dictionary": [call("data_dictionary")],
    "downloads": [call("downloads")],
    "editions": [call("editions")],
    "glossary": [call("glossary")],
    "how-to-cite": [call("citation")],
    "key-figures": [call("key_figures")],
    "line-chart": [call("chart", "network-growth")],
    "matrix": [call("chart", key) for key in MATRICES],
    "members": [call("members")],
    "preview-problems": [
        lambda page: page.part("preview-problems", lines=[HOSTILE, "data/x.yaml:1:1: is wrong"])
    ],
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
