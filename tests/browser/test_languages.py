"""The language switch keeps the page: every page, under any address of the site."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.addresses import LANGUAGES, OTHER, addresses
from tests.browser.serving import PREFIXES
from tests.site.parsing import parse

pytestmark = pytest.mark.browser
SAMPLE = ("", "about/", "cases/", "cases/regions/", "technologies/ai/", "survey-2024/")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_switch_of_every_page_leads_to_its_counterpart(
    language: str, prefix: str, site: Path, server: str
) -> None:
    for address in addresses(site, language):
        here = f"{server}{prefix}{address}"
        counterpart = f"{server}{prefix}{OTHER[language]}{address[2:]}"
        href, declared, _ = switch_of(get(here))
        assert urljoin(here, href) == counterpart
        _, _, spoken = switch_of(get(counterpart))
        assert declared == spoken == OTHER[language]


def get(address: str) -> str:
    with urlopen(address) as answer:
        return answer.read().decode("utf-8")


@cache
def switch_of(html: str) -> tuple[str, str, str]:
    """Return where a page's language switch leads, the language it declares, and the page's own."""
    root = parse(html)
    (switch,) = root.all("a", of="language-switch")
    return switch["href"], switch["hreflang"], next(root.all("html"))["lang"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_click_on_the_switch_leads_there(
    language: str, prefix: str, server: str, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    for below in SAMPLE:
        page.goto(f"{server}{prefix}{language}/{below}", wait_until="domcontentloaded")
        page.locator(".language-switch").click()
        page.wait_for_url(f"{server}{prefix}{OTHER[language]}/{below}", wait_until="domcontentloaded")
        assert page.evaluate("document.documentElement.lang") == OTHER[language]
