"""Search finds what is asked in the reader's language, however it is written, and works by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.axe import faults
from tests.browser.conftest import Open
from tests.browser.searching import addresses, ask, open_search
from tests.browser.serving import PREFIXES
from tests.browser.watching import Watch
from tests.site.search_files import found

pytestmark = pytest.mark.browser
WORD = {"en": "survey", "fr": "enquête"}


@pytest.fixture
def french(visit: Open) -> Page:
    page = visit("fr/about/")
    open_search(page)
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", PREFIXES)
def test_results_are_pages_of_the_language_and_mark_the_word_on_arrival(
    language: str, prefix: str, server: str, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    watch = Watch(page, f"{server}{prefix}")
    page.goto(f"{server}{prefix}{language}/about/", wait_until="domcontentloaded")
    open_search(page)
    ask(page, WORD[language])
    links = page.locator("#search ol > li > a")
    found = links.evaluate_all("links => links.map(link => link.href)")
    assert len(found) > 3
    assert all(each.startswith(f"{server}{prefix}{language}/") for each in found)
    assert any(":~:text=" in each for each in found)
    links.first.click()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.lang") == language
    assert watch.heard == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_on_the_words_that_were_found(language: str, visit: Open) -> None:
    page = visit(f"{language}/about/")
    open_search(page)
    ask(page, {"en": "importation", "fr": "l'importation"}[language])
    marks = page.locator("#search mark").all_inner_texts()
    assert marks
    assert [mark for mark in marks if not re.match(r"(?i)import", mark)] == []
    assert "’ " not in page.locator("#search ol").inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_the_other_language_alone_is_not_found(language: str, site: Path, visit: Open) -> None:
    word = {"en": "marchandises", "fr": "shipments"}[language]
    assert not [each for each in found(site, language) if word in each["text"] and each["kind"] == "chapters"]
    page = visit(f"{language}/about/")
    open_search(page)
    assert all(re.match("glossary/#term|sources/", each) for each in ask(page, word))
    page.goto(page.url.replace(f"/{language}/", f"/{OTHER[language]}/"))
    open_search(page)
    assert len(ask(page, word)) > 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("l’environnement", "environnement"),
        ("l'environnement", "environnement"),
        ("d'importation", "importation"),
        ("reseau", "réseau"),
        ("douanes", "douane"),
        ("DRONE", "drones"),
        ("signal", "signaux"),
        ("la Côte d’Ivoire", "cote d'ivoire"),
    ],
)
def test_forms_of_a_french_word_find_the_same(one: str, other: str, french: Page) -> None:
    first = ask(french, one)
    assert first
    assert set(ask(french, other)) & set(first[:3])


@pytest.mark.parametrize(
    ("one", "other"), [("companies", "company"), ("customs’", "customs"), ("scanner's", "scanners")]
)
def test_forms_of_an_english_word_find_the_same(one: str, other: str, visit: Open) -> None:
    page = visit("en/about/")
    open_search(page)
    assert ask(page, one)[:3] == ask(page, other)[:3] != []


def test_a_short_word_is_not_the_beginning_of_a_longer_one(french: Page) -> None:
    assert "cases/cn-shenzhen-5g-smart-glasses/" not in ask(french, "code SH")


def test_kinds_are_counted_and_chosen(french: Page) -> None:
    ask(french, "drones")
    boxes = french.locator("#search fieldset label")
    counts = [int(re.sub(r"\D", "", text)) for text in boxes.all_inner_texts()]
    assert counts[0] == sum(counts[1:])
    french.locator("#search [value=terms]").check()
    expect(french.locator("#search [role=status]")).to_have_text(re.compile(rf"^{counts[3]} "))
    assert all("#term-" in each for each in addresses(french))


def test_more_results_are_added_below_and_the_first_of_them_has_the_focus(french: Page) -> None:
    ask(french, "douane")
    links = french.locator("#search ol a")
    before = set(links.evaluate_all("links => links.map(link => link.href)"))
    french.locator("[data-more]").click()
    expect(french.locator("#search ol a:focus")).to_be_visible()
    assert french.evaluate("document.activeElement.href") not in before
    assert links.count() >= len(before) + 8


def test_the_dialog_is_used_without_a_mouse(visit: Open) -> None:
    page = visit("en/about/")
    opener = page.locator("[data-search-open]").first
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.type("blockchain")
    page.keyboard.press("Enter")
    links = page.locator("#search ol a")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search-words")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#search-words")).to_be_focused()
    expect(page.locator("#search-words")).to_have_value("blockchain")


def test_typing_alone_searches_and_the_number_is_said(french: Page) -> None:
    french.keyboard.type("rançongiciel")
    expect(french.locator("#search [role=status]")).to_have_text(re.compile(r"\d+\sr(é)sultats?"))


def test_nothing_found_is_said_with_the_words(french: Page) -> None:
    assert ask(french, "zzqxyw") == []
    expect(french.locator("#search [role=status]")).to_contain_text("zzqxyw")
    expect(french.locator("#search fieldset")).to_be_hidden()


def test_an_address_holds_a_question(visit: Open) -> None:
    page = visit("en/?q=ransomware")
    expect(page.locator("#search-words")).to_have_value("ransomware")
    expect(page.locator("#search ol > li").first).to_be_visible()


def test_nothing_is_loaded_before_it_is_asked_for(context: Callable[..., BrowserContext], base: str) -> None:
    page = context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}en/about/")
    assert [each for each in asked if "search" in each] == []
    open_search(page)
    assert sorted(each.rsplit("/", 1)[1] for each in asked if "search" in each) == [
        "dialog.js",
        "search.css",
        "search.js",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_no_fault_while_the_search_is_open(
    language: str, scheme: str, width: int, visit: Open
) -> None:
    page = visit(f"{language}/about/", width, scheme)
    open_search(page)
    ask(page, WORD[language])
    assert faults(page, "#search") == []  # the page behind is dimmed
    assert page.evaluate(
        "document.querySelector('#search').scrollWidth <= document.documentElement.clientWidth"
    )
