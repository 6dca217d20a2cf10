"""The switch between editions keeps page, language, paragraph and query, under any address, and fails silently."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.axe import faults
from tests.browser.measuring import STICKING_OUT
from tests.browser.serving import served
from tests.browser.watching import Watch
from tests.conftest import ROOT
from tests.editions import FIRST, GONE, MOVED, SECOND, list_editions, public_tree

pytestmark = pytest.mark.browser
PREFIXES = ("/report/", "/mirror/x/", "/")
CASES, MISSING = "cases/", "cases/gone/"
LONGEST = 3_000  # bytes of the script, as a server sends it
LATER = {"en": "There is a later edition: 2026.1.", "fr": "Il existe une édition plus récente : 2026.1."}
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def tree(built_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A public tree of two editions; read only."""
    return public_tree(tmp_path_factory.mktemp("public"), built_editions, SECOND, FIRST)


@pytest.fixture(scope="session")
def public(tree: Path) -> Iterator[str]:
    with served(tree, PREFIXES) as address:
        yield address


@pytest.fixture
def tree_of_its_own(built_editions: Path, tmp_path: Path) -> Path:
    """A public tree that a test may break: of the editions, only a few pages are there."""
    folder = tmp_path / "public"
    for edition in (FIRST, SECOND):
        for name in (
            "assets",
            "en/search",
            "pages.json",
            "en/index.html",
            "en/about",
            f"en/{MOVED}",
            "en/cases/index.html",
        ):
            source, target = built_editions / edition / name, folder / edition / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    (folder / "404.html").write_text("<h1>not found</h1>", encoding="utf-8")
    (folder / "index.html").write_text("<h1>all editions</h1>", encoding="utf-8")
    list_editions(folder, SECOND, FIRST)
    return folder


@pytest.fixture
def read(context: Callable[..., BrowserContext], public: str) -> Open:
    """Open a page of the public tree."""

    def open_page(address: str, width: int = 1280, prefix: str = PREFIXES[0], **options: object) -> Page:
        page = context(width, **options).new_page()
        page.goto(f"{public}{prefix}{address}", wait_until="domcontentloaded")
        return page

    return open_page


def faults_of(page: Page, part: str) -> list[str]:
    """What axe finds in a part of a page that has it."""
    return faults(page, part) if page.locator(part).count() else []


def choose(page: Page, edition: str) -> None:
    """Choose an edition in the box and go there."""
    page.locator(".edition-box select").select_option(edition)
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator(".edition-box form button").click()


def address(page: Page) -> str:
    """The address without the server, once the page has taken its own part out of it."""
    page.wait_for_function("!location.search.includes('from=')")
    return re.sub(r"^https?://[^/]+", "", page.url)


@pytest.mark.parametrize(
    ("below", "language", "prefix"),
    [
        (below, language, PREFIXES[(turn + place) % 2])
        for place, below in enumerate(["", "about/", MOVED, CASES, "cases/technology/"])
        for turn, language in enumerate(["en", "fr"])
    ],
)
def test_the_switch_keeps_page_and_language_there_and_back(
    below: str, language: str, prefix: str, read: Open
) -> None:
    page = read(f"{FIRST}/{language}/{below}", prefix=prefix)
    for edition in (SECOND, FIRST):
        choose(page, edition)
        assert address(page) == f"{prefix}{edition}/{language}/{below}"
        assert page.locator(".edition-moved").count() == 0


def test_a_paragraph_is_the_same_words_in_another_edition(read: Open) -> None:
    page = read(f"{FIRST}/en/{MOVED}#p3")
    words = page.locator("#p3").inner_text()
    choose(page, SECOND)
    assert address(page).endswith(f"{SECOND}/en/{MOVED}#p4")
    assert page.locator("#p4").inner_text().split()[1:] == words.split()[1:]  # but for its number
    choose(page, FIRST)
    assert address(page).endswith(f"{FIRST}/en/{MOVED}#p3")


def test_a_heading_and_a_query_are_kept(read: Open) -> None:
    page = read(f"{FIRST}/en/{CASES}?region=ESA#cases")
    choose(page, SECOND)
    assert address(page).endswith(f"{SECOND}/en/{CASES}?region=ESA#cases")


@pytest.mark.parametrize(("gone", "parent"), [(MISSING, CASES), ("bench/c0099/", "")])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_missing_page_leads_to_the_nearest_above_it_which_says_so(
    language: str, gone: str, parent: str, read: Open
) -> None:
    assert gone in GONE
    page = read(f"{FIRST}/{language}/{gone}?region=ESA#p1")
    choose(page, SECOND)
    assert address(page) == f"/report/{SECOND}/{language}/{parent}"
    note = page.locator(".edition-moved")
    expect(note).to_contain_text(f"{language}/{gone}")
    expect(note).to_contain_text({"en": "nearest page", "fr": "page la plus proche"}[language])
    note.locator("a").click()
    page.wait_for_url(f"**/{FIRST}/{language}/{gone}")


