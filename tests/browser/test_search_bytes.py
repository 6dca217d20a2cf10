"""What a first search costs: everything from the button to the results, compressed as a server would."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Response, expect

from tests.browser.conftest import Open
from tests.browser.searching import ask, open_search

pytestmark = pytest.mark.browser
LIMIT = 160_000  # bytes, with some 525 pages per language: 150 kB are allowed for 200 pages, 200 kB for 1,000
SEVERAL = 250_000  # for a question of several words, each of which may ask for its own part of the index
TEXTS = (".js", ".css", ".json")


def test_the_first_word_costs_at_most_160_kb(context: Callable[..., BrowserContext], base: str) -> None:
    for language, word in (("en", "blockchain"), ("fr", "douane"), ("fr", "environnement"), ("en", "seals")):
        assert cost(context, f"{base}{language}/about/", word) <= LIMIT, (language, word)


def test_a_whole_question_costs_at_most_250_kb(context: Callable[..., BrowserContext], base: str) -> None:
    question = "faut-il une base légale pour des décisions automatiques ?"
    assert cost(context, f"{base}fr/about/", question) <= SEVERAL


def cost(context: Callable[..., BrowserContext], address: str, question: str) -> int:
    page = context().new_page()
    page.goto(address, wait_until="load")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    open_search(page)
    ask(page, question)
    expect(page.locator("#search ol > li").first).to_be_visible()
    return sum(transferred(each) for each in answers)


def transferred(answer: Response) -> int:
    body = answer.body()
    return len(gzip.compress(body, 6)) if answer.url.split("?")[0].endswith(TEXTS) else len(body)


def test_a_second_search_costs_little(visit: Open) -> None:
    page = visit("en/about/")
    open_search(page)
    ask(page, "blockchain")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    ask(page, "drones")
    assert sum(transferred(each) for each in answers) <= 60_000
