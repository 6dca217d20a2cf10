"""What the catalogue loads: as little as it shows, again after a failure, and the table that a reader takes away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from bench.registers import many_cases
from study.downloads import edition_files
from study.knowledge import Knowledge
from study.repertory import repertory
from tests.browser.addresses import LANGUAGES
from tests.browser.catalogue_expected import Expected
from tests.browser.catalogue_pages import box, ids, ready, written
from tests.browser.serving import PREFIXES, served

pytestmark = pytest.mark.browser
everywhere = pytest.mark.parametrize("language", LANGUAGES)
Show = Callable[..., Page]


@pytest.fixture(scope="module")
def server(catalogue_folder: Path) -> Iterator[str]:
    with served(catalogue_folder) as address:
        yield address + PREFIXES[0]


@pytest.fixture(scope="module")
def thousands(knowledge: Knowledge) -> Knowledge:
    return many_cases(knowledge, 2500)


@pytest.fixture(scope="module")
def large(thousands: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(written(thousands, tmp_path_factory.mktemp("large"))) as address:
        yield address + PREFIXES[0]


def downloaded(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.locator("[data-do=download]").click()
    path = started.value.path()
    return started.value.suggested_filename, path.read_bytes()


@everywhere
def test_the_download_holds_the_cases_found_in_the_order_shown(
    language: str, context: Callable[..., BrowserContext], server: str, knowledge: Knowledge
) -> None:
    known = repertory(knowledge)
    whole = edition_files(known, language)["data/cases.csv"]
    head, *lines = whole.decode("utf-8").split("\r\n")
    line = dict(zip([case.id for case in known.cases], lines, strict=False))
    page = context().new_page()
    page.goto(f"{server}{language}/cases/?stage=operational,pilot&sort=oldest")
    name, content = downloaded(ready(page))
    found = Expected(knowledge, language).ids({"stage": ["operational", "pilot"]}, sort="oldest")
    assert len(found) > 50  # more than the rows in view
    assert name == "cases-filtered.csv"
    assert content == "\r\n".join([head, *(line[key] for key in found), ""]).encode("utf-8")
    assert content.startswith("\ufeff".encode())
    assert all(line[key].startswith(key) for key in found)
    page.locator("[data-do=clear]").click()
    _, everything = downloaded(page)
    assert sorted(everything.split(b"\r\n")) == sorted(whole.split(b"\r\n"))


def test_a_table_of_another_register_is_refused(
    context: Callable[..., BrowserContext], server: str, knowledge: Knowledge
) -> None:
    page = context().new_page()
    page.route("**/data/cases.csv", lambda route: route.fulfill(body="id\r\nno-gate\r\n"))
    page.goto(f"{server}en/cases/")
    ready(page).locator("[data-do=download]").click()
    expect(page.locator(".catalogue-notice")).to_have_text(
        Expected(knowledge, "en").words("catalogue", "failed")
    )


def asked(page: Page) -> list[str]:
    """The data files that the page asks for from now on."""
    names: list[str] = []
    page.on("request", lambda request: names.extend(re.findall(r"/cases/data/([\w-]+)\.json$", request.url)))
    return names


def test_only_the_titles_in_view_are_loaded_until_words_are_typed(
    context: Callable[..., BrowserContext], large: str, thousands: Knowledge
) -> None:
    page, expected = context().new_page(), Expected(thousands, "en")
    names = asked(page)
    page.goto(f"{large}en/cases/")
    ready(page)
    assert names == ["facets", "titles-0"]
    assert ids(page) == expected.ids({})[:50]
    rare = min(expected.counts({})["administration"].items(), key=lambda each: each[1])[0]
    box(page, "administration", rare).check()
    found = expected.ids({"administration": [rare]})
    expect(page.locator(".catalogue-count")).to_have_text(expected.said(len(found)))
    assert ids(page) == found
    page.locator("[data-do=clear]").click()
    page.locator("#catalogue-text").fill("blockchain scanner")
    found = expected.ids({}, "blockchain scanner")
    expect(page.locator(".catalogue-count")).to_have_text(expected.said(len(found)))
    assert ids(page) == found[:50]
    assert sorted(names) == ["facets", "titles-0", "titles-1", "titles-2"]  # each once


def test_thousands_of_cases_never_stand_on_the_page_at_once(
    context: Callable[..., BrowserContext], large: str
) -> None:
    page = context().new_page()
    page.goto(f"{large}fr/cases/")
    expect(ready(page).locator(".case-table tbody tr")).to_have_count(50)
    expect(page.locator(".catalogue-pages")).to_be_hidden()
    page.locator("[data-do=more]").click()
    expect(page.locator(".case-table tbody tr")).to_have_count(100)
    plain = context(java_script_enabled=False).new_page()
    plain.goto(f"{large}fr/cases/")
    expect(plain.locator(".case-table tbody tr")).to_have_count(200)
    expect(plain.locator(".catalogue-pages a:visible")).to_have_count(12)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[data-value=drones] a", "[data-value=drones] input"),
        (".case-table tr:nth-child(3) a", ".case-table tr:nth-child(3) a"),
    ],
)
def test_data_that_comes_late_leaves_the_focus_where_it_is(
    before: str, after: str, context: Callable[..., BrowserContext], server: str
) -> None:
    page, held = context().new_page(), list[Route]()
    page.route("**/facets.json", lambda route: held.append(route))
    with page.expect_request("**/facets.json"):
        page.goto(f"{server}en/cases/", wait_until="domcontentloaded")
    page.locator(before).focus()
    held[0].continue_()
    expect(ready(page).locator(after)).to_be_focused()


def test_without_its_data_the_page_stays_as_it_was_and_says_why(
    context: Callable[..., BrowserContext], server: str, knowledge: Knowledge
) -> None:
    page, expected = context().new_page(), Expected(knowledge, "fr")
    page.route("**/cases/data/*", lambda route: route.abort())
    page.goto(f"{server}fr/cases/?technology=ai")
    expect(page.locator(".catalogue-notice")).to_have_text(expected.words("catalogue", "failed"))
    assert ids(page) == expected.ids({})
    expect(page.locator("[data-facet=technology] a:visible")).not_to_have_count(0)
    expect(page.locator("#catalogue-text")).to_be_hidden()


def test_from_a_folder_the_page_stays_as_it_was_and_says_why(
    context: Callable[..., BrowserContext], catalogue_folder: Path, knowledge: Knowledge
) -> None:
    page, expected = context().new_page(), Expected(knowledge, "en")
    page.goto((catalogue_folder / "en" / "cases" / "index.html").as_uri())
    expect(page.locator(".catalogue-notice")).to_have_text(expected.words("catalogue", "offline"))
    expect(page.locator(".case-table tbody tr:visible")).to_have_count(len(expected.ids({})))


def test_titles_that_did_not_come_are_asked_for_again(
    context: Callable[..., BrowserContext], large: str, thousands: Knowledge
) -> None:
    page, expected = context().new_page(), Expected(thousands, "en")
    page.goto(f"{large}en/cases/")
    before = ids(ready(page))
    page.route("**/titles-2.json", lambda route: route.abort())
    page.locator("#catalogue-text").fill("scanner")
    expect(page.locator(".catalogue-notice")).to_have_text(expected.words("catalogue", "failed"))
    assert ids(page) == before
    page.unroute("**/titles-2.json")
    page.locator("#catalogue-text").fill("scanners")
    expect(page.locator(".catalogue-notice")).to_be_hidden()
    expect(page.locator(".catalogue-count")).to_have_text(expected.said(len(expected.ids({}, "scanners"))))


def test_a_later_choice_is_not_overtaken_by_an_earlier_one(
    context: Callable[..., BrowserContext], large: str, thousands: Knowledge
) -> None:
    page, expected = context().new_page(), Expected(thousands, "en")
    page.goto(f"{large}en/cases/")
    ready(page)
    held: list[Route] = []
    page.route("**/titles-2.json", lambda route: held.append(route))
    page.locator("#catalogue-text").fill("scanner")  # waits for the titles
    expect(page.locator(".table-scroll")).to_have_attribute("aria-busy", "true")
    page.locator("#catalogue-text").fill("")
    expect(page.locator(".table-scroll")).to_have_attribute("aria-busy", "false")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".catalogue-count")).to_have_text(expected.said(2500))
    assert ids(page) == expected.ids({})[:50]


# Milliseconds from an event to the end of layout, after the tasks it set off; no titles are on their way.
TIMES = """async kind => {
  const settled = () => new Promise(resolve => {
    const channel = new MessageChannel()
    channel.port1.onmessage = resolve
    channel.port2.postMessage(0)
  })
  const text = document.querySelector('#catalogue-text'), sort = document.querySelector('#catalogue-sort')
  const boxes = [...document.querySelectorAll('.catalogue-values input')], times = []
  const act = {
    choice: step => boxes[step * 7 % boxes.length].click(),
    text: step => {
      text.value = 'customs risk scanner'.slice(0, step + 1)
      text.dispatchEvent(new Event('input', {bubbles: true}))
    },
    sort: step => {
      sort.selectedIndex = (step + 1) % sort.length
      sort.dispatchEvent(new Event('change', {bubbles: true}))
    },
  }[kind]
  for (let step = 0; step < 20; step++) {
    const start = performance.now()
    act(step)
    await settled()
    document.body.getBoundingClientRect()
    times.push(performance.now() - start)
  }
  return times
}"""


@pytest.mark.parametrize(("count", "limit"), [(1000, 100), pytest.param(10_000, 300, marks=pytest.mark.long)])
def test_filters_answer_at_once(
    count: int, limit: int, context: Callable[..., BrowserContext], knowledge: Knowledge, tmp_path: Path
) -> None:
    large = many_cases(knowledge, count)
    with served(written(large, tmp_path)) as server:
        page = context().new_page()
        page.goto(f"{server}{PREFIXES[0]}en/cases/?text=no%20such%20words")
        expect(ready(page).locator(".catalogue-none")).to_be_visible()  # all titles have come
        page.locator("[data-do=clear]").click()
        for kind in ("choice", "text", "sort"):
            times = page.evaluate(TIMES, kind)
            assert median(times) < limit, f"{kind}: {[round(each) for each in times]}"
            if kind != "sort":
                page.locator("[data-do=clear]").click()
