"""The door at the root and the page for unknown addresses: both languages, neither first by force."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.addresses import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.measuring import IN_SIGHT, STICKING_OUT
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_both_languages_are_in_sight_at_the_door(
    width: int, scheme: str, base: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(width, scheme).new_page()
    watch = Watch(page, base)
    page.goto(base, wait_until="networkidle")
    assert page.url == base  # it sends nobody anywhere
    assert watch.heard == []
    assert page.evaluate(STICKING_OUT) == []
    for part in page.locator("section").all():
        assert part.locator("h2").evaluate(IN_SIGHT)
        part.locator("a.enter").scroll_into_view_if_needed()
        assert part.locator("a.enter").evaluate(IN_SIGHT)


@pytest.mark.parametrize(("presses", "language"), [(1, "en"), (2, "fr")])
def test_the_keyboard_reaches_each_language_in_order(
    presses: int, language: str, base: str, visit: Open
) -> None:
    page = visit("")
    for _ in range(presses):
        page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("hreflang", language)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}{language}/")
    assert page.evaluate("document.documentElement.lang") == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_address_leads_home(language: str, base: str, visit: Open) -> None:
    page = visit(f"{language}/gone/and/far/")
    page.locator(f"a[hreflang={language}]").click()
    page.wait_for_url(f"{base}{language}/")
