"""Search finds words of the reader's language, elided ones too, and pages of no other language."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.serving import PREFIXES

pytestmark = pytest.mark.browser
NOTHING = {"en": "No matching documents", "fr": "Aucun document trouvé"}


def texts(site: Path, language: str) -> str:
    index = json.loads((site / language / "search" / "search_index.json").read_text(encoding="utf-8"))
    return " ".join(re.sub("<[^>]+>", " ", f"{each['title']} {each['text']}") for each in index["docs"])


def words(text: str) -> Counter[str]:
    return Counter(each.lower() for each in re.findall(r"\b[^\W\d_]{7,}\b", text))


def search(page: Page, address: str, word: str) -> None:
    page.goto(address, wait_until="domcontentloaded")
    page.locator(".md-search__input").click()
    page.keyboard.type(word)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_word_is_found_on_pages_of_the_language_and_shown_there(
    language: str, prefix: str, site: Path, server: str, context: Callable[..., BrowserContext]
) -> None:
    word = {"en": "survey", "fr": "enquête"}[language]
    page = context().new_page()
    search(page, f"{server}{prefix}{language}/about/", word)
    results = page.locator(".md-search-result__item a.md-search-result__link")
    expect(results.first).to_be_visible()
    found = results.evaluate_all("links => links.map(link => link.href)")
    assert found
    assert all(each.startswith(f"{server}{prefix}{language}/") for each in found)
    results.first.click()
    page.wait_for_url(f"{server}{prefix}{language}/**/?h=*")
    assert page.evaluate("document.documentElement.lang") == language
    expect(page.locator("article mark").first).to_have_text(re.compile(word, re.IGNORECASE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_the_other_language_is_not_found(
    language: str, site: Path, base: str, context: Callable[..., BrowserContext]
) -> None:
    own = texts(site, language).lower()
    only_there = [word for word, _ in words(texts(site, OTHER[language])).most_common() if word not in own]
    page = context().new_page()
    search(page, f"{base}{language}/", only_there[0])
    expect(page.locator(".md-search-result__meta")).to_have_text(NOTHING[language])
    search(page, f"{base}{OTHER[language]}/", only_there[0])
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_a_word_that_stands_only_after_an_elision_is_found(
    site: Path, base: str, context: Callable[..., BrowserContext]
) -> None:
    text = texts(site, "fr")
    elided = words(" ".join(re.findall(r"\b[dlDL]’([^\W\d_]{7,})", text)))
    word = next(each for each, count in elided.most_common() if words(text)[each] == count)
    page = context().new_page()
    search(page, f"{base}fr/", word)
    expect(page.locator(".md-search-result__item").first).to_contain_text(word)
