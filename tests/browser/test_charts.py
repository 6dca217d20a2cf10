"""Charts can be read on a phone of 360 px, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.addresses import LANGUAGES, addresses
from tests.browser.conftest import Open
from tests.browser.measuring import ILLEGIBLE_TEXTS

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
SMALLEST, TOLERANCE = 10.5, 2  # px


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
