"""What opens on a page: how a reader opens each part of it by keyboard or mouse, and which element is then there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from tests.browser.searching import ask, open_search

CHAPTER = "{}/technologies/ai/"
WORD = {"en": "drones", "fr": "drones"}
NARROW, MIDDLE, WIDE = 320, 1000, 1280  # px: the contents stand beside the text on a wide screen only


@dataclass(frozen=True)
class State:
    """A part of a page that opens: `opened` shows it; `part` is its selector, `widths` where it exists."""

    opened: Callable[[Page], object]
    part: str
    address: str = CHAPTER
    widths: tuple[int, int] = (NARROW, WIDE)


def _press(page: Page, selector: str) -> None:
    page.locator(selector).first.focus()
    page.keyboard.press("Enter")


def _search(page: Page) -> None:
    open_search(page)
    assert ask(page, WORD[page.evaluate("document.documentElement.lang")])


def _filter(page: Page) -> None:
    page.locator(".catalogue-sort").wait_for()
    page.evaluate("for (const each of document.querySelectorAll('.catalogue details')) each.open = true")
    page.locator(".catalogue-values input:enabled").nth(1).check()
    page.locator("#catalogue-text").fill("a")
    expect(page.locator(".catalogue-chosen button")).to_have_count(2)


def _note(page: Page) -> None:
    _press(page, ".md-content__inner > p button.term")


STATES = {
    "menu": State(lambda page: _press(page, ".to-menu"), "#menu", widths=(NARROW, 900)),
    "contents": State(lambda page: _press(page, ".to-contents"), "#contents", widths=(NARROW, MIDDLE)),
    "search": State(_search, "#search"),
    "filters": State(_filter, "form.catalogue", "{}/cases/"),
    "term note": State(_note, ".term-note:popover-open"),
    "paragraph note": State(lambda page: _press(page, "a.paragraph-number"), "#paragraph-note"),
    "citation": State(lambda page: _press(page, ".cite-paragraph > summary"), ".cite-paragraph"),
    "chart data": State(lambda page: _press(page, ".chart-data > summary"), ".chart-data", "{}/survey-2024/"),
}
