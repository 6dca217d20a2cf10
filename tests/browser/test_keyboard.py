"""The report with the keyboard alone: all that can be done is reached, seen where it is, named, and left again.

Not repeated here: numbers of paragraphs (test_paragraphs.py), a term's link (test_glossary_notes.py), citations
of a case (test_repertory.py), the switch of editions (test_editions.py).
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.addresses import OTHER
from tests.browser.conftest import Open
from tests.browser.focus import lost, nameless, tab_to, walked
from tests.browser.states import CHAPTER

pytestmark = pytest.mark.browser
WALKS = [
    ("", 1280),
    ("{}/", 360),
    ("{}/technologies/automation/", 1280),
    ("{}/technologies/automation/", 320),
    ("{}/survey-2024/", 900),
    ("{}/cases/", 1280),
    ("{}/cases/", 320),
    ("{}/cases/ke-ug-scanned-image-exchange/", 360),
    ("{}/self-assessment/", 360),
    ("{}/copies/", 360),
    ("{}/light/technologies/automation/", 320),
    ("both/technologies/automation/", 1280),
    ("both/technologies/automation/", 320),
    ("{}/gone/and/far/", 360),
]
TURNS = [(address, width, ("en", "fr")[place % 2]) for place, (address, width) in enumerate(WALKS)]


@pytest.fixture(params=["en", pytest.param("fr", marks=pytest.mark.long)])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def walk(visit: Open, address: str, width: int, language: str) -> None:
    page = visit(address.format(language), width)
    page.wait_for_load_state("networkidle")
    assert nameless(page) == []
    stops, faults = walked(page)
    assert faults == []
    assert stops >= 2


@pytest.mark.parametrize(("address", "width", "language"), TURNS)
def test_every_stop_of_the_tab_key_is_seen_and_has_a_name(
    address: str, width: int, language: str, visit: Open
) -> None:
    walk(visit, address, width, language)


@pytest.mark.long
@pytest.mark.parametrize(("address", "width", "language"), TURNS)
def test_so_it_is_in_the_other_language(address: str, width: int, language: str, visit: Open) -> None:
    walk(visit, address, width, OTHER[language])


def test_a_stop_that_is_not_seen_or_has_no_name_is_found(visit: Open) -> None:
    page = visit("en/about/")
    page.evaluate(
        """() => {
          const [first, second, third] = document.querySelectorAll('article a')
          first.style.outline = 'none'
          second.style.opacity = 0
          third.textContent = ''
          document.querySelector('.site-header').style.cssText = 'position: fixed; height: 100%; width: 100%; top: 0'
        }"""
    )
    assert "link" in nameless(page)
    faults = "\n".join(walked(page)[1])
    for each in ("no ring", "not shown", 'below <div class="site-header-inner">'):
        assert each in faults


def test_the_first_stop_leads_past_the_head_and_colours_and_language_change(
    language: str, visit: Open, base: str
) -> None:
    page = visit(CHAPTER.format(language))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    assert lost(page) == []
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert lost(page) == []
    assert page.locator("article :focus").count() == 1
    page.goto(page.url.split("#")[0], wait_until="domcontentloaded")
    tab_to(page, ".to-colours")
    named = page.locator(".to-colours").get_attribute("aria-label")
    page.keyboard.press("Space")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert page.locator(".to-colours").get_attribute("aria-label") != named
    page.keyboard.press("Tab")
    expect(page.locator(".language-switch")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(base + CHAPTER.format(OTHER[language]))


@pytest.mark.parametrize(("panel", "width"), [("menu", 360), ("contents", 360), ("contents", 1000)])
def test_menu_and_contents_open_are_walked_through_and_closed(
    panel: str, width: int, language: str, visit: Open
) -> None:
    page = visit(CHAPTER.format(language), width)
    button, opened = page.locator(f".to-{panel}"), page.locator(f"#{panel}")
    tab_to(page, f".to-{panel}")
    page.keyboard.press("Enter")
    expect(opened).to_be_visible()
    for stop in range(4):
        page.keyboard.press("Tab")
        assert lost(page) == []
        expect(opened.locator("button, a").nth(stop)).to_be_focused()
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # its own button closes it too
    expect(opened).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    target = page.locator(":focus").evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    expect(opened).to_be_hidden()


def test_who_walks_out_of_the_menu_is_not_below_it(visit: Open) -> None:
    page = visit(CHAPTER.format("en"), 360)
    page.locator(".to-menu").focus()
    page.keyboard.press("Enter")
    page.locator("#menu a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator("#menu")).to_be_hidden()
    assert lost(page) == []


def test_the_search_is_opened_asked_and_left(language: str, visit: Open) -> None:
    page = visit(CHAPTER.format(language), 360)
    tab_to(page, ".to-search")
    page.keyboard.press("Enter")
    field = page.locator("#search-words")
    expect(field).to_be_focused()
    assert lost(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    expect(page.locator(".to-search")).to_be_focused()
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("drones")
    results = page.locator("#search ol a")
    results.first.wait_for()
    for stop in ("[data-close]", "[name=search-kind]"):
        tab_to(page, stop)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(field).to_be_focused()
    for place in range(3):
        page.keyboard.press("ArrowDown")
        expect(results.nth(place)).to_be_focused()
        assert lost(page) == []
    page.keyboard.press("ArrowUp")
    target = page.locator(":focus").evaluate("link => link.href.split('#')[0]")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(target)))


def test_filters_are_set_and_taken_back(language: str, visit: Open) -> None:
    page = visit(f"{language}/cases/")
    count, boxes = page.locator(".catalogue-count"), page.locator(".catalogue-values input:enabled")
    boxes.first.wait_for()
    all_of_them = count.inner_text()
    tab_to(page, "#catalogue-text")
    tab_to(page, ".catalogue-values input")
    page.keyboard.press("Space")
    expect(count).not_to_have_text(all_of_them)
    expect(boxes.first).to_be_checked()
    assert lost(page) == []
    tab_to(page, ".catalogue-chosen button")
    page.keyboard.press("Enter")
    expect(count).to_have_text(all_of_them)
    expect(count).to_be_focused()
    tab_to(page, ".case-table a")


def test_a_term_is_explained_and_reading_goes_on(language: str, visit: Open) -> None:
    page = visit(f"{language}/survey-2024/", 360)
    tab_to(page, "button.term")
    term = page.locator(":focus")
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note.locator("a")).to_be_focused()
    assert lost(page) == []
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(page.locator(f"[popovertarget={note.get_attribute('id')}]").first).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(note).to_be_hidden()
    assert lost(page) == []


def test_what_opens_over_a_page_says_what_it_is(language: str, visit: Open) -> None:
    page = visit(CHAPTER.format(language))
    dialogs: list[Page] = page.locator("[role=dialog], dialog").all()
    assert len(dialogs) > 10
    page.locator("a.paragraph-number").first.press("Enter")
    for role in ("dialog", "navigation", "complementary", "region"):
        for each in page.get_by_role(role).all():
            assert each.evaluate(
                "each => each.ariaLabel || document.getElementById(each.getAttribute('aria-labelledby'))?.textContent"
            ), role
