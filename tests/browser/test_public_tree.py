"""The root of the public tree, its lasting addresses and its page for unknown ones, under any prefix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from report.editions.assembling import assemble
from tests.browser.addresses import LANGUAGES
from tests.browser.measuring import IN_SIGHT, STICKING_OUT
from tests.browser.serving import served
from tests.browser.watching import Watch
from tests.report.editions.small_editions import PAGES, approve, small_checkout

pytestmark = pytest.mark.browser
Make = Callable[..., BrowserContext]
PREFIXES = ("/report/", "/mirror/2020/x/")


@pytest.fixture(scope="module")
def public(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a public tree of two editions."""
    folder = tmp_path_factory.mktemp("public")
    checkout, archives = small_checkout(root, folder), folder / "archives"
    archives.mkdir()
    approve(checkout, archives, "2026", (*PAGES, "cases/gone/"))
    approve(checkout, archives, "2026.1")
    assemble(checkout, archives, folder / "out")
    with served(folder / "out", PREFIXES) as address:
        yield address


@pytest.fixture(scope="module")
def nothing_approved(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("nothing")
    assemble(small_checkout(root, folder), folder, folder / "out")
    with served(folder / "out", PREFIXES) as address:
        yield address


def opened(context: Make, address: str, width: int = 1280, scheme: str = "light", **options: object) -> Page:
    page = context(width, scheme, **options).new_page()
    page.goto(address, wait_until="networkidle")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_edition_can_be_read_in_both_languages(
    width: int, scheme: str, public: str, context: Make
) -> None:
    page = context(width, scheme).new_page()
    watch = Watch(page, public + PREFIXES[0])
    page.goto(public + PREFIXES[0], wait_until="networkidle")
    assert page.url == public + PREFIXES[0]  # it sends nobody anywhere
    assert watch.heard == []
    assert page.evaluate(STICKING_OUT) == []
    for language in LANGUAGES:
        for number in ("2026", "2026.1"):
            link = page.locator(f'li a[href="{number}/{language}/"]')
            link.scroll_into_view_if_needed()
            assert link.evaluate(IN_SIGHT)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_root_page_says_plainly_that_nothing_is_approved(
    width: int, nothing_approved: str, context: Make
) -> None:
    page = opened(context, nothing_approved + PREFIXES[0], width)
    assert page.evaluate(STICKING_OUT) == []
    expect(page.locator("section[lang=en] .status")).to_have_text("No edition has been approved yet.")
    expect(page.locator("section[lang=fr] .status")).to_have_text("Aucune édition n’a encore été approuvée.")


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lasting_address_keeps_page_language_query_and_paragraph(
    language: str, prefix: str, public: str, context: Make
) -> None:
    page = opened(context, f"{public}{prefix}latest/{language}/ai/?q=a%26b&x=1#p1")
    page.wait_for_url(f"{public}{prefix}2026.1/{language}/ai/?q=a%26b&x=1#p1")
    page.go_back()
    assert page.url == "about:blank", "the redirect is a step of its own in the history"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_without_script_a_lasting_address_keeps_page_and_language(
    prefix: str, public: str, context: Make
) -> None:
    page = opened(context, f"{public}{prefix}latest/fr/cases/ke-x/", java_script_enabled=False)
    page.wait_for_url(f"{public}{prefix}2026.1/fr/cases/ke-x/")


def test_a_page_that_is_gone_leads_to_the_nearest_above_it(public: str, context: Make) -> None:
    page = opened(context, f"{public}{PREFIXES[0]}latest/fr/cases/gone/#p3")
    page.wait_for_url(f"{public}{PREFIXES[0]}2026.1/fr/cases/?from=2026/cases/gone/")


def test_without_script_it_says_so_and_offers_both_editions(public: str, context: Make) -> None:
    page = opened(context, f"{public}{PREFIXES[0]}latest/fr/cases/gone/", java_script_enabled=False)
    expect(page.locator("h1")).to_have_text("Cette page ne figure pas dans l’édition 2026.1.")
    page.get_by_role("link", name="Lire la page dans l’édition 2026").click()
    page.wait_for_url(f"{public}{PREFIXES[0]}2026/fr/cases/gone/")


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize(
    ("address", "edition"),
    [("2026/fr/nothing/here/", "2026"), ("2026.1/en/xx", "2026.1"), ("latest/fr/no/", "2026.1")],
)
def test_an_unknown_address_leads_to_the_edition_that_was_asked_for(
    address: str, edition: str, prefix: str, public: str, context: Make
) -> None:
    page = context().new_page()
    watch = Watch(page, public)
    page.goto(f"{public}{prefix}{address}", wait_until="networkidle")
    assert [each for each in watch.heard if "404" not in each] == []
    expect(page.locator("a[data-below-root]").first).to_have_attribute("href", prefix)
    page.locator("a.enter[hreflang=fr]").click()
    page.wait_for_url(f"{public}{prefix}{edition}/fr/")


def test_an_address_that_names_no_edition_leads_to_the_site(public: str, context: Make) -> None:
    page = opened(context, f"{public}{PREFIXES[1]}who/knows", 320)
    assert page.evaluate(STICKING_OUT) == []
    expect(page.locator("a.enter[hreflang=en]")).to_have_attribute(
        "href", "https://example.org/report/2026.1/en/"
    )
