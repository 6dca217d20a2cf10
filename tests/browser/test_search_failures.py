"""A search that can't work says so in the reader's language and leads on; the page stays as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.addresses import LANGUAGES
from tests.browser.searching import ask, open_search

pytestmark = pytest.mark.browser
FILES = (
    "pagefind.js",
    "pagefind-entry.json",
    "*.pf_meta",
    "wasm.*.pagefind",
    "index/*",
    "kinds.json",
    "fragment/*",
)
SAID = {"en": "does not work at the moment", "fr": "ne fonctionne pas pour le moment"}


def missing(route: Route) -> None:
    route.fulfill(status=404, body="not here")


def truncated(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[: len(answer.body()) // 2])


def another_page(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Sign in</title>")


@pytest.mark.parametrize("damage", [missing, truncated, another_page])
@pytest.mark.parametrize("file", FILES)
def test_a_missing_or_damaged_index_is_said_and_the_page_goes_on(
    file: str, damage: Callable[[Route], None], context: Callable[..., BrowserContext], base: str
) -> None:
    language = LANGUAGES[FILES.index(file) % 2]
    page = context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(f"**/search/{file}*", damage)
    page.goto(f"{base}{language}/about/", wait_until="domcontentloaded")
    open_search(page)
    ask(page, "blockchain")
    expect(page.locator("#search .search-failed")).to_contain_text(SAID[language])
    assert errors == [] or file == "pagefind.js"  # half a script is an error of its own, said by the browser
    lead_on(page, f"{base}{language}/")


def lead_on(page: Page, home: str) -> None:
    links = page.locator("#search .search-failed a")
    assert links.evaluate_all("links => links.map(link => link.href)") == [
        home,
        f"{home}cases/",
        f"{home}glossary/",
    ]
    links.nth(2).click()
    page.wait_for_url(f"{home}glossary/")


def test_a_search_is_tried_again_when_the_connection_is_back(
    context: Callable[..., BrowserContext], base: str
) -> None:
    page = context().new_page()
    page.goto(f"{base}en/about/", wait_until="domcontentloaded")
    open_search(page)
    page.route("**/search/index/*", missing)
    ask(page, "blockchain")
    expect(page.locator("#search .search-failed")).to_be_visible()
    page.unroute("**/search/index/*")
    open_again = page.locator("#search-words")
    open_again.fill("")
    page.wait_for_timeout(400)  # the empty field is taken in
    assert ask(page, "blockchain")
    expect(page.locator("#search .search-failed")).to_be_hidden()


@pytest.mark.parametrize("file", ["assets/search.js", "search/dialog.js"])
def test_without_its_own_scripts_the_dialog_says_that_the_menu_leads_everywhere(
    file: str, context: Callable[..., BrowserContext], base: str
) -> None:
    page = context().new_page()
    page.route(f"**/{file}", missing)
    page.goto(f"{base}fr/about/", wait_until="domcontentloaded")
    page.locator("[data-search-open]").first.click()
    expect(page.locator("#search")).to_contain_text("La recherche n’a pas pu être chargée")
    page.locator("#search button").click()
    expect(page.locator("#search")).to_be_hidden()


def test_blocked_storage_does_not_matter(context: Callable[..., BrowserContext], base: str) -> None:
    made = context()
    made.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) "
        "Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });"
    )
    page = made.new_page()
    page.goto(f"{base}en/about/", wait_until="domcontentloaded")
    open_search(page)
    assert ask(page, "blockchain")
