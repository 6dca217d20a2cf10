"""Pages of cases and lists as readers use them: by keyboard, without scripts, on paper; and what they offer to keep."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from zipfile import is_zipfile

import pytest
from playwright.sync_api import BrowserContext, Download, Page, expect

from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.conftest import Open
from tests.browser.focus import lost
from tests.browser.measuring import ADD_RULES, COLOURS_OF_TEXTS, STICKING_OUT

pytestmark = pytest.mark.browser
CASE = "cases/ke-ug-scanned-image-exchange/"
LIST = "cases/technology/ai/"
DOWNLOADS = "cases/downloads/"
GENERATED = (
    CASE,
    LIST,
    "cases/administration/ke/",
    "cases/administration/ad/",  # a Member without a case
    "cases/body/eaeu/",
    "cases/region/esa/",
    "cases/technology/ai/region/esa/",
    "cases/stage/",
    "cases/year/unknown/",
)
KINDS = (*GENERATED, DOWNLOADS)
TURNS = [(LANGUAGES[place % 2], below) for place, below in enumerate(KINDS)]  # each kind in one language
SAMPLE = 6  # squares of the matrices
NAVIGATION = ".site-header button, .language-switch, .menu, .contents, .trail, .list-pages, .neighbours"
ROWS = ".case-table tbody tr"

# Names of files and of columns that stand on more than one line.
BROKEN_NAMES = """() => [...document.querySelectorAll('th code, .downloads th[scope=row] a')]
  .filter(name => new Set([...name.getClientRects()].map(line => line.top)).size > 1).map(name => name.textContent)"""


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def downloaded(page: Page, act: Callable[[], None]) -> tuple[str, Path]:
    """Return the name and the place of the file that `act` makes the browser keep."""
    with page.expect_download() as started:
        act()
    download: Download = started.value
    assert download.failure() is None
    return download.suggested_filename, Path(download.path())


def test_without_scripts_every_kind_of_page_is_whole_and_switches_to_its_counterpart(
    base: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(java_script_enabled=False).new_page()
    for here, below in TURNS:
        page.goto(f"{base}{here}/{below}", wait_until="domcontentloaded")
        expect(page.locator("h1")).to_be_visible()
        expect(
            page.locator("article").locator("h2, p, li, th, td, summary").filter(visible=True).last
        ).to_be_visible()
        page.locator(".language-switch").click()
        page.wait_for_url(f"{base}{OTHER[here]}/{below}", wait_until="domcontentloaded")
        expect(page.locator("html")).to_have_attribute("lang", OTHER[here])


def test_without_scripts_a_citation_opens_and_is_kept_and_the_trail_leads_up(visit: Open, base: str) -> None:
    page = visit(f"fr/{CASE}", java_script_enabled=False)
    citation = page.locator(".cite-format").first
    expect(citation.locator("pre")).to_be_hidden()
    citation.locator("summary").click()
    expect(citation.locator("pre")).to_be_visible()
    assert downloaded(page, citation.locator("a").click)[0].endswith("-fr.bib")
    page.locator(".trail a").nth(1).click()
    page.wait_for_url(f"{base}fr/cases/administration/ke/")


def test_the_keyboard_walks_a_case_from_its_trail_to_its_citations(language: str, visit: Open) -> None:
    page = visit(f"{language}/{CASE}")
    in_order = page.locator("article a:visible, article summary")
    page.locator(".trail a").first.focus()
    for place in range(in_order.count()):
        assert in_order.nth(place).evaluate("element => element === document.activeElement"), place
        assert lost(page) == [], place
        page.keyboard.press("Tab")


def test_a_focus_that_cannot_be_seen_is_found(visit: Open) -> None:
    page = visit(f"en/{CASE}")
    page.evaluate(ADD_RULES, "a { outline: none !important } main { position: relative; z-index: -1 }")
    page.locator(".trail a").first.focus()
    assert len(lost(page)) == 2


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_open_a_citation_and_keep_it(key: str, visit: Open) -> None:
    page = visit(f"en/{CASE}")
    citation = page.locator(".cite-format").nth(1)
    citation.locator("summary").focus()
    page.keyboard.press(key)
    expect(citation.locator("pre")).to_be_visible()
    page.keyboard.press("Tab")  # the text can be scrolled
    expect(citation.locator("pre")).to_be_focused()
    page.keyboard.press("Tab")
    name, path = downloaded(page, lambda: page.keyboard.press("Enter"))
    assert name == "case-ke-ug-scanned-image-exchange-2026-en.ris"
    assert path.read_bytes().decode().startswith("TY  - ")


def test_each_citation_is_kept_as_it_is_shown(language: str, visit: Open) -> None:
    page = visit(f"{language}/{CASE}")
    endings = {"BibTeX": ".bib", "RIS": ".ris", "CSL-JSON": ".json"}
    for citation in page.locator(".cite-format").all():
        kind = citation.locator("summary").inner_text()
        citation.locator("summary").click()
        name, path = downloaded(page, citation.locator("a").click)
        assert name == f"case-ke-ug-scanned-image-exchange-2026-{language}{endings.pop(kind)}"
        kept = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        assert kept.strip() == citation.locator("code").evaluate("code => code.textContent")
        assert f"/{language}/{CASE}" in kept
    assert not endings


def test_a_list_is_kept_with_the_rows_it_shows(language: str, visit: Open) -> None:
    page = visit(f"{language}/{LIST}")
    files = dict(downloaded(page, link.click) for link in page.locator(".list-downloads a").all())
    assert set(files) == {"cases.csv", "cases.json", "cases.xlsx"}
    content = files["cases.csv"].read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # spreadsheets take the file for UTF-8 by this
    delimiter = {"en": ",", "fr": ";"}[language]
    head, *rows = csv.reader(content.decode("utf-8-sig").splitlines(keepends=True), delimiter=delimiter)
    title = head.index("title")
    assert sorted(row[title] for row in rows) == sorted(page.locator(f"{ROWS} th").all_inner_texts())
    assert len(json.loads(files["cases.json"].read_text(encoding="utf-8"))["cases"]) == len(rows)
    assert is_zipfile(files["cases.xlsx"])


def test_a_square_of_a_matrix_leads_to_as_many_rows_as_it_says(language: str, visit: Open) -> None:
    page = visit(f"{language}/cases/")
    squares = page.locator("svg.chart-picture a").evaluate_all(
        "links => links.map(link => [link.getAttribute('aria-label'), new URL(link.getAttribute('href'), document.baseURI).href])"
    )
    for name, address in squares[:: len(squares) // SAMPLE][:SAMPLE]:
        page.goto(address, wait_until="domcontentloaded")
        (said,) = re.findall(r"(\d+)\D*$", name)
        assert page.locator(ROWS).count() == int(said), name


def test_nothing_sticks_out_of_any_kind_of_page(base: str, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    for language, below in TURNS:
        page.goto(f"{base}{language}/{below}", wait_until="domcontentloaded")
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        for width in (768, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(STICKING_OUT) == [], (below, width)


def test_names_of_files_and_columns_stay_on_one_line(language: str, visit: Open) -> None:
    page = visit(f"{language}/{DOWNLOADS}")
    for width in (1280, 1220, 768, 320):  # 1220 px: the narrowest with both sidebars
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(BROKEN_NAMES) == [], width
        assert page.evaluate(STICKING_OUT) == [], width


def test_a_name_that_breaks_is_seen(visit: Open) -> None:
    page = visit(f"en/{DOWNLOADS}")
    page.evaluate(
        ADD_RULES,
        "th { display: block; width: 3rem } th code { overflow-wrap: anywhere !important; white-space: normal !important }",
    )
    assert "administration_names" in page.evaluate(BROKEN_NAMES)


def test_on_paper_text_is_black_on_white_without_navigation(
    base: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(794).new_page()  # A4 at 96 dpi
    for language, below in TURNS[: len(GENERATED)]:
        page.goto(f"{base}{language}/{below}", wait_until="domcontentloaded")
        for scheme in ("light", "dark"):
            page.emulate_media(media="print", color_scheme=scheme)
            assert page.locator(NAVIGATION).and_(page.locator(":visible")).count() == 0, below
            colours = page.locator("article").first.evaluate(COLOURS_OF_TEXTS)
            assert {tuple(each) for each in colours} == {("#000000", "#ffffff")}, (below, scheme)
