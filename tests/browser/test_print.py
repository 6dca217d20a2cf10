"""Pages as a browser prints them: real PDF files of Chromium, read again."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from playwright.sync_api import Page

from study.knowledge import Knowledge
from study.labels import Words
from tests.browser.conftest import Open
from tests.browser.pdf_text import texts

CHAPTERS = ["en/technologies/ai/", "fr/technologies/ai/"]
KINDS = [
    *CHAPTERS,
    "en/",
    "fr/glossary/",
    "en/cases/ke-ug-scanned-image-exchange/",
    "fr/cases/technology/ai/",
    "en/cases/",
]


def sheets(page: Page) -> list[str]:
    """Return the text of each sheet that the page fills."""
    return texts(page.pdf(format="A4", prefer_css_page_size=True))


def without_status(printed: list[str], status: str) -> list[int]:
    """Return the numbers of the sheets that do not say how the edition stands."""
    return [number for number, text in enumerate(printed, 1) if squeezed(status) not in squeezed(text)]


def squeezed(text: str) -> str:
    """Return the text without any space: a PDF paints words where it likes."""
    return re.sub(r"\s+", "", normalize("NFKC", text))


@pytest.mark.parametrize("address", KINDS)
def test_every_sheet_says_what_it_is_and_how_it_stands(
    address: str, visit: Open, knowledge: Knowledge
) -> None:
    words = Words(address[:2], knowledge.labels)
    printed = sheets(visit(address))
    status = words("status_sentence", "draft", edition=knowledge.edition.id)
    assert len(printed) > 1
    assert without_status(printed, status) == []
    assert without_status(printed, knowledge.publication.title[words.language]) == []
    assert all(
        squeezed(f"{number}/{len(printed)}") in squeezed(text) for number, text in enumerate(printed, 1)
    )


def test_a_sheet_that_is_silent_on_its_status_is_found(visit: Open) -> None:
    page = visit(CHAPTERS[0])
    page.evaluate("document.querySelector('.banner').remove()")
    printed = sheets(page)
    # the last sheet has the box that tells of the edition
    assert without_status(printed, "Draft — not approved") == list(range(1, len(printed)))


@pytest.mark.parametrize("address", KINDS)
def test_nothing_is_printed_that_only_a_screen_can_use(address: str, visit: Open) -> None:
    page = visit(address)
    page.emulate_media(media="print")
    for name in (
        ".menu",
        ".contents",
        ".neighbours",
        ".to-search",
        ".to-top",
        ".language-switch",
        ".skip",
        ".headerlink",
    ):
        for each in page.locator(name).all():
            assert not each.is_visible(), name
    buttons = "() => [...document.querySelectorAll('button:not(.term)')].filter(b => b.checkVisibility()).map(b => b.outerHTML)"
    assert page.evaluate(buttons) == []


@pytest.mark.parametrize("address", CHAPTERS)
def test_links_to_other_sites_are_followed_by_their_addresses(address: str, visit: Open) -> None:
    page = visit(address)
    outside = page.locator(".sources a[href^='http']").evaluate_all("links => links.map(link => link.href)")
    printed = squeezed("".join(sheets(page)))
    assert len(outside) > 10
    assert [href for href in outside if f"<{squeezed(href)}>" not in printed] == []


@pytest.mark.parametrize("address", CHAPTERS)
def test_no_address_within_the_site_is_printed(address: str, visit: Open) -> None:
    page = visit(address)
    printed = "".join(sheets(page))
    assert "<#" not in squeezed(printed)
    assert "<.." not in squeezed(printed)
    assert "127.0.0.1" not in printed


def test_tables_are_whole_rows_below_their_headings(visit: Open, knowledge: Knowledge) -> None:
    words = Words("en", knowledge.labels)
    page = visit("en/technologies/ai/")
    rows = page.locator(".case-table tbody tr").evaluate_all("rows => rows.map(row => row.innerText)")
    printed = [squeezed(text) for text in sheets(page)]
    cells = [[squeezed(cell) for cell in row.split("\t")] for row in rows]
    cut = [row for row in cells if not any(all(cell in text for cell in row) for text in printed)]
    assert len(cells) > 20
    assert cut == []
    head = squeezed(
        "".join(words("case", key) for key in ("case", "administration", "stage", "since", "evidence"))
    )
    with_rows = [text for text in printed if sum(row[0] in text for row in cells) > 3]
    assert len(with_rows) > 1
    assert all(head in text for text in with_rows)


def test_the_figures_of_a_chart_stand_below_it(visit: Open) -> None:
    page = visit("en/technologies/ai/")
    figures = page.locator(".chart-data td").first.text_content()
    page.emulate_media(media="print")
    assert figures
    assert page.locator(".chart-data table").first.is_visible()


def test_ink_is_black_on_paper_in_either_colour_scheme(visit: Open) -> None:
    for scheme in ("light", "dark"):
        page = visit("en/technologies/ai/", scheme=scheme)
        page.emulate_media(media="print", color_scheme=scheme)
        style = (
            "() => { const s = getComputedStyle(document.querySelector('.md-content p')); return s.color }"
        )
        assert page.evaluate(style) == "rgb(0, 0, 0)"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_no_sheet_ends_with_a_heading(visit: Open) -> None:
    page = visit("en/technologies/ai/")
    headings = {
        squeezed(each.strip("¶ \n")) for each in page.locator("article :is(h2, h3)").all_text_contents()
    }
    number = re.compile(r"\d+/\d+$")
    assert headings
    for text in sheets(page)[:-1]:
        end = number.sub("", squeezed(text))
        assert not [each for each in headings if end.endswith(each)]
