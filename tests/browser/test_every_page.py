"""Every page, once: nothing fails, nothing is asked of another host, nothing sticks out on a phone.

The normal run looks at each page in one of its languages, in turn; the long run at the others too.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.addresses import LANGUAGES, addresses, in_turn
from tests.browser.measuring import STICKING_OUT, UNLABELLED_CELLS
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser
PHONES = (360, 320)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_loads_cleanly_and_fits_a_phone(
    language: str, site: Path, base: str, context: Callable[..., BrowserContext]
) -> None:
    look_at(in_turn(addresses(site, language), language), language, base, context)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_in_its_other_language_loads_cleanly_and_fits_a_phone(
    language: str, site: Path, base: str, context: Callable[..., BrowserContext]
) -> None:
    seen = {*in_turn(addresses(site, language), language)}
    look_at([each for each in addresses(site, language) if each not in seen], language, base, context)


def test_the_turns_leave_no_page_of_both_languages_out(site: Path) -> None:
    english, french = ({address[2:] for address in addresses(site, each)} for each in LANGUAGES)
    seen = [address[2:] for each in LANGUAGES for address in in_turn(addresses(site, each), each)]
    assert len(english & french) > 40
    assert english & french <= {*seen}
    assert len(seen) < 0.7 * (len(english) + len(french))


def look_at(pages: list[str], language: str, base: str, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    watch = Watch(page, base)
    faults: list[str] = []
    for address in pages:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(base + address)
        assert page.evaluate("document.documentElement.lang") == language
        found = page.evaluate(STICKING_OUT)
        for width in PHONES:
            page.set_viewport_size({"width": width, "height": 740})
            found += page.evaluate(UNLABELLED_CELLS) + page.evaluate(STICKING_OUT)
        faults += [f"{address}: {each}" for each in found + watch.heard]
        watch.heard.clear()
    page.wait_for_load_state("networkidle")
    assert not [*faults, *watch.heard], "\n".join([*faults, *watch.heard])


def test_what_goes_wrong_on_a_page_is_heard(
    context: Callable[..., BrowserContext], base: str, server: str, refused: list[str]
) -> None:
    page = context().new_page()
    watch = Watch(page, base)
    page.goto(f"{base}en/about/")
    with page.expect_event("requestfailed"):
        page.evaluate("() => { new Image().src = 'http://127.0.0.1:9/x.png' }")  # nobody listens there
    with page.expect_event("response"):
        page.evaluate("() => fetch('missing/')")
    with page.expect_console_message():
        page.evaluate("() => console.error('bad')")
    for forbidden in ("style', 'color: red", "onclick', 'b()"):
        with page.expect_console_message():
            page.evaluate(f"() => document.querySelector('h1').setAttribute('{forbidden}')")
    assert len(refused) >= 2
    refused.clear()
    with page.expect_event("pageerror"):
        page.evaluate("() => { setTimeout(() => { throw new Error('worse') }) }")
    heard = "\n".join(watch.heard)
    for each in (
        "another host or folder: http://127.0.0.1:9/",
        "failed: ",
        "404: ",
        "console: bad",
        "worse",
        "Content Security Policy",
    ):
        assert each in heard


def test_what_sticks_out_or_hides_its_label_is_seen(
    context: Callable[..., BrowserContext], base: str
) -> None:
    page = context(360).new_page()
    page.goto(f"{base}en/survey-2024/")
    assert page.evaluate(STICKING_OUT) == []
    page.evaluate(
        """() => {
          const wide = document.createElement('p')
          wide.className = 'wide'
          wide.style = 'width: 500px; max-width: none'
          wide.textContent = 'wide'
          document.querySelector('article').append(wide)
          const [first, second] = document.querySelectorAll('table.stacked td')
          delete first.dataset.label
          second.closest('table').classList.replace('stacked', 'stacked')
          second.style.marginLeft = '-900px'
        }"""
    )
    assert any('class="wide"' in each for each in page.evaluate(STICKING_OUT))
    unlabelled = page.evaluate(UNLABELLED_CELLS)
    assert any("not undefined" in each for each in unlabelled)
    assert any("outside the screen" in each for each in unlabelled)
