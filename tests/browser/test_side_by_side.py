"""Both languages side by side: two columns on a screen, one below the other on a phone, without a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.columns import FOLDER
from tests.browser.conftest import Open
from tests.browser.measuring import COLOURS_OF_TEXTS, STICKING_OUT, UNLABELLED_CELLS
from tests.browser.watching import Watch
from tests.test_palette import TEXT, contrast

pytestmark = pytest.mark.browser
CHAPTER = f"{FOLDER}/survey-2024/"

# Rows whose blocks do not stand beside each other, at the same height, English left, the number between them.
MISALIGNED = """() => [...document.querySelectorAll('main > .both-row')].filter(row => {
  const box = each => each.getBoundingClientRect()
  const [english, french] = [...row.querySelectorAll(':scope > [lang]')].map(box)
  const number = row.querySelector('.both-number'), inner = number && box(number)
  return english.right > french.left || Math.abs(english.top - french.top) > 1
    || Math.abs(english.width - french.width) > 1
    || inner && (inner.left < english.right || inner.right > french.left || inner.top > english.top + 40)
}).map(row => row.id || row.textContent.slice(0, 40))"""
# Rows whose French does not stand below their English.
UNSTACKED = """() => [...document.querySelectorAll('main > .both-row')].filter(row => {
  const [english, french] = [...row.querySelectorAll(':scope > [lang]')].map(each => each.getBoundingClientRect())
  return french.top < english.bottom - 1 || english.width < 280
}).map(row => row.id || row.textContent.slice(0, 40))"""
# Pieces of text that do not know their language.
WITHOUT_LANGUAGE = """() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (/\\p{L}/u.test(text.data) && !text.parentElement.closest('body [lang], script')
        && !/^\\d+[a-z]*$/.test(text.data.trim())) found.push(text.data.trim())
  }
  return found
}"""


def addresses(site: Path) -> list[str]:
    return sorted(
        path.parent.relative_to(site).as_posix() + "/" for path in (site / FOLDER).rglob("index.html")
    )


SAMPLE = 3  # one page in three


def test_the_longest_page_and_a_third_of_all_load_cleanly_and_fit_screen_and_phone(
    site: Path, base: str, context: Callable[..., BrowserContext]
) -> None:
    longest = max(addresses(site), key=lambda address: (site / address / "index.html").stat().st_size)
    look_at(sorted({longest, *addresses(site)[::SAMPLE]}), base, context)


@pytest.mark.long
def test_every_page_loads_cleanly_and_fits_screen_and_phone(
    site: Path, base: str, context: Callable[..., BrowserContext]
) -> None:
    look_at(addresses(site), base, context)


def look_at(pages: list[str], base: str, context: Callable[..., BrowserContext]) -> None:
    page = context(java_script_enabled=True).new_page()
    watch, faults = Watch(page, base), []
    for address in pages:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(base + address)
        found = page.evaluate(STICKING_OUT) + page.evaluate(MISALIGNED) + page.evaluate(WITHOUT_LANGUAGE)
        page.set_viewport_size({"width": 360, "height": 740})
        found += page.evaluate(UNLABELLED_CELLS) + page.evaluate(STICKING_OUT) + page.evaluate(UNSTACKED)
        faults += [f"{address}: {each}" for each in found + watch.heard]
        watch.heard.clear()
    assert not faults, "\n".join(faults)


@pytest.fixture
def chapter(visit: Open) -> Page:
    return visit(CHAPTER, java_script_enabled=False)


def test_a_number_is_a_permalink_by_mouse_and_keyboard(chapter: Page, base: str) -> None:
    chapter.locator("#p12 .both-number").click()
    chapter.wait_for_url(f"{base}{CHAPTER}#p12")
    chapter.locator("#p14 .both-number").focus()
    chapter.keyboard.press("Enter")
    chapter.wait_for_url(f"{base}{CHAPTER}#p14")
    assert chapter.locator("#p14").evaluate("each => getComputedStyle(each).outlineStyle") == "solid"


def test_what_was_jumped_to_is_not_hidden_by_the_head(visit: Open) -> None:
    page = visit(f"{CHAPTER}#p14")
    head = page.locator(".both-names").bounding_box()
    row = page.locator("#p14").bounding_box()
    assert head
    assert row
    assert head["y"] == 0
    assert row["y"] >= head["height"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_column_leads_to_its_chapter_and_to_pages_of_its_language(
    language: str, chapter: Page, base: str
) -> None:
    cell = chapter.locator(f".both-cell[lang={language}] a[href*='/{language}/']").first
    cell.click()
    chapter.wait_for_url(f"{base}{language}/**")
    chapter.go_back()
    chapter.locator(f".both-names a[hreflang={language}]").click()
    chapter.wait_for_url(f"{base}{language}/survey-2024/")


def test_the_data_of_a_chart_opens_in_its_own_column(chapter: Page) -> None:
    data = chapter.locator(".both-cell[lang=fr] details.chart-data").first
    data.locator("summary").click()
    assert data.locator("table").is_visible()
    assert not chapter.locator(".both-cell[lang=en] details.chart-data table").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_texts_stand_out_in_both_schemes(scheme: str, visit: Open) -> None:
    page = visit(CHAPTER, scheme=scheme)
    for part in ("header", ".both-names", "#p1", ".both-about"):
        colours = page.locator(part).first.evaluate(COLOURS_OF_TEXTS)
        assert colours
        assert [pair for pair in colours if contrast(*pair) < TEXT] == [], part


def test_print_keeps_both_columns(chapter: Page) -> None:
    chapter.emulate_media(media="print")
    expect(
        chapter.locator(".both-names")
    ).to_be_hidden()  # by the sheet for print, which must be there to measure
    assert chapter.evaluate(MISALIGNED) == []
    assert chapter.locator("#p12 .both-number").is_visible()