def test_a_paragraph_that_is_gone_leads_to_its_page_which_says_so(read: Open) -> None:
    page = read(f"{SECOND}/en/{MOVED}#p1")  # the new one
    choose(page, FIRST)
    assert f"{FIRST}/en/{MOVED}" in address(page)
    expect(page.locator(".edition-moved")).to_contain_text(f"en/{MOVED}#p1")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("place", [".ribbon", ".edition-answer"])
def test_an_earlier_edition_says_that_there_is_a_later_one_and_leads_there(
    place: str, language: str, read: Open
) -> None:
    page = read(f"{FIRST}/{language}/{MOVED}#p3")
    answer = page.locator(place)
    expect(answer).to_contain_text(LATER[language])
    link = answer.locator("a").last
    assert link.get_attribute("href") == page.evaluate(
        f"new URL('/report/{SECOND}/{language}/{MOVED}', location).href"
    )
    link.click()
    page.wait_for_url(f"**/{SECOND}/{language}/{MOVED}*#p4")


def test_a_link_opens_in_a_new_tab_where_the_reader_asks_for_one(read: Open) -> None:
    page = read(f"{FIRST}/en/{MOVED}")
    with page.context.expect_page() as opened:
        page.locator(".edition-answer a").click(modifiers=["Control"])
    opened.value.wait_for_url(f"**/{SECOND}/en/{MOVED}")


def test_the_latest_edition_says_so_and_stays_green(read: Open) -> None:
    page = read(f"{SECOND}/fr/about/")
    expect(page.locator(".edition-answer")).to_have_text("C’est l’édition la plus récente.")
    assert page.locator(".ribbon-superseded").count() == 0


def test_the_plain_list_of_editions_keeps_the_paragraph_too(read: Open) -> None:
    page = read(f"{SECOND}/en/{MOVED}#p4")
    page.locator(".edition-others summary").click()
    page.locator(".edition-others a").click()
    page.wait_for_url(f"**/{FIRST}/en/{MOVED}#p3")


def test_without_script_the_plain_links_lead_on(read: Open) -> None:
    page = read(f"{SECOND}/en/about/", java_script_enabled=False)
    assert page.locator(".edition-box :is(select, .edition-answer)").count() == 0
    page.locator(".edition-others summary").click()
    page.locator(".edition-others a").click()
    page.wait_for_url(f"**/{FIRST}/en/about/")
    page.locator(".edition-later").click()
    expect(page.locator("h1")).to_have_text("all editions")


def test_a_page_that_is_served_as_the_latest_one_switches_too(
    tree: Path, tmp_path: Path, context: Callable[..., BrowserContext]
) -> None:
    folder = tmp_path / "public"
    folder.mkdir()
    for path in tree.iterdir():
        (folder / path.name).symlink_to(path)
    (folder / "latest").symlink_to(tree / SECOND)
    with served(folder, PREFIXES) as server:
        page = context().new_page()
        page.goto(f"{server}/mirror/x/latest/fr/{MOVED}#p4", wait_until="domcontentloaded")
        choose(page, FIRST)
        assert address(page) == f"/mirror/x/{FIRST}/fr/{MOVED}#p3"


