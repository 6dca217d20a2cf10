"""A paragraph's number is its address, and opens how the paragraph is cited, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from study.knowledge import Knowledge
from study.labels import Words
from tests.browser.addresses import LANGUAGES, OTHER
from tests.browser.conftest import Open
from tests.browser.measuring import IN_SIGHT, STICKING_OUT
from tests.browser.serving import PREFIXES

pytestmark = pytest.mark.browser
CHAPTER = "technologies/ai/"
WIDTHS = (360, 1280)
NUMBER = "12"
BESIDE_TEXT = """link => {
  const range = document.createRange(), box = link.getBoundingClientRect()
  range.setStartAfter(link)
  range.setEndAfter(link.parentElement.lastChild)
  return [...range.getClientRects()].every(text => text.right <= box.left + 1 || text.left >= box.right - 1
    || text.bottom <= box.top + 1 || text.top >= box.bottom - 1)
}"""


def number(page: Page, which: str = NUMBER) -> Locator:
    return page.locator(f".paragraph-number[href='#p{which}']")


def open_by_mouse(page: Page) -> None:
    number(page).click()


def open_by_keyboard(page: Page) -> None:
    number(page).focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("activate", [open_by_mouse, open_by_keyboard])
def test_a_number_is_a_permalink_by_mouse_and_keyboard(
    activate: Callable[[Page], None], prefix: str, server: str, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.goto(f"{server}{prefix}en/{CHAPTER}", wait_until="domcontentloaded")
    activate(page)
    assert page.url == f"{server}{prefix}en/{CHAPTER}#p{NUMBER}"
    assert page.locator(":target").get_attribute("id") == f"p{NUMBER}"
    page.keyboard.press("Escape")
    page.reload()
    assert page.locator(f"#p{NUMBER}").evaluate(IN_SIGHT)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_opens_the_reference_in_both_languages(
    language: str, width: int, visit: Open, knowledge: Knowledge
) -> None:
    page = visit(f"{language}/{CHAPTER}", width)
    note = page.locator("#paragraph-note")
    expect(note).to_be_hidden()
    number(page).click()
    expect(note).to_be_visible()
    expect(note).to_be_focused()
    assert note.evaluate(IN_SIGHT)
    assert page.evaluate(STICKING_OUT) == []
    words = Words(language, knowledge.labels)
    assert (
        page.get_by_role("dialog", name=words("paragraph", "label", number=NUMBER), exact=True).count() == 1
    )
    references = note.locator(".paragraph-reference")
    assert [each.get_attribute("lang") for each in references.all()] == [language, OTHER[language]]
    for each in references.all():
        own = Words(each.get_attribute("lang") or "", knowledge.labels)
        said = " ".join((each.text_content() or "").split())
        statement = own("cite_case", "edition", edition="2026", status=own("cite_case", "draft"))
        title = knowledge.technology["ai"].name[own.language]
        assert knowledge.publication.title[own.language] in said
        for part in (statement, title, f"§ {NUMBER}", f"/2026/{own.language}/{CHAPTER}#p{NUMBER}"):
            assert " ".join(part.split()) in said


@pytest.mark.parametrize("width", WIDTHS)
def test_the_keyboard_reaches_the_buttons_and_escape_returns_to_the_number(width: int, visit: Open) -> None:
    page = visit(f"en/{CHAPTER}", width)
    open_by_keyboard(page)
    note = page.locator("#paragraph-note")
    page.keyboard.press("Tab")
    expect(note.locator("button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(number(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()


def test_another_number_fills_the_same_note(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    for which in (NUMBER, "13"):
        number(page, which).focus()
        page.keyboard.press("Enter")
        expect(page.locator("#paragraph-note-title")).to_have_text(f"Paragraph {which}")
        expect(page.locator("#paragraph-note .paragraph-reference").first).to_contain_text(f"#p{which}")
    assert page.locator("#paragraph-note .paragraph-references").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_reference_is_copied_and_said_to_be(language: str, visit: Open, knowledge: Knowledge) -> None:
    page = visit(f"{language}/{CHAPTER}", permissions=["clipboard-read", "clipboard-write"])
    number(page).click()
    status = page.locator("#paragraph-note [role=status]")
    expect(status).to_have_text("")
    words = Words(language, knowledge.labels)
    for each in (language, OTHER[language]):
        name = words("paragraph", "copy", language=words.language_name(each))
        page.get_by_role("button", name=name, exact=True).click()
        expect(status).to_have_text(words("paragraph", "copied"))
        shown = page.locator(f"#paragraph-note .paragraph-reference[lang={each}]").text_content()
        assert page.evaluate("navigator.clipboard.readText()") == shown


def test_a_reference_is_copied_where_the_browser_has_no_clipboard_for_pages(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    number(page).click()
    page.locator("#paragraph-note button").first.click()
    expect(page.locator("#paragraph-note [role=status]")).to_have_text("Copied.")
    assert page.evaluate("getSelection().toString()").endswith(f"#p{NUMBER}")


def test_a_click_that_asks_for_a_new_tab_opens_one(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    with page.context.expect_page() as opened:
        number(page).click(modifiers=["Control"])
    opened.value.wait_for_url(f"**/en/{CHAPTER}#p{NUMBER}", wait_until="commit")  # a new tab begins empty
    expect(page.locator("#paragraph-note")).to_be_hidden()


@pytest.mark.parametrize("width", (320, *WIDTHS))
@pytest.mark.parametrize("chapter", [CHAPTER, "survey-2024/", "recommendations/", ""])
def test_numbers_stand_in_sight_beside_their_text_and_large_enough(
    chapter: str, width: int, visit: Open
) -> None:
    page = visit(f"fr/{chapter}", width)
    links = page.locator(".paragraph-number")
    assert links.count() > 10
    edges = set()
    for link in links.all():
        box = link.bounding_box()
        assert box
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert min(box["width"], box["height"]) >= 24
        assert link.evaluate(BESIDE_TEXT), link.get_attribute("href")
        edges.add(round(box["x"] + box["width"]))
    if width >= 1220:
        assert len(edges) == 1


def test_numbers_are_not_selected_with_the_text(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    page.evaluate(f"getSelection().selectAllChildren(document.getElementById('p{NUMBER}'))")
    selected = page.evaluate("getSelection().toString()")
    assert selected
    assert not selected.startswith(NUMBER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_a_number_is_a_link_and_the_foot_says_how_to_cite(language: str, visit: Open) -> None:
    page = visit(f"{language}/{CHAPTER}", java_script_enabled=False)
    number(page).click()
    assert page.url.endswith(f"#p{NUMBER}")
    expect(page.locator("#paragraph-note")).to_be_hidden()
    foot = page.locator(".cite-paragraph")
    foot.locator("summary").click()
    for each in LANGUAGES:
        reference = foot.locator(f".paragraph-reference[lang={each}]")
        expect(reference).to_be_visible()
        assert (reference.text_content() or "").endswith(f"/2026/{each}/{CHAPTER}#pN")
    expect(foot.locator("button:visible")).to_have_count(0)


def test_numbers_are_printed(visit: Open) -> None:
    page = visit(f"en/{CHAPTER}")
    page.emulate_media(media="print")
    expect(number(page)).to_be_visible()
    expect(page.locator(".cite-paragraph")).to_be_hidden()
    assert number(page).evaluate("link => link.getBoundingClientRect().left >= 0")
