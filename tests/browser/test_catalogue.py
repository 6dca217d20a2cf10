"""The catalogue: links and a table without a script; with it, filters that answer as the register does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from study.facets import FACETS
from study.knowledge import Knowledge
from study.models.values import Translated
from study.repertory import repertory
from tests.browser.addresses import LANGUAGES
from tests.browser.catalogue_expected import Expected
from tests.browser.catalogue_pages import box, counts, ids, query, ready, written
from tests.browser.measuring import COLOURS_OF_TEXTS, IN_SIGHT, STICKING_OUT, UNLABELLED_CELLS
from tests.browser.serving import PREFIXES, served
from tests.browser.watching import Watch
from tests.macros.small import HOSTILE
from tests.test_palette import TEXT, contrast

pytestmark = pytest.mark.browser
everywhere = pytest.mark.parametrize("language", LANGUAGES)
Show = Callable[..., Page]


@pytest.fixture(scope="module")
def server(catalogue_folder: Path) -> Iterator[str]:
    with served(catalogue_folder) as address:
        yield address


@pytest.fixture
def show(context: Callable[..., BrowserContext], server: str) -> Iterator[Show]:
    """Open the catalogue with its filters; nothing may go wrong on it meanwhile."""
    watches: list[Watch] = []

    def open_page(
        language: str = "en", search: str = "", width: int = 1280, prefix: str = PREFIXES[0]
    ) -> Page:
        page = context(width).new_page()
        watches.append(Watch(page, server + prefix))
        page.goto(f"{server}{prefix}{language}/cases/{search}")
        return ready(page)

    yield open_page
    assert [each for watch in watches for each in watch.heard] == []


@everywhere
def test_without_a_script_every_case_and_every_list_is_a_link(
    language: str, context: Callable[..., BrowserContext], server: str, knowledge: Knowledge
) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{server}{PREFIXES[0]}{language}/cases/")
    expect(page.locator("form").locator("input:visible, button:visible, select:visible")).to_have_count(0)
    for summary in page.locator("[data-facet] summary").all():
        summary.click()
    found = repertory(knowledge).found
    expect(page.locator("[data-facet] a:visible")).to_have_count(sum(len(found[facet]) for facet in FACETS))
    expect(page.locator(".case-table tbody a:visible")).to_have_count(len(repertory(knowledge).cases))
    expect(page.get_by_role("status")).to_have_text(Expected(knowledge, language).said(len(knowledge.cases)))


CHOICES: list[tuple[dict[str, list[str]], str]] = [
    ({}, ""),
    ({"technology": ["ai"]}, ""),
    ({"technology": ["ai", "blockchain"], "region": ["ESA", "AP"]}, ""),
    ({"stage": ["operational"], "evidence": ["official"], "process": ["risk-management"]}, ""),
    ({"administration": ["KE", "UG"], "year": ["unknown", "2024"]}, ""),
    ({"technology": ["iot"]}, "a transit"),
]


@everywhere
@pytest.mark.parametrize(("choices", "text"), CHOICES)
def test_cases_and_the_count_of_every_choice_are_those_of_the_register(
    choices: dict[str, list[str]], text: str, language: str, show: Show, knowledge: Knowledge
) -> None:
    page, expected = show(language), Expected(knowledge, language)
    for facet, values in choices.items():
        for value in values:
            box(page, facet, value).check()
    page.locator("#catalogue-text").fill(text)
    found = expected.ids(choices, text)
    expect(page.locator(".catalogue-count")).to_have_text(expected.said(len(found)))
    assert ids(page) == found[:50]
    assert counts(page) == expected.counts(choices, text)
    expect(page.locator(".catalogue-chosen button")).to_have_count(
        sum(map(len, choices.values())) + bool(text)
    )


@everywhere
@pytest.mark.parametrize("sort", ["title", "newest", "oldest", "stage", "checked", "administration"])
def test_cases_are_put_in_order(sort: str, language: str, show: Show, knowledge: Knowledge) -> None:
    page = show(language)
    page.locator("#catalogue-sort").select_option(sort)
    expected = Expected(knowledge, language).ids({}, sort=sort)
    page.wait_for_function(
        "first => document.querySelector('.case-table tbody a').href.endsWith(`/${first}/`)", arg=expected[0]
    )
    assert ids(page) == expected[:50]
    assert query(page) == ("" if sort == "administration" else f"?sort={sort}")


@everywhere
def test_a_row_made_by_the_script_is_the_row_of_the_page(
    language: str, show: Show, context: Callable[..., BrowserContext], server: str
) -> None:
    rows = "rows => rows.map(row => row.outerHTML)"
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{server}{PREFIXES[0]}{language}/cases/")
    expected = page.locator(".case-table tbody tr").evaluate_all(rows)
    here = show(language)
    while here.locator("[data-do=more]").is_visible():
        here.locator("[data-do=more]").click()
    assert here.locator(".case-table tbody tr").evaluate_all(rows) == expected


@everywhere
def test_words_are_found_whatever_their_accents_and_capitals(
    language: str, show: Show, knowledge: Knowledge
) -> None:
    page, expected = show(language), Expected(knowledge, language)
    for typed in {
        "en": ("cote d’ivoire", "CÔTE D'IVOIRE", "coree", "AI scan"),
        "fr": ("cote d'ivoire", "CÔTE D’IVOIRE", "coree", "mégadonnées", "megadonnees", "l'interieur"),
    }[language]:
        page.locator("#catalogue-text").fill(typed)
        found = expected.ids({}, typed)
        expect(page.locator(".catalogue-count")).to_have_text(expected.said(len(found)))
        assert ids(page) == found[:50], typed
        assert found or typed in ("coree", "l'interieur"), typed


def test_ligatures_and_apostrophes_do_not_hide_a_case(
    context: Callable[..., BrowserContext], knowledge: Knowledge, tmp_path: Path
) -> None:
    first, *others = knowledge.cases
    title = Translated(en="Œuvre at the Straße of Læsø’s port", fr="Œuvre d’art à la Straße de Læsø")
    odd = first.model_copy(update={"title": title})
    with served(written(replace(knowledge, cases=[odd, *others]), tmp_path)) as server:
        page = context().new_page()
        page.goto(f"{server}{PREFIXES[0]}en/cases/")
        ready(page)
        for typed in ("oeuvre", "OEUVRE strasse", "laeso's", "Læsø‘s", "LÆSØ'S  œUVRE", "stras"):
            page.locator("#catalogue-text").fill("no such words")
            expect(page.locator(".catalogue-none")).to_be_visible()
            page.locator("#catalogue-text").fill(typed)
            expect(page.locator(f".case-table a[href='../cases/{odd.id}/']")).to_be_visible()
            assert ids(page) == [odd.id], typed


def test_the_words_of_a_case_stay_text(
    context: Callable[..., BrowserContext], knowledge: Knowledge, tmp_path: Path
) -> None:
    first, *others = knowledge.cases
    hostile = first.model_copy(update={"title": Translated(en=HOSTILE, fr=HOSTILE)})
    with served(written(replace(knowledge, cases=[hostile, *others]), tmp_path)) as server:
        page = context().new_page()
        watch = Watch(page, server)
        page.on("dialog", lambda dialog: (watch.heard.append(dialog.message), dialog.dismiss()))
        page.goto(f"{server}{PREFIXES[0]}en/cases/?text=%3Cscript%3E")
        ready(page)
        assert page.locator(".case-table tbody th").all_text_contents() == [HOSTILE]
        assert page.locator("form :is(script, img)").count() == 0
        assert page.locator(".catalogue-chosen").text_content() == "with “<script>”"
        assert watch.heard == []


def test_an_empty_list_says_so_and_can_be_left(show: Show, knowledge: Knowledge) -> None:
    page = show("fr")
    page.locator("#catalogue-text").fill("xyzzy")
    expect(page.locator(".catalogue-none")).to_be_visible()
    expect(page.locator(".case-table")).to_be_hidden()
    page.locator("[data-do=clear]").click()
    expect(page.locator(".catalogue-none")).to_be_hidden()
    expect(page.locator(".catalogue-count")).to_be_focused()
    expect(page.locator("#catalogue-text")).to_have_value("")
    assert ids(page) == Expected(knowledge, "fr").ids({})[:50]
    assert query(page) == ""
    expect(page.locator("[data-do=clear]")).to_be_hidden()


def test_each_filter_can_be_taken_away_by_itself(show: Show, knowledge: Knowledge) -> None:
    page = show("en")
    box(page, "technology", "ai").check()
    box(page, "region", "EUR").check()
    page.locator("#catalogue-text").fill("customs")
    chips = page.locator(".catalogue-chosen button")
    expect(chips).to_have_count(3)
    assert chips.nth(0).get_attribute("aria-label") == "Remove the filter: Artificial intelligence"
    chips.nth(0).click()
    expect(chips).to_have_count(2)
    expect(chips.nth(0)).to_be_focused()
    expect(box(page, "technology", "ai")).not_to_be_checked()
    chips.nth(1).click()
    expect(page.locator("#catalogue-text")).to_have_value("")
    chips.nth(0).click()
    expect(page.locator(".catalogue-count")).to_be_focused()
    assert query(page) == ""


def test_more_rows_follow_and_reading_goes_on_at_the_first_of_them(show: Show, knowledge: Knowledge) -> None:
    page, expected = show("fr"), Expected(knowledge, "fr").ids({})
    more = page.locator("[data-do=more]")
    expect(more).to_have_text("Afficher 50 cas de plus")
    more.click()
    expect(page.locator(".case-table tbody tr a").nth(50)).to_be_focused()
    assert ids(page) == expected[:100]
    expect(more).to_have_text(f"Afficher {len(expected) - 100} cas de plus")
    more.click()
    expect(more).to_be_hidden()
    assert ids(page) == expected
    box(page, "technology", "ai").check()
    assert len(ids(page)) <= 50


def test_the_keyboard_alone_finds_opens_and_clears(show: Show) -> None:
    page = show("en")
    focused = page.locator(":focus")

    def tab_to(wanted: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if focused.evaluate("(element, wanted) => element.matches(wanted)", wanted):
                break
        assert focused.evaluate("(element, wanted) => element.matches(wanted)", wanted), wanted
        assert focused.evaluate("element => getComputedStyle(element).outlineStyle") in ("solid", "auto")
        assert focused.evaluate(IN_SIGHT)

    tab_to("#catalogue-text")
    page.keyboard.type("customs")
    tab_to("[data-facet=technology] [data-value=ai] input")
    page.keyboard.press("Space")
    expect(focused).to_be_checked()
    tab_to("[data-facet=process] summary")
    page.keyboard.press("Enter")
    tab_to("[data-facet=process] [data-value=risk-management] input")
    page.keyboard.press("Space")
    assert query(page) == "?technology=ai&process=risk-management&text=customs"
    tab_to("#catalogue-sort")
    page.keyboard.press("ArrowDown")
    assert query(page).endswith("&sort=title")
    tab_to(".catalogue-chosen button")
    page.keyboard.press("Enter")
    expect(focused).to_have_attribute("aria-label", "Remove the filter: Risk management")
    tab_to("[data-do=clear]")
    page.keyboard.press("Enter")
    expect(focused).to_have_class("catalogue-count")
    tab_to("[data-do=more]")
    page.keyboard.press("Enter")
    expect(page.locator(".case-table tbody a").nth(50)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    assert focused.evaluate("element => element.closest('.case-table') !== null")


def test_enter_in_the_field_keeps_the_page(show: Show) -> None:
    page = show("en")
    page.locator("#catalogue-text").fill("kenya")
    page.keyboard.press("Enter")
    assert query(page) == "?text=kenya"
    expect(page.locator("#catalogue-text")).to_be_focused()


@everywhere
def test_on_a_phone_filters_are_folded_and_rows_are_cards(language: str, show: Show) -> None:
    page = show(language, width=360)
    expect(page.locator("[data-facet=technology]")).to_be_hidden()
    assert page.evaluate(STICKING_OUT) == []
    page.locator(".catalogue-filters > summary").click()
    box(page, "administration", "KE").check()
    box(page, "process", "risk-management")
    page.locator("#catalogue-text").fill("a" * 90)
    expect(page.locator(".catalogue-none")).to_be_visible()
    assert page.evaluate(STICKING_OUT) == []
    page.locator("#catalogue-text").fill("")
    expect(page.locator(".case-table")).to_be_visible()
    page.locator(".catalogue-filters > summary").click()
    assert page.evaluate(UNLABELLED_CELLS) + page.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_every_text_is_legible(scheme: str, show: Show) -> None:
    page = show("en", "?technology=ai&region=MENA")
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
    for summary in page.locator("[data-facet] summary").all():
        summary.click()
    assert page.locator(".catalogue-empty").count()
    pairs = page.locator("form").evaluate(COLOURS_OF_TEXTS)
    faint = [(one, other) for one, other in pairs if contrast(one, other) < TEXT]
    assert len(pairs) > 100
    assert faint == []


def test_the_number_of_cases_is_announced_and_groups_have_names(show: Show) -> None:
    page = show("fr")
    expect(page.get_by_role("status").first).to_have_attribute("aria-live", "polite")
    expect(page.get_by_role("group", name="Niveau de preuve").get_by_role("checkbox")).not_to_have_count(0)
    expect(page.get_by_role("checkbox", name="Drones")).to_be_visible()
    expect(page.get_by_role("combobox", name="Ordre")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_visible()
