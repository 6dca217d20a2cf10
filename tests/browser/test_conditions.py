"""Where things are not as one would wish: large letters, small screens, forced colours, slow lines, no storage.

Tested elsewhere: no JavaScript (test_without_script.py), a damaged search index (test_search_failures.py), links
of other editions (test_editions.py), unknown addresses and other paths (test_public_tree.py, test_every_page.py),
widths of 360 and 320 px on every page (test_every_page.py).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import KINDS, LANGUAGES
from tests.browser.conftest import Open
from tests.browser.focus import lost
from tests.browser.measuring import ADD_RULES, CUT_OFF, ILLEGIBLE_WHEN_FORCED, MOVING, STICKING_OUT
from tests.browser.serving import PREFIXES, served
from tests.browser.states import CHAPTER, STATES
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser
Make = Callable[..., BrowserContext]
USUAL, LARGE = "", "twice the letters"
SIZED = """letters => {
  const { style } = document.documentElement
  style.fontSize = ''
  if (letters) style.fontSize = `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`
}"""
# 400 kbit/s, and 400 ms before each answer
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
FIRST_TEXT = """() => new Promise(done => new PerformanceObserver(list => {
  for (const each of list.getEntries()) if (each.name === 'first-contentful-paint') done(each.startTime)
}).observe({ type: 'paint', buffered: true }))"""
TOO_LATE = 3_000  # ms
NO_STORAGE = """for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError') } })"""


@pytest.mark.parametrize("turn", [0, pytest.param(1, marks=pytest.mark.long)])
def test_nothing_is_cut_off_at_twice_the_size_or_on_a_narrow_screen(
    turn: int, base: str, context: Make
) -> None:
    page = context(640, device_scale_factor=2).new_page()
    faults = []
    for place, (kind, address) in enumerate(KINDS.items()):
        page.set_viewport_size({"width": 640, "height": 400})  # a window of 1280 by 800 px at 200 %
        page.goto(base + address.format(LANGUAGES[(place + turn) % 2]), wait_until="domcontentloaded")
        for width, letters in ((640, USUAL), (320, USUAL), (1280, LARGE)):
            page.set_viewport_size({"width": width, "height": 400})
            page.evaluate(SIZED, letters)
            found = page.evaluate(STICKING_OUT) + page.evaluate(CUT_OFF)
            faults += [f"{kind}, {width} px {letters}: {each}" for each in found]
    assert faults == []


def test_what_is_cut_off_is_found(visit: Open) -> None:
    page = visit("en/about/", 640)
    assert page.evaluate(CUT_OFF) == []
    page.evaluate(ADD_RULES, "article > p { height: 1em; overflow: hidden } .brand { margin-right: -99px }")
    faults = "\n".join(page.evaluate(CUT_OFF))
    assert "is cut off" in faults
    assert "lies on" in faults


def test_who_wants_less_movement_gets_none(visit: Open) -> None:
    page = visit(CHAPTER.format("fr"))
    STATES["search"].opened(page)
    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
    assert "html: scroll-behavior smooth" in page.evaluate(MOVING)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_focus_place_and_charts_to_be_seen(scheme: str, visit: Open, base: str) -> None:
    page = visit("fr/survey-2024/", 1280, scheme, forced_colors="active")
    page.locator(".menu a").nth(1).focus()
    assert lost(page) == []
    current = page.locator(".menu [aria-current=page]")
    assert current.count() == 1
    assert "underline" in current.evaluate("each => getComputedStyle(each).textDecorationLine")
    for address in ("fr/survey-2024/", "en/cases/"):
        page.goto(base + address, wait_until="domcontentloaded")
        for _ in ("auto", "default", "slate"):  # the choice of a scheme does not change forced colours
            assert page.evaluate(ILLEGIBLE_WHEN_FORCED) == []
            page.locator(".to-colours").press("Enter")
    page.locator("svg.chart-picture a").first.focus()
    assert lost(page) == []


def test_what_forced_colours_hide_is_found(visit: Open) -> None:
    page = visit("en/survey-2024/", forced_colors="active")
    page.evaluate(ADD_RULES, ".chart-bar { fill: Canvas !important } .chart-text { fill: Canvas !important }")
    faults = "\n".join(page.evaluate(ILLEGIBLE_WHEN_FORCED))
    assert "chart-bar" in faults
    assert "text" in faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_storage_colours_change_for_the_page_and_nothing_fails(
    language: str, base: str, context: Make
) -> None:
    page = context().new_page()
    page.add_init_script(NO_STORAGE)
    watch = Watch(page, base)
    for address in ("{}/technologies/ai/", "{}/cases/", "{}/self-assessment/"):
        page.goto(base + address.format(language), wait_until="networkidle")
        page.locator(".to-colours").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert watch.heard == []


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_slow_line_the_first_text_is_there_in_time(language: str, site: Path, context: Make) -> None:
    """How many bytes may come before it is held by tests/site/test_weight.py; here it is measured."""
    with served(site, packed=True) as server:
        page: Page = context(360).new_page()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW)
        page.goto(f"{server}{PREFIXES[0]}{CHAPTER.format(language)}", wait_until="commit", timeout=30_000)
        assert page.evaluate(FIRST_TEXT) < TOO_LATE
