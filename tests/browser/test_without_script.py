"""Without JavaScript the report can be read, walked through, and switched to the other language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.conftest import Open
from tests.browser.measuring import IN_SIGHT

pytestmark = pytest.mark.browser


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def chapter(language: str, visit: Open) -> Page:
    return visit(f"{language}/survey-2024/", java_script_enabled=False)


def test_scripts_are_really_off(chapter: Page) -> None:
    expect(chapter.locator(".to-colours")).to_have_attribute("hidden", "")


def test_the_text_is_shown_and_nothing_that_needs_a_script(chapter: Page) -> None:
    expect(chapter.locator("h1")).to_be_visible()
    expect(chapter.locator("article > p").last).to_be_visible()
    expect(chapter.locator("[data-search-open]")).to_be_hidden()
    expect(chapter.locator(".to-colours")).to_be_hidden()


def test_navigation_and_language_switch_lead_on(chapter: Page, language: str, base: str) -> None:
    chapter.locator(".menu a[href*='use-cases-2025']").click()
    chapter.wait_for_url(f"{base}{language}/use-cases-2025/")
    chapter.locator(".language-switch").click()
    chapter.wait_for_url(f"{base}{OTHER[language]}/use-cases-2025/")
    chapter.locator(".neighbours .next").click()
    chapter.wait_for_url(f"{base}{OTHER[language]}/smart-customs-project/")


def test_the_menu_of_a_phone_opens_and_leads_on(chapter: Page, language: str, base: str) -> None:
    chapter.set_viewport_size({"width": 360, "height": 740})
    expect(chapter.locator(".menu")).to_be_hidden()
    chapter.locator(".to-menu").click()
    chapter.locator(".menu a[href*='use-cases-2025']").click()
    chapter.wait_for_url(f"{base}{language}/use-cases-2025/")


def test_the_data_of_a_chart_can_be_opened(chapter: Page) -> None:
    data = chapter.locator("details.chart-data").first
    expect(data.locator("table")).to_be_hidden()
    data.locator("summary").click()
    expect(data.locator("table")).to_be_visible()


def test_a_glossary_note_opens_and_leads_to_its_entry(chapter: Page) -> None:
    button = chapter.locator("button.term").first
    button.click()
    note = chapter.locator(f"#{button.get_attribute('popovertarget')}")
    expect(note).to_be_visible()
    assert note.evaluate(IN_SIGHT)
    note.locator("a").click()
    chapter.wait_for_url("**/glossary/#term-*")


def test_copies_and_light_pages_lead_to_each_other(visit: Open, language: str, base: str) -> None:
    page = visit(f"{language}/copies/", java_script_enabled=False)
    page.locator("article a[href*='light/survey-2024']").click()
    page.wait_for_url(f"{base}{language}/light/survey-2024/")
    expect(page.locator("main p").last).to_be_visible()
    page.locator("header nav a[hreflang]").click()
    page.wait_for_url(f"{base}{OTHER[language]}/light/survey-2024/")
    page.locator("header nav a").nth(1).click()
    page.wait_for_url(f"{base}{OTHER[language]}/survey-2024/")
