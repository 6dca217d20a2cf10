"""Every kind of page, in both languages and colour schemes, on a phone and a wide screen: axe finds no fault.

The rules are those of WCAG 2.2, levels A and AA. The normal run looks at each kind of page under each
language, scheme and width (all pairs); the long run at every combination, and the gate at both.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from tests.browser.addresses import LANGUAGES
from tests.browser.axe import faults
from tests.browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.accessibility]

KINDS = {
    "door": "",
    "home": "{}/",
    "technology": "{}/technologies/automation/",  # with tables that are wider than a phone
    "charts": "{}/survey-2024/",
    "glossary": "{}/glossary/",
    "catalogue": "{}/cases/",
    "case": "{}/cases/ke-ug-scanned-image-exchange/",
    "administration": "{}/cases/administration/ke/",
    "region": "{}/cases/technology/ai/region/ap/",
    "side-by-side": "both/technologies/automation/",
    "questionnaire": "{}/self-assessment/",
    "sources": "{}/sources/",
    "about": "{}/about/",
    "light": "{}/light/survey-2024/",
    "not-found": "{}/gone/and/far/",
}
SCHEMES, WIDTHS = ("light", "dark"), (320, 1280)
TALL = 5000  # px: what sticks to the edge of a window then covers nothing
STATUS = "performance.getEntriesByType('navigation')[0].responseStatus"
Case = tuple[str, str, str, int]  # kind of page, language, scheme, width


def pairs() -> Iterator[Case]:
    """Each kind twice, under opposite circumstances: every two values meet somewhere."""
    for number, kind in enumerate(KINDS):
        scheme, width = number % 2, number // 2 % 2
        for turn in (0, 1):
            yield kind, LANGUAGES[turn], SCHEMES[scheme ^ turn], WIDTHS[width ^ turn]


def combinations() -> Iterator[Case]:
    """All the others."""
    done = set(pairs())
    return (case for case in product(KINDS, LANGUAGES, SCHEMES, WIDTHS) if case not in done)


def look_at(visit: Open, case: Case) -> None:
    kind, language, scheme, width = case
    page = visit(KINDS[kind].format(language), width, scheme, locale=language)
    page.set_viewport_size({"width": width, "height": TALL})
    assert page.evaluate(STATUS) == (404 if kind == "not-found" else 200)
    assert faults(page) == []


def test_the_pairs_leave_no_two_values_apart() -> None:
    met = {frozenset(two) for case in pairs() for two in product(case, case)}
    for first, second in product((tuple(KINDS), LANGUAGES, SCHEMES, WIDTHS), repeat=2):
        if first != second:
            assert {frozenset(two) for two in product(first, second)} <= met


@pytest.mark.parametrize("case", list(pairs()), ids=lambda case: "-".join(map(str, case)))
def test_axe_finds_no_fault(case: Case, visit: Open) -> None:
    look_at(visit, case)


@pytest.mark.long
@pytest.mark.parametrize("case", list(combinations()), ids=lambda case: "-".join(map(str, case)))
def test_axe_finds_no_fault_under_other_circumstances(case: Case, visit: Open) -> None:
    look_at(visit, case)


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
