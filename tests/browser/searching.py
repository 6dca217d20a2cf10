"""The search dialog as a reader uses it: opened, asked, and what it shows."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

DONE = """() => {
  const status = document.querySelector("#search [role=status]");
  return !document.querySelector("#search .search-failed").hidden
    || (status.textContent && status.textContent !== status.dataset.waiting);
}"""


def open_search(page: Page) -> Locator:
    """Open the dialog by its button; returns its field."""
    page.locator("[data-search-open]").first.click()
    field = page.locator("#search-words")
    expect(field).to_be_focused()
    return field


def ask(page: Page, question: str) -> list[str]:
    """Type a question and press Enter; returns the addresses of the results, without what they mark."""
    field = page.locator("#search-words")
    field.fill(question)
    field.press("Enter")
    page.wait_for_function(DONE)
    return addresses(page)


def addresses(page: Page) -> list[str]:
    """Return the addresses of the results below the folder of the language, the first of each chapter only."""
    links: list[str] = page.eval_on_selector_all(
        "#search ol > li > a", "links => links.map(link => link.href)"
    )
    return [re.sub(r"^.*?/(?:en|fr)/|#?:~:.*$", "", link) for link in links]


def answers(question: dict[str, Any], found: list[str]) -> bool:
    """Return whether one of the first three results is a page that answers the question."""
    wanted = question["page"] if isinstance(question["page"], list) else [question["page"]]
    return any(_is(page, each) for page in wanted for each in found[:3])


def _is(page: str, found: str) -> bool:
    return found == page or ("#" not in page and found.split("#")[0] == page and "#term-" not in found)
