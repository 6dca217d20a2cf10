"""The column of text, the status always in sight, and colours that follow the reader."""

from __future__ import annotations

from statistics import mean

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.measuring import IN_SIGHT, LINE_LENGTHS

pytestmark = pytest.mark.browser
SCHEME = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", ["survey-2024/", "technologies/blockchain/"])
def test_lines_are_55_to_80_characters_long(language: str, chapter: str, visit: Open) -> None:
    lengths = visit(f"{language}/{chapter}").evaluate(LINE_LENGTHS)
    assert len(lengths) > 10
    assert 55 <= mean(lengths) <= 80
    assert max(lengths) <= 90


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_status_is_in_sight_at_the_top_and_at_the_bottom(language: str, visit: Open) -> None:
    page = visit(f"{language}/survey-2024/")
    for scheme in SCHEME:
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 740})
            page.evaluate("scrollTo(0, 0)")
            assert page.locator(".ribbon strong").evaluate(IN_SIGHT), (scheme, width)
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            assert page.evaluate("scrollY") > 1000
            assert not page.locator(".ribbon strong").evaluate(IN_SIGHT)
            assert page.locator(".status-chip").evaluate(IN_SIGHT), (scheme, width)


def lightness(page: Page) -> int:
    """Return how light the ground of the page is, from 0 to 765."""
    return page.evaluate(
        "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3)"
        ".map(Number).reduce((sum, each) => sum + each)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_colours_follow_the_system_until_the_reader_chooses(language: str, visit: Open) -> None:
    page = visit(f"{language}/about/", scheme="dark")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "auto")
    assert lightness(page) < 150
    page.emulate_media(color_scheme="light")
    assert lightness(page) > 600
    page.emulate_media(color_scheme="dark")
    switch = page.locator(".to-colours")
    switch.click()  # from “as the system” to light
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    assert lightness(page) > 600
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.locator(".language-switch").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    switch.click()  # to dark
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert lightness(page) < 150
    switch.click()  # and back to “as the system”
    expect(body).to_have_attribute("data-md-color-scheme", "auto")
