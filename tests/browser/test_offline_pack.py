"""The offline pack, unpacked on a disk, with the network cut: everything works, and nothing is asked of any host."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from report.renditions.assembly import Job
from report.renditions.pack import write_pack
from study.editions.archives import unpack
from study.knowledge import Knowledge
from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.axe import faults
from tests.browser.catalogue_expected import Expected
from tests.browser.catalogue_pages import box, counts, ready
from tests.browser.questionnaires import ANSWERS, answer, given
from tests.browser.searching import ask, open_search
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser
everywhere = pytest.mark.parametrize("language", LANGUAGES)
GUIDES = {"en": "START-HERE.html", "fr": "LISEZ-MOI.html"}
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError') }
})"""
ADDRESS = re.compile(
    r'<(a|link|script|img|form|dialog)\b[^>]*?\s(href|src|action|data-script|data-style)="([^"]*)"'
)
Disk = Callable[..., tuple[Page, Watch]]


@pytest.fixture
def disk(context: Callable[..., BrowserContext], offline_pack: Path) -> Iterator[Disk]:
    """Open a file of the pack without a network; at the end, nothing must have gone wrong or been asked of a host."""
    watches: list[Watch] = []

    def open_file(
        name: str, width: int = 1280, scheme: str = "light", script: str = ""
    ) -> tuple[Page, Watch]:
        made = context(width, scheme, permissions=["clipboard-read", "clipboard-write"])
        made.set_offline(True)
        page = made.new_page()
        page.add_init_script(script or "0")
        watch = Watch(page, offline_pack.as_uri())
        watches.append(watch)
        page.goto(f"{offline_pack.as_uri()}/{name}", wait_until="domcontentloaded")
        return page, watch

    yield open_file
    assert [watch.heard for watch in watches if watch.heard] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@everywhere
def test_the_door_leads_to_the_guide_and_the_guide_to_the_report(
    language: str, width: int, scheme: str, disk: Disk
) -> None:
    page, _ = disk("index.html", width, scheme)
    page.locator(f"a[href='{GUIDES[language]}']").click()
    assert page.locator("html").get_attribute("lang") == language
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").bounding_box()
    page.locator("a.enter").click()
    page.wait_for_url(f"**/{language}/index.html")
    expect(page.locator("h1")).to_be_visible()
    assert page.locator("h1").evaluate("each => getComputedStyle(each).fontFamily").startswith("Charter")


@pytest.mark.accessibility
@pytest.mark.parametrize("scheme", ["light", "dark"])
@everywhere
def test_the_door_and_the_guide_meet_wcag(language: str, scheme: str, disk: Disk) -> None:
    page, watch = disk("index.html", 360, scheme)
    assert faults(page) == []
    page.locator(f"a[href='{GUIDES[language]}']").click()
    assert faults(page) == []
    watch.heard.clear()  # axe itself asks for style sheets, and is refused


@everywhere
def test_the_language_changes_at_the_same_place_and_back(language: str, disk: Disk) -> None:
    page, _ = disk(f"{language}/technologies/ai/index.html#p12")
    page.locator(".language-switch").click()
    page.wait_for_url(f"**/{OTHER[language]}/technologies/ai/index.html#p12")
    page.locator(".language-switch").click()
    page.wait_for_url(f"**/{language}/technologies/ai/index.html#p12")
    page.locator(".both-languages").first.click()
    page.wait_for_url("**/both/technologies/ai/index.html*")
    expect(page.locator("#p12, [id$=p12]").first).to_be_attached()


@pytest.mark.parametrize("width", [360, 1280])
@everywhere
def test_the_search_finds_in_the_language_of_the_page_and_leads_there(
    language: str, width: int, disk: Disk
) -> None:
    page, _ = disk(f"{language}/technologies/iot/index.html", width)
    open_search(page)
    found = ask(page, {"en": "electronic seals", "fr": "scellés électroniques"}[language])
    assert found
    page.locator("#search ol > li > a").first.click()
    page.wait_for_url(re.compile(rf"/{language}/(.+/)?index\.html(#.*)?$"))
    expect(page.locator("h1")).to_be_attached()


@everywhere
def test_the_filters_of_the_register_work_and_follow_the_language(
    language: str, disk: Disk, knowledge: Knowledge
) -> None:
    expected = Expected(knowledge, language)
    page, _ = disk(f"{language}/cases/index.html?technology=drones&text=douane")
    ready(page)
    found = expected.ids({"technology": ["drones"]}, "douane")
    expect(page.locator(".catalogue-count")).to_have_text(expected.said(len(found)))
    page.locator("#catalogue-text").fill("")
    assert counts(page) == expected.counts({"technology": ["drones"]})
    assert page.url.endswith("/cases/index.html?technology=drones")
    with page.expect_download() as started:
        page.locator("[data-do=download]").click()
    lines = started.value.path().read_text(encoding="utf-8").split("\n")
    assert len(lines) == len(expected.ids({"technology": ["drones"]})) + 2
    page.locator("[data-do=copy]").click()
    expect(page.locator(".catalogue-done")).not_to_be_empty()
    page.locator(".language-switch").click()
    page.wait_for_url(f"**/{OTHER[language]}/cases/index.html?technology=drones*")
    ready(page)
    expect(box(page, "technology", "drones")).to_be_checked()
    page.locator(".case-table tbody a").first.click()
    page.wait_for_url(f"**/{OTHER[language]}/cases/*/index.html")


