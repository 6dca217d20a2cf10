"""One real Chromium for all browser tests, and the built site on a local server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from study.knowledge import Knowledge
from tests.browser.catalogue_pages import written
from tests.browser.serving import PREFIXES, served
from tests.chromium import find

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
DEADLINE = 10_000  # milliseconds
POLICY = "Content Security Policy"  # stands in whatever Chromium says of it
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    assert path, "No Chromium was found; run: python -m tests.chromium"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def catalogue_folder(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogue's page alone, in both languages, with all that it loads."""
    return written(knowledge, tmp_path_factory.mktemp("catalogue"))


@pytest.fixture(scope="session")
def base(server: str) -> str:
    """The address of the report, with a slash at its end."""
    return server + PREFIXES[0]


@pytest.fixture
def refused() -> list[str]:
    """What the content security policy of a page kept the browser from, in this test."""
    return []


@pytest.fixture
def context(browser: Browser, refused: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """Make a new context: width, colour scheme, and what else Playwright takes.

    At the end, no page may have done what its policy refuses; a test that wants it to empties `refused`.
    """
    made: list[BrowserContext] = []

    def make(width: int = 1280, scheme: str = "light", **options: object) -> BrowserContext:
        fresh = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce", **options
        )
        fresh.set_default_timeout(DEADLINE)
        fresh.on("console", lambda said: refused.append(said.text) if POLICY in said.text else None)
        made.append(fresh)
        return fresh

    yield make
    for each in made:
        each.close()
    assert refused == []


@pytest.fixture
def visit(context: Callable[..., BrowserContext], base: str) -> Open:
    """Open a page of the report in a new context."""

    def open_page(address: str, width: int = 1280, scheme: str = "light", **options: object) -> Page:
        page = context(width, scheme, **options).new_page()
        # scripts have run by then; where they are off, nothing waits for the style sheets but the whole load
        scripts = options.get("java_script_enabled", True)
        page.goto(base + address, wait_until="domcontentloaded" if scripts else "load")
        return page

    return open_page
