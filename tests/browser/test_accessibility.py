"""Every kind of page and what opens on it, in both languages and schemes, on a phone and a wide screen: axe finds no fault.

The rules are those of WCAG 2.2, levels A and AA. The normal run looks at each kind of page and each open
part (tests/browser/states.py) under each language, scheme and width (all pairs); the long run at every
combination, and the gate at both. The switch of editions is looked at where it is built: test_editions.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import KINDS, LANGUAGES
from tests.browser.axe import faults
from tests.browser.conftest import Open
from tests.browser.states import CHAPTER, STATES

pytestmark = [pytest.mark.browser, pytest.mark.accessibility]

SCHEMES, WIDTHS = ("light", "dark"), (320, 1280)
TALL = 5000  # px: what sticks to the edge of a window then covers nothing
STATUS = "performance.getEntriesByType('navigation')[0].responseStatus"
PLACES = tuple(dict.fromkeys(state.address for state in STATES.values()))
Case = tuple[str, str, str, int]  # kind of page, language, scheme, width; of a state, the turn of its width


def pairs(kinds: tuple[str, ...] = tuple(KINDS)) -> Iterator[Case]:
    """Each kind twice, under opposite circumstances: every two values meet somewhere."""
    for number, kind in enumerate(kinds):
        scheme, width = number % 2, number // 2 % 2
        for turn in (0, 1):
            yield kind, LANGUAGES[turn], SCHEMES[scheme ^ turn], WIDTHS[width ^ turn]


def combinations(kinds: tuple[str, ...] = tuple(KINDS)) -> Iterator[Case]:
    """All the others."""
    done = set(pairs(kinds))
    return (case for case in product(kinds, LANGUAGES, SCHEMES, WIDTHS) if case not in done)


def named(case: Case) -> str:
    return "-".join(map(str, case)).replace("{}/", "").replace("/", "-")


def look_at(visit: Open, case: Case) -> None:
    kind, language, scheme, width = case
    page = visit(KINDS[kind].format(language), width, scheme, locale=language)
    page.set_viewport_size({"width": width, "height": TALL})
    assert page.evaluate(STATUS) == (404 if kind == "not-found" else 200)
    assert faults(page) == []


def look_at_states(visit: Open, case: Case, whole: bool = False) -> None:
    """Open each part of a page after the other; look at it, or at the whole page with it."""
    address, language, scheme, width = case
    page = visit(address.format(language), width, scheme)
    found = []
    for name, state in STATES.items():
        if state.address == address:
            page.set_viewport_size({"width": state.widths[WIDTHS.index(width)], "height": TALL})
            state.opened(page)
            found += [f"{name}: {fault}" for fault in faults(page, None if whole else state.part)]
            close(page)
    assert found == []


def close(page: Page) -> None:
    """Close what lies over the page."""
    page.keyboard.press("Escape")
    assert page.locator(":popover-open, dialog[open]").count() == 0


@pytest.mark.parametrize("kinds", [tuple(KINDS), PLACES], ids=["kinds", "states"])
def test_the_pairs_leave_no_two_values_apart(kinds: tuple[str, ...]) -> None:
    met = {frozenset(two) for case in (*pairs(), *pairs(kinds)) for two in product(case, case)}
    for first, second in product((kinds, LANGUAGES, SCHEMES, WIDTHS), repeat=2):
        if first != second:
            assert {frozenset(two) for two in product(first, second)} <= met


@pytest.mark.parametrize("case", list(pairs()), ids=named)
def test_axe_finds_no_fault(case: Case, visit: Open) -> None:
    look_at(visit, case)


@pytest.mark.parametrize("case", list(pairs(PLACES)), ids=named)
def test_axe_finds_no_fault_in_what_opens(case: Case, visit: Open) -> None:
    look_at_states(visit, case)


@pytest.mark.long
@pytest.mark.parametrize("case", list(combinations()), ids=named)
def test_axe_finds_no_fault_under_other_circumstances(case: Case, visit: Open) -> None:
    look_at(visit, case)


@pytest.mark.long
@pytest.mark.parametrize("case", list(product(PLACES, LANGUAGES, SCHEMES, WIDTHS)), ids=named)
def test_axe_finds_no_fault_on_pages_with_something_open(case: Case, visit: Open) -> None:
    look_at_states(visit, case, whole=True)


def test_faults_are_found(visit: Open) -> None:
    page = visit("en/about/", 320)
    page.evaluate(
        """() => {
          const article = document.querySelector('article')
          const made = (name, values) => article.appendChild(Object.assign(document.createElement(name), values))
          made('img', { src: 'x.png' })
          made('button', {})
          made('p', { textContent: 'faint', style: 'color: #bbb' })
          made('div', { textContent: 'wide '.repeat(99), style: 'overflow-x: scroll; white-space: nowrap' })
          const near = { href: '#a', textContent: 'a', style: 'display: block; width: 9px; line-height: 9px' }
          made('div', {}).append(made('a', near), made('a', near))
          document.documentElement.lang = ''
        }"""
    )
    found = {each.split(":")[0] for each in faults(page)}
    assert found >= {
        "image-alt",
        "button-name",
        "color-contrast",
        "scrollable-region-focusable",
        "target-size",
        "html-has-lang",
    }


def test_faults_are_found_in_what_is_open(visit: Open) -> None:
    page = visit(CHAPTER.format("en"), 320)
    STATES["term note"].opened(page)
    page.evaluate(
        """() => {
          const note = document.querySelector('.term-note:popover-open')
          note.append(document.createElement('button'))
          Object.assign(note.appendChild(document.createElement('p')), { textContent: 'faint', style: 'color: #bbb' })
        }"""
    )
    found = {each.split(":")[0] for each in faults(page, STATES["term note"].part)}
    assert found >= {"color-contrast", "button-name"}
