"""The other language opens where the reader is: with a script the paragraph, without one the section."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.conftest import Open
from tests.browser.measuring import IN_SIGHT
from tests.browser.serving import PREFIXES

pytestmark = pytest.mark.browser
CHAPTER = "technologies/ai/"
WIDTHS = (360, 1280)
SCROLL_TO = """([key, below]) =>
  scrollTo(0, document.getElementById(key).getBoundingClientRect().top + scrollY - below)"""


def read_from(page: Page, key: str, below: int = 56) -> None:
    """Scroll until an element begins below the header, or so many pixels below the top of the window."""
    page.evaluate(SCROLL_TO, [key, below])


def switch(page: Page) -> str:
    """Follow the language switch; return the fragment of the page it led to."""
    page.locator(".language-switch").click()
    page.wait_for_load_state("domcontentloaded")
    return str(page.evaluate("location.hash"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("fragment", ["#p30", "#legal"])
def test_the_place_in_the_address_is_kept_there_and_back(
    fragment: str, prefix: str, width: int, server: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(width).new_page()
    page.goto(f"{server}{prefix}en/{CHAPTER}{fragment}", wait_until="domcontentloaded")
    for language in ("fr", "en"):
        assert switch(page) == fragment
        assert page.url == f"{server}{prefix}{language}/{CHAPTER}{fragment}"
        assert page.locator(fragment).evaluate(IN_SIGHT)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paragraph_being_read_is_kept_there_and_back(language: str, width: int, visit: Open) -> None:
    page = visit(f"{language}/{CHAPTER}", width)
    read_from(page, "p30")
    assert switch(page) == "#p30"
    assert page.evaluate("document.documentElement.lang") == OTHER[language]
    assert page.locator("#p30").evaluate(IN_SIGHT)
    read_from(page, "p33")
    assert switch(page) == "#p33"
    assert page.evaluate("document.documentElement.lang") == language


def test_a_place_of_the_address_that_was_left_counts_no_more(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}#p10")
    read_from(page, "p50")
    assert switch(page) == "#p50"


def test_a_paragraph_longer_than_the_window_is_the_one_being_read(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    page.evaluate("document.getElementById('p30').style.minHeight = '3000px'")
    read_from(page, "p30", -1000)
    assert switch(page) == "#p30"


def test_at_its_top_a_page_opens_at_its_top(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    assert switch(page) == ""
    assert page.evaluate("scrollY") == 0


def test_a_new_tab_opens_at_the_place_too(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    read_from(page, "p30")
    with page.context.expect_page() as opened:
        page.locator(".language-switch").click(modifiers=["Control"])
    assert opened.value.url.endswith(f"fr/{CHAPTER}#p30")


def test_the_keyboard_keeps_the_place(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    read_from(page, "p30")
    page.locator(".language-switch").focus()
    read_from(page, "p40")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/fr/{CHAPTER}#p40")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", ["policy", "benefits"])
def test_without_script_each_section_leads_to_itself_in_the_other_language(
    section: str, language: str, width: int, visit: Open
) -> None:
    page = visit(f"{language}/{CHAPTER}", width, java_script_enabled=False)
    other = OTHER[language]
    heading = page.locator(f"#{section}")
    heading.hover()
    link = heading.locator(".section-in-other")
    assert link.get_attribute("lang") == link.get_attribute("hreflang") == other
    assert (link.get_attribute("aria-label") or "").startswith(link.inner_text())
    link.click()
    page.wait_for_url(f"**/{other}/{CHAPTER}#{section}")
    page.locator(f"#{section} .section-in-other").click()
    page.wait_for_url(f"**/{language}/{CHAPTER}#{section}")


def test_where_nothing_hovers_the_link_of_a_section_is_always_shown(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}", 360, has_touch=True, is_mobile=True)
    assert page.locator(".section-in-other").first.evaluate("each => getComputedStyle(each).opacity") == "1"
