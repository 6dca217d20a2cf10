"""Charts can be read on a phone of 360 px, in both languages; their links work by keyboard, finger and ear."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import LANGUAGES, addresses
from tests.browser.conftest import Open
from tests.browser.measuring import ILLEGIBLE_TEXTS

pytestmark = pytest.mark.browser
SMALLEST, TOLERANCE = 10.5, 2  # px
LEAST_TARGET = 24  # px, WCAG 2.2, 2.5.8
MATRICES = ("chart-cases-by-region-technology", "chart-cases-by-technology-stage")

# Links of charts that are smaller than a finger needs, as a name and a size.
SMALL_TARGETS = """least => [...document.querySelectorAll('.chart-picture a')].map(link => {
  const box = link.querySelector('rect').getBoundingClientRect()
  return [link.getAttribute('aria-label'), Math.min(box.width, box.height)]
}).filter(([, size]) => size < least).map(([name, size]) => `${name}: ${size.toFixed(1)} px`)"""

# The name of the focused link, and how wide and of which colour the ring around it is.
RING = """() => {
  const link = document.activeElement, style = getComputedStyle(link.querySelector('rect'))
  return [link.getAttribute('aria-label'), parseFloat(style.strokeWidth), style.stroke]
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_chart_is_legible_and_inside_its_picture(
    language: str, site: Path, base: str, visit: Open
) -> None:
    with_charts = [
        address
        for address in addresses(site, language)
        if "chart-picture" in (site / address / "index.html").read_text(encoding="utf-8")
    ]
    assert len(with_charts) >= 4
    page = visit(with_charts[0], 360)
    faults = []
    for address in with_charts:
        page.goto(base + address, wait_until="domcontentloaded")
        faults += [f"{address} {each}" for each in page.evaluate(ILLEGIBLE_TEXTS, [SMALLEST, TOLERANCE])]
    assert not faults, "\n".join(faults)


def test_small_and_straying_text_is_seen(visit: Open) -> None:
    page = visit("en/survey-2024/", 360)
    page.evaluate(
        """() => {
          const [first, second, third, fourth] = document.querySelectorAll('svg.chart-picture text')
          first.style.fontSize = '9px'
          second.setAttribute('x', '350')
          third.setAttribute('transform', 'translate(0 -60)')
          fourth.setAttribute('y', first.getAttribute('y'))
          fourth.setAttribute('x', '0')
        }"""
    )
    found = page.evaluate(ILLEGIBLE_TEXTS, [SMALLEST, TOLERANCE])
    assert any("px high" in each for each in found)
    assert sum("leaves the picture" in each for each in found) == 2
    assert any("runs into" in each for each in found)


def heard(page: Page, picture: str) -> list[str]:
    """The names of the links of a picture, in their order, as Chromium gives them to a screen reader."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    title = page.locator(f"#{picture} figcaption").inner_text()
    (group,) = [
        node
        for node in nodes
        if node["role"]["value"] == "group" and node.get("name", {}).get("value", "").startswith(title)
    ]

    def below(node: dict) -> Iterator[str]:
        for child in map(by_id.__getitem__, node["childIds"]):
            if child["role"]["value"] == "link":
                yield child["name"]["value"]
            else:
                yield from below(child)

    return list(below(group))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("picture", MATRICES)
def test_every_link_of_a_matrix_is_heard_with_what_it_counts(
    picture: str, language: str, visit: Open
) -> None:
    page = visit(f"{language}/cases/")
    links = page.locator(f"#{picture} svg a")
    names = [links.nth(place).get_attribute("aria-label") for place in range(links.count())]
    assert len(names) > 20
    assert heard(page, picture) == names
    assert len(set(names)) == len(names)


def test_the_links_of_an_image_would_not_be_heard(visit: Open) -> None:
    page = visit("en/cases/")
    page.evaluate("id => document.querySelector(`#${id} svg`).setAttribute('role', 'img')", MATRICES[0])
    with pytest.raises(ValueError, match="not enough values"):
        heard(page, MATRICES[0])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_goes_through_a_matrix_row_by_row_with_a_ring_in_sight(scheme: str, visit: Open) -> None:
    page = visit("en/cases/", scheme=scheme)
    accent = page.evaluate("""() => {
      const probe = document.body.appendChild(document.createElement('p'))
      probe.style.color = 'var(--accent)'
      return getComputedStyle(probe).color
    }""")
    links = page.locator(f"#{MATRICES[0]} svg a")
    links.first.focus()
    for place in range(1, 12):
        page.keyboard.press("Tab")
        assert page.evaluate(RING) == [links.nth(place).get_attribute("aria-label"), 3, accent]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finger_meets_every_link_of_a_matrix(language: str, visit: Open) -> None:
    page = visit(f"{language}/cases/", 360)
    assert page.locator(".chart-picture a").count() > 100
    assert page.evaluate(SMALL_TARGETS, LEAST_TARGET) == []
    link = page.locator(f"#{MATRICES[0]} svg a").nth(8)
    address = link.get_attribute("href")
    link.scroll_into_view_if_needed()
    box = link.locator("rect").bounding_box()
    met = "([x, y]) => document.elementFromPoint(x, y).closest('a')?.getAttribute('href')"
    assert box
    for x in (box["x"] + 2, box["x"] + box["width"] - 2):
        for y in (box["y"] + 2, box["y"] + box["height"] - 2):
            assert page.evaluate(met, [x, y]) == address


def test_a_link_that_is_too_small_is_seen(visit: Open) -> None:
    page = visit("en/cases/", 360)
    page.evaluate("document.querySelector('.chart-picture a rect').setAttribute('height', '20')")
    (said,) = page.evaluate(SMALL_TARGETS, LEAST_TARGET)
    assert said.startswith("Americas and the Caribbean (AMS)")
