"""The address of the catalogue holds its view: it can be sent, gone back to, and switched to the other language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from study.knowledge import Knowledge
from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.catalogue_expected import Expected
from tests.browser.catalogue_pages import box, ids, query, ready, written
from tests.browser.serving import PREFIXES, served
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser
everywhere = pytest.mark.parametrize("language", LANGUAGES)
SEARCH = "?technology=ai,blockchain&region=AP&text=customs&sort=newest"
CHOICES = {"technology": ["ai", "blockchain"], "region": ["AP"]}


@pytest.fixture(scope="module")
def server(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(written(knowledge, tmp_path_factory.mktemp("catalogue"))) as address:
        yield address


@pytest.fixture
def show(context: Callable[..., BrowserContext], server: str) -> Callable[..., Page]:
    """Open the catalogue at an address."""

    def open_page(language: str = "en", search: str = "", prefix: str = PREFIXES[0]) -> Page:
        page = context().new_page()
        page.goto(f"{server}{prefix}{language}/cases/{search}")
        return ready(page)

    return open_page


Show = Callable[..., Page]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_an_address_restores_the_view_anywhere(prefix: str, show: Show, knowledge: Knowledge) -> None:
    page = show("en", SEARCH, prefix)
    expected = Expected(knowledge, "en").ids(CHOICES, "customs", "newest")
    assert expected
    assert ids(page) == expected[:50]
    expect(page.locator(".catalogue-values input:checked")).to_have_count(3)
    expect(page.locator("#catalogue-text")).to_have_value("customs")
    expect(page.locator("#catalogue-sort")).to_have_value("newest")
    expect(page.locator(".catalogue-notice")).to_be_hidden()
    box(page, "technology", "ai").uncheck()
    box(page, "technology", "ai").check()
    assert query(page) == SEARCH  # as it is written here


@everywhere
def test_the_language_switch_keeps_the_filters(
    language: str, show: Show, server: str, knowledge: Knowledge
) -> None:
    page, other = show(language), OTHER[language]
    box(page, "region", "AP").check()
    box(page, "stage", "pilot").check()
    page.locator(".language-switch").click()
    page.wait_for_url(f"{server}{PREFIXES[0]}{other}/cases/?region=AP&stage=pilot")
    ready(page)
    choices = {"region": ["AP"], "stage": ["pilot"]}
    expect(page.locator(".catalogue-chosen button")).to_have_count(2)
    assert ids(page) == Expected(knowledge, other).ids(choices)
    page.locator("[data-do=clear]").click()
    page.locator(".language-switch").click()
    page.wait_for_url(f"{server}{PREFIXES[0]}{language}/cases/")


def test_back_leads_to_the_view_that_was_left(show: Show, server: str) -> None:
    page = show("fr")
    box(page, "technology", "drones").check()
    page.locator("#catalogue-text").fill("douane")
    before, address = ids(page), page.url
    page.goto(f"{server}{PREFIXES[0]}en/cases/")
    page.go_back()
    ready(page)
    expect(page.locator("#catalogue-text")).to_have_value("douane")
    expect(box(page, "technology", "drones")).to_be_checked()
    assert (ids(page), page.url) == (before, address)


def test_back_and_forward_within_the_page_change_the_view(show: Show, knowledge: Knowledge) -> None:
    page = show("en", "?technology=drones")
    expected = Expected(knowledge, "en")
    page.evaluate("history.pushState(null, '', '?region=EUR')")
    page.evaluate("history.pushState(null, '', '?technology=unknown')")
    page.go_back()
    expect(page.locator(".catalogue-count")).to_have_text(
        expected.said(len(expected.ids({"region": ["EUR"]})))
    )
    page.go_back()
    assert page.locator("[data-value=drones] input").is_checked()
    assert ids(page) == expected.ids({"technology": ["drones"]})
    page.go_forward()
    page.go_forward()
    expect(page.locator(".catalogue-notice")).to_contain_text("technology=unknown")
    expect(page.locator(".catalogue-values input:checked")).to_have_count(0)


def test_a_jump_within_the_page_changes_nothing(show: Show) -> None:
    page = show("en", "?technology=ai")
    before = ids(page)
    page.evaluate("location.hash = 'all'")
    page.evaluate("history.back()")
    page.wait_for_function("location.hash === ''")
    assert ids(page) == before
    page.evaluate("location.hash = 'all'")
    box(page, "stage", "pilot").check()
    assert page.url.endswith("/cases/?technology=ai&stage=pilot#all")


HOSTILE = {
    "?technology=<script>alert(1)</script>": "technology=<script>alert(1)</script>",
    "?technology=ai,%3Cimg%20src=x%20onerror=alert(1)%3E": "technology=ai,<img src=x onerror=alert(1)>",
    "?technology=ai&region=XX": "region=XX",
    "?technology=ai&utm_source=x": "utm_source=x",
    "?technology": "technology",
    "?technology=": "technology=",
    "?technology=AI": "technology=AI",
    "?technology=ai&technology=iot": "technology=iot",
    "?technology=%E0%A4%A": "technology=%E0%A4%A",
    "?%E0%A4%A=ai": "%E0%A4%A=ai",
    "?__proto__=x": "__proto__=x",
    "?constructor=ai": "constructor=ai",
    "?technology=__proto__": "technology=__proto__",
    "?text=" + "x" * 101: "text=" + "x" * 95 + "…",
    "?region=" + "A" * 10_000: "region=" + "A" * 93 + "…",
    "?sort=worst": "sort=worst",
    "?sort=title&sort=stage": "sort=stage",
    "?text=a&text=b": "text=b",
    "?text=%20": "text= ",
    "?q=x": "q=x",
}


@everywhere
def test_an_address_that_is_not_understood_shows_every_case_and_says_why(
    language: str, context: Callable[..., BrowserContext], server: str, knowledge: Knowledge
) -> None:
    expected, page = Expected(knowledge, language), context().new_page()
    watch = Watch(page, server)
    page.on("dialog", lambda dialog: (watch.heard.append(dialog.message), dialog.dismiss()))
    for search, part in HOSTILE.items():
        page.goto(f"{server}{PREFIXES[0]}{language}/cases/{search}")
        ready(page)
        said = expected.words("catalogue", "unknown", filter=part)
        assert page.locator(".catalogue-notice").text_content() == said
        assert page.locator(".catalogue-notice *").count() == 0
        assert ids(page) == expected.ids({})[:50], search[:50]
        expect(page.locator(".catalogue-values input:checked")).to_have_count(0)
        assert page.locator(".language-switch").get_attribute("href") == f"../../{OTHER[language]}/cases/"
    box(page, "region", "EUR").check()
    expect(page.locator(".catalogue-notice")).to_be_hidden()
    assert query(page) == "?region=EUR"
    assert watch.heard == []


@pytest.mark.parametrize(
    "search", ["?", "?&&", "?h=customs", "?technology=ai,ai", "?text=%F0%9F%98%80", "?text=%26%3D%2B"]
)
def test_an_odd_address_that_can_be_understood_is_no_fault(search: str, show: Show) -> None:
    page = show("fr", search)
    expect(page.locator(".catalogue-notice")).to_be_hidden()


def test_signs_of_the_address_in_a_text_come_back_as_they_were(show: Show) -> None:
    page = show("en")
    text = "a&b=c+d #%é?"
    page.locator("#catalogue-text").fill(text)
    page.reload()
    ready(page)
    expect(page.locator("#catalogue-text")).to_have_value(text)


def test_a_link_is_copied(context: Callable[..., BrowserContext], server: str) -> None:
    page = context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto(f"{server}{PREFIXES[0]}fr/cases/?region=EUR")
    ready(page).locator("[data-do=copy]").click()
    expect(page.locator(".catalogue-done")).to_have_text("Lien copié")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    box(page, "region", "AP").check()
    expect(page.locator(".catalogue-done")).to_be_empty()


def test_without_a_clipboard_there_is_nothing_to_copy_with(
    context: Callable[..., BrowserContext], server: str
) -> None:
    page = context().new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(f"{server}{PREFIXES[0]}en/cases/")
    expect(ready(page).locator("[data-do=copy]")).to_be_hidden()
    expect(page.locator("[data-do=download]")).to_be_visible()