BROKEN = {
    "missing": None,
    "empty": "",
    "no JSON": "<h1>",
    "null": "null",
    "list": "[]",
    "nothing in it": "{}",
    "editions are a number": '{"current": "2026.1", "editions": 5}',
    "editions are null": '{"current": "2026.1", "editions": [null]}',
    "no edition": '{"current": null, "editions": []}',
    "an address of others": '{"current": "2027", "editions": [{"id": "2027", "path": "https://example.org/"}]}',
    "script": '{"current": "2027", "editions": [{"id": "javascript:alert(1)", "path": "javascript:alert(1)/"}]}',
    "current is not there": '{"current": "2030", "editions": []}',
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_without_a_sound_list_the_page_is_as_it_was_built(
    text: str | None, tree_of_its_own: Path, context: Callable[..., BrowserContext]
) -> None:
    listed = tree_of_its_own / "editions.json"
    listed.unlink() if text is None else listed.write_text(text, encoding="utf-8")
    with served(tree_of_its_own, PREFIXES) as server:
        page = context().new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{server}/report/{FIRST}/en/about/", wait_until="networkidle")
        assert errors == []
        assert page.locator(".ribbon-superseded, .edition-box form").count() == 0
        assert page.locator(".edition-answer a").count() == 0
        page.locator(".edition-later").click()
        expect(page.locator("h1")).to_have_text("all editions")


@pytest.mark.parametrize(
    "text", ["", "[", "null", "[]", '{"pages": 5}', '{"pages": [], "anchors": {"2026": 1}}']
)
def test_without_a_sound_list_of_pages_the_switch_still_leads_into_the_edition(
    text: str, tree_of_its_own: Path, context: Callable[..., BrowserContext]
) -> None:
    (tree_of_its_own / SECOND / "pages.json").write_text(text, encoding="utf-8")
    with served(tree_of_its_own, PREFIXES) as server:
        page = context().new_page()
        page.goto(f"{server}/report/{FIRST}/en/about/#p1", wait_until="domcontentloaded")
        choose(page, SECOND)
        assert f"/report/{SECOND}/en/" in page.url


@pytest.mark.parametrize(
    "value",
    [
        "2026/<img src=x onerror=alert(1)>/",
        "javascript:alert(1)//",
        "//example.org/2026/",
        "../../x/",
        "2026/../../../x/",
        "%E0%A4%A",
        "2026/" + "a/" * 5000,
        "",
    ],
)
def test_an_address_that_somebody_made_up_does_no_harm(value: str, read: Open) -> None:
    page = read(f"{SECOND}/en/about/?from={value}")
    page.wait_for_function("!location.search.includes('from=')")
    for link in page.locator(".edition-moved a").all():
        assert str(link.evaluate("each => each.href")).startswith(
            f"{page.evaluate('location.origin')}/report/2026/en/"
        )
    assert page.locator(".edition-moved img").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_sixty_editions_can_be_chosen_from_and_nothing_sticks_out(
    width: int, tree_of_its_own: Path, context: Callable[..., BrowserContext]
) -> None:
    many = [SECOND, FIRST, *(str(year) for year in range(2025, 1967, -1))]
    list_editions(tree_of_its_own, *sorted(many))
    text = json.loads((tree_of_its_own / "editions.json").read_bytes()) | {"current": SECOND}
    (tree_of_its_own / "editions.json").write_text(json.dumps(text), encoding="utf-8")
    with served(tree_of_its_own, PREFIXES) as server:
        page = context(width).new_page()
        page.goto(f"{server}/report/{FIRST}/en/about/", wait_until="domcontentloaded")
        options = page.locator(".edition-box option")
        expect(options).to_have_count(60)
        assert options.first.inner_text() == SECOND  # the latest first, whatever the order of the list
        assert page.locator(".edition-box select").input_value() == FIRST
        assert page.evaluate(STICKING_OUT) == []
        choose(page, SECOND)
        assert page.url.endswith(f"/report/{SECOND}/en/about/")


def test_the_switch_is_reached_and_worked_by_keyboard(read: Open) -> None:
    page = read(f"{FIRST}/en/about/")
    select = page.get_by_role("combobox", name="Edition")
    select.focus()
    page.keyboard.press("ArrowUp")
    assert page.url.endswith(f"{FIRST}/en/about/")  # nothing happens before the button is pressed
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{SECOND}/en/about/")


@pytest.mark.parametrize(
    ("edition", "width", "scheme"),
    [(FIRST, 320, "light"), (FIRST, 1280, "dark"), (SECOND, 320, "dark"), (SECOND, 1280, "light")],
)
def test_pages_of_editions_load_cleanly_and_fit(
    edition: str, width: int, scheme: str, public: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(width, scheme).new_page()
    watch = Watch(page, f"{public}/report/")
    for below in (f"en/{MOVED}", "fr/cases/", "fr/cases/technology/", f"both/{MOVED}"):
        page.goto(f"{public}/report/{edition}/{below}", wait_until="networkidle")
        for details in page.locator(".edition-others").all():
            details.evaluate("each => { each.open = true }")
        assert page.evaluate(STICKING_OUT) == []
        if "cases/technology" not in below:
            assert [fault for part in (".banner", ".edition-box") for fault in faults_of(page, part)] == []
    assert watch.heard == []


def test_a_copy_on_a_disk_asks_nobody(tree: Path, context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url) if "editions.json" in request.url else None)
    page.goto(f"{(tree / FIRST / 'en' / 'about' / 'index.html').as_uri()}?from={FIRST}/gone/")
    expect(page.locator(".edition-moved")).to_be_visible()
    assert [each for each in heard if "search_index" not in each] == []  # which the theme asks for


def test_the_script_is_small() -> None:
    script = (ROOT / "docs" / "assets" / "edition.js").read_bytes()
    assert len(gzip.compress(script, mtime=0)) <= LONGEST