@everywhere
def test_charts_lead_to_their_cases_and_terms_open(language: str, disk: Disk) -> None:
    page, _ = disk(f"{language}/survey-2024/index.html")
    expect(page.locator(".chart-picture svg, svg.chart-picture").first).to_be_visible()
    button = page.locator("button.term").nth(2)
    button.click()
    note = page.locator(f"#{button.get_attribute('popovertarget')}")
    expect(note).to_be_visible()
    note.locator("a").click()
    page.wait_for_url(f"**/{language}/glossary/index.html#term-*")
    page.goto(page.url.split("glossary/")[0] + "cases/index.html", wait_until="domcontentloaded")
    page.locator(".chart-picture a").first.click()
    page.wait_for_url(f"**/{language}/cases/*/**/index.html")


@everywhere
def test_a_paragraph_tells_how_it_is_cited_and_copies_it(language: str, disk: Disk) -> None:
    page, _ = disk(f"{language}/technologies/ai/index.html")
    page.locator(".paragraph-number[href='#p12']").click()
    note = page.locator("#paragraph-note")
    expect(note).to_be_visible()
    assert page.url.endswith("#p12")
    note.locator("button").first.click()
    expect(note.locator("p").last).not_to_be_empty()
    assert "§ 12" in page.evaluate("navigator.clipboard.readText()").replace("\N{NO-BREAK SPACE}", " ")


@everywhere
def test_the_questionnaire_is_answered_and_its_address_restores_it(language: str, disk: Disk) -> None:
    page, _ = disk(f"{language}/self-assessment/index.html")
    answer(page, ANSWERS["position"])
    assert given(page) == ANSWERS["position"]
    address = page.url
    assert "=" in address.split("#")[1]
    page.goto("about:blank")
    page.goto(address)
    assert given(page) == ANSWERS["position"]


@everywhere
def test_every_page_says_its_edition_and_status(language: str, disk: Disk, knowledge: Knowledge) -> None:
    page, _ = disk(f"{language}/technologies/ai/index.html")
    sentence = knowledge.labels["status_sentence"]["draft"][language]
    expect(page.locator(".ribbon")).to_contain_text(sentence)
    expect(page.locator(".edition-box")).to_contain_text(sentence)


@pytest.mark.parametrize(
    "name",
    ["technologies/ai/index.html", "cases/index.html", "self-assessment/index.html", "copies/index.html"],
)
@everywhere
def test_blocked_storage_is_no_error(language: str, name: str, disk: Disk) -> None:
    page, _ = disk(f"{language}/{name}", script=NO_STORAGE)
    page.locator(".to-colours").click()
    expect(page.locator("h1")).to_be_visible()


def test_a_request_to_a_host_would_be_noticed(disk: Disk) -> None:
    page, watch = disk("index.html")
    page.goto("about:blank")
    page.set_content('<img src="https://example.org/a.png">')
    page.wait_for_timeout(200)
    assert any("example.org" in each for each in watch.heard)
    watch.heard.clear()


def dangling(pack: Path) -> Iterator[str]:
    """Yield each address of a page that holds neither in the pack nor on the web."""
    for path in sorted(pack.rglob("*.html")):
        for tag, name, raw in ADDRESS.findall(path.read_text(encoding="utf-8")):
            address = unescape(raw)
            way = urlsplit(address).path
            if urlsplit(address).scheme or not way:
                continue
            target = urlsplit(urljoin(path.as_uri(), way)).path
            if not Path(unquote(target)).is_file():
                yield f"{path.relative_to(pack)}: <{tag} {name}={address}>"


def test_every_link_of_every_page_leads_to_a_file_of_the_pack_or_to_the_web(offline_pack: Path) -> None:
    assert list(dangling(offline_pack)) == []


def test_a_link_to_a_folder_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/">A</a>', encoding="utf-8")
    assert list(dangling(tmp_path)) == ["index.html: <a href=a/>"]


def test_every_page_has_a_policy_that_lets_nothing_out(offline_pack: Path) -> None:
    for path in offline_pack.rglob("*.html"):
        found = re.search(r'Content-Security-Policy" content="([^"]*)"', path.read_text(encoding="utf-8"))
        assert found, path
        directives = dict(each.strip().split(" ", 1) for each in unescape(found[1]).split(";"))
        assert directives["default-src"] == directives.get("connect-src", "'none'") == "'none'", path
        assert "http" not in found[1]


@pytest.mark.long
@everywhere
def test_a_pack_of_one_language_stands_alone_and_is_the_same_each_time(
    language: str, site: Path, knowledge: Knowledge, context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    job = Job(knowledge.root, site, knowledge, 1_700_000_000)
    for folder in ("one", "two"):
        write_pack(job, language, tmp_path / folder / "pack.zip")
    assert (tmp_path / "one/pack.zip").read_bytes() == (tmp_path / "two/pack.zip").read_bytes()
    pack = unpack(tmp_path / "one/pack.zip", tmp_path / "unpacked")
    assert list(dangling(pack)) == []
    page = context(offline=True).new_page()
    watch = Watch(page, pack.as_uri())
    page.goto(f"{pack.as_uri()}/{language}/technologies/ai/index.html", wait_until="domcontentloaded")
    switch = page.locator(".language-switch")
    assert f"/{OTHER[language]}/technologies/ai/" in (switch.get_attribute("href") or "")
    assert knowledge.labels["pack"]["network"][language] in (switch.get_attribute("title") or "")
    open_search(page)
    assert ask(page, "transit")
    assert watch.heard == []
