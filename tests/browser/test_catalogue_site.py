"""The catalogue in the built site: its files are there, and the theme and it leave each other alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from study.knowledge import Knowledge
from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.catalogue_expected import Expected
from tests.browser.catalogue_pages import box, counts, ids, ready
from tests.browser.conftest import Open
from tests.browser.watching import Watch
from tests.site.search_files import found as indexed

pytestmark = pytest.mark.browser
everywhere = pytest.mark.parametrize("language", LANGUAGES)
CATALOGUES = {f"{language}/cases/index.html" for language in LANGUAGES}
LOADING = {"catalogue.js": CATALOGUES, "catalogue.css": CATALOGUES | {"both/cases/index.html"}}


@pytest.mark.parametrize("name", LOADING)
def test_only_the_catalogue_loads_its_script_and_styles(name: str, site: Path) -> None:
    loading = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if f"assets/{name}" in path.read_text(encoding="utf-8")
    }
    assert loading == LOADING[name]


@everywhere
def test_filters_work_in_the_site_and_nothing_goes_wrong(
    language: str, base: str, context: Callable[..., BrowserContext], knowledge: Knowledge
) -> None:
    page, expected = context().new_page(), Expected(knowledge, language)
    watch = Watch(page, base)
    page.goto(f"{base}{language}/cases/?technology=drones&text=douane")
    ready(page)
    expect(page.locator("[data-search-open]")).to_be_visible()
    expect(page.locator("#search")).to_be_hidden()
    found = expected.ids({"technology": ["drones"]}, "douane")
    expect(page.locator(".catalogue-count")).to_have_text(expected.said(len(found)))
    page.locator("#catalogue-text").fill("")
    assert counts(page) == expected.counts({"technology": ["drones"]})
    page.locator(".language-switch").click()
    page.wait_for_url(re.compile(rf"{re.escape(base)}{OTHER[language]}/cases/\?technology=drones(#p\d+)?$"))
    ready(page)
    expect(box(page, "technology", "drones")).to_be_checked()
    with page.expect_download() as started:
        page.locator("[data-do=download]").click()
    lines = started.value.path().read_text(encoding="utf-8").split("\n")
    assert (
        len(lines) == len(expected.ids({"technology": ["drones"]})) + 2
    )  # names of columns, end of the last line
    page.wait_for_load_state("networkidle")
    assert watch.heard == []


def test_keys_typed_in_the_field_do_not_open_the_search_of_the_site(visit: Open) -> None:
    page = ready(visit("en/cases/"))
    page.locator("#catalogue-text").focus()
    page.keyboard.type("f s / p n")
    expect(page.locator("#catalogue-text")).to_have_value("f s / p n")
    expect(page.locator("#search")).to_be_hidden()


@everywhere
def test_every_link_of_the_catalogue_leads_to_a_page(
    language: str, visit: Open, base: str, site: Path
) -> None:
    page = visit(f"{language}/cases/", java_script_enabled=False)
    links = page.locator("form.catalogue a").evaluate_all("links => links.map(link => link.href)")
    assert len(links) > 150
    missing = [link for link in links if not (site / link.removeprefix(base) / "index.html").is_file()]
    assert missing == []


@everywhere
def test_a_case_that_the_script_shows_has_its_page(language: str, visit: Open, site: Path) -> None:
    page = ready(visit(f"{language}/cases/?sort=title"))
    page.wait_for_function("document.querySelectorAll('.case-table tbody tr').length === 50")
    assert all((site / language / "cases" / key / "index.html").is_file() for key in ids(page))


@everywhere
def test_the_search_of_the_site_finds_what_stands_after_the_catalogue_but_not_its_rows(
    language: str, site: Path
) -> None:
    texts = {each["path"]: each["text"] for each in indexed(site, language)}
    assert len(texts["cases/#all"].split()) < 5  # its title; each case and each list is found by itself
    assert texts["cases/#overview"]
