"""A glossary note opens on its word by mouse, keyboard and touch, and leads to the entry it quotes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.addresses import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.measuring import IN_SIGHT

pytestmark = pytest.mark.browser
CHAPTER = "{}/survey-2024/"


def note_of(page: Page, button: Locator) -> Locator:
    return page.locator(f"#{button.get_attribute('popovertarget')}")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_click_opens_the_note_and_its_link_leads_to_the_entry(
    language: str, width: int, visit: Open
) -> None:
    page = visit(CHAPTER.format(language), width)
    button = page.locator("button.term").nth(2)
    note = note_of(page, button)
    expect(note).to_be_hidden()
    button.click()
    expect(note).to_be_visible()
    assert note.evaluate(IN_SIGHT)
    assert "\n" not in button.inner_text()
    term, definition = note.locator("strong").inner_text(), note.locator("p").first.inner_text()
    note.locator("a").click()
    page.wait_for_url(f"**/{language}/glossary/#term-*")
    entry = page.locator(".glossary-entry:target")
    assert entry.locator("dt").inner_text().startswith(term)
    assert definition.endswith(entry.locator("dd p").first.inner_text())
    assert entry.locator("dt").evaluate(IN_SIGHT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_opens_the_note_reaches_its_link_and_closes_it(language: str, visit: Open) -> None:
    page = visit(CHAPTER.format(language))
    focused = page.locator(":focus")
    page.keyboard.press("Tab")  # the link past the navigation
    page.keyboard.press("Enter")
    for _ in range(8):  # past the links at headings and numbers
        page.keyboard.press("Tab")
        if "term" in (focused.get_attribute("class") or "").split():
            break
    note = note_of(page, focused)
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(note.locator("a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#term-*")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_touch_opens_the_note_and_a_touch_beside_closes_it(language: str, visit: Open) -> None:
    page = visit(CHAPTER.format(language), 360, has_touch=True, is_mobile=True)
    button = page.locator("button.term").first
    button.tap()
    note = note_of(page, button)
    expect(note).to_be_visible()
    assert note.evaluate(IN_SIGHT)
    page.locator("h1").tap()
    expect(note).to_be_hidden()
