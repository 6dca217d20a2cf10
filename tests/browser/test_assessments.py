"""Questionnaires: plain text without a script; with it, answers that live in the address and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from study.knowledge import Knowledge
from tests.browser.addresses import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.measuring import COLOURS_OF_TEXTS, IN_SIGHT, STICKING_OUT
from tests.browser.questionnaires import (
    ANSWERS,
    NO_CLIPBOARD,
    PLACES,
    address,
    answer,
    given,
    go_to,
    outcome,
    questionnaire,
    steps,
    words,
)
from tests.browser.serving import PREFIXES
from tests.browser.watching import Watch
from tests.test_palette import TEXT, contrast

pytestmark = pytest.mark.browser
everywhere = pytest.mark.parametrize("language", LANGUAGES)
each_kind = pytest.mark.parametrize("kind", PLACES)


@everywhere
@each_kind
def test_without_a_script_it_is_text_with_every_answer_step_and_link(
    kind: str, language: str, visit: Open, site: Path, knowledge: Knowledge
) -> None:
    page = visit(PLACES[kind].format(language), java_script_enabled=False)
    section = questionnaire(page)
    expect(section.locator("input:visible, button:visible, [role=status]:visible")).to_have_count(0)
    expect(section.locator("legend:visible")).to_have_count(len(ANSWERS[kind]))
    shown = " ".join(section.inner_text().split())
    if kind == "position":
        texts = [each.text for of in knowledge.dimensions for each in (*of.answers, *of.steps)]
    else:
        texts = [text for of in knowledge.checklist["iot"].questions for text in (of.text, of.next)]
    assert [text for text in texts if " ".join(text[language].split()) not in shown] == []
    links = section.locator("a:visible").evaluate_all("links => links.map(link => link.href)")
    assert bool(links) is (kind == "position")
    for href in set(links):
        target, place = urldefrag(href)
        below = urlsplit(target).path.removeprefix(PREFIXES[0])
        assert below.startswith(f"{language}/")
        html = (site / below / "index.html").read_text(encoding="utf-8")
        assert not place or f'id="{place}"' in html, href


@everywhere
@each_kind
def test_answers_by_mouse_are_counted_and_bring_their_steps_and_result(
    kind: str, language: str, visit: Open, knowledge: Knowledge
) -> None:
    page = visit(PLACES[kind].format(language))
    answers, total = ANSWERS[kind], len(ANSWERS[kind])
    status, level = page.get_by_role("status").first, page.locator("[data-level]:visible")

    def count(number: int) -> str:
        return words(knowledge, language, "count", count=number, total=total)

    expect(status).to_contain_text(count(0))
    assert steps(page) == [""] * total
    answer(page, answers[:2])
    expect(status).to_contain_text(count(2))
    expect(level).to_have_count(0)
    answer(page, "--" + answers[2:])
    expect(status).to_contain_text(count(total - answers.count("-")))
    if kind == "position":
        assert steps(page) == list(answers)
        lowest = next(each for each in knowledge.maturity if str(each.level) == min(answers))
        expect(level).to_have_count(1)
        expect(status).to_contain_text(f"{lowest.level}. {lowest.name[language]}.")
        answer(page, "----2")
        expect(level).to_contain_text("2. ")
    else:
        assert steps(page) == ["p n" if each in "pn" else "" for each in answers]
        assert page.locator("[data-tally]").all_inner_texts() == ["1", "1", "1"]
    assert address(page).endswith(f"#{kind}={given(page)}")


def test_the_keyboard_alone_answers_copies_and_clears(visit: Open, knowledge: Knowledge) -> None:
    page = visit(PLACES["position"].format("fr") + "#questions")
    focused = page.locator(":focus")

    def tab_to(wanted: str) -> None:
        for _ in range(12):
            page.keyboard.press("Tab")
            if focused.evaluate("(element, wanted) => element.matches(wanted)", wanted):
                break
        assert focused.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
        assert focused.evaluate(IN_SIGHT)

    for number, presses in enumerate((0, 1, 4, 2, 3)):
        tab_to(f"[data-question]:nth-child({number + 1}) input")
        page.keyboard.press("Space")
        for _ in range(presses):
            page.keyboard.press("ArrowDown")
    assert given(page) == "12534"
    said = words(knowledge, "fr", "count", count=5, total=5)
    expect(page.get_by_role("status").first).to_contain_text(said)
    tab_to("[data-do=copy]")
    tab_to("[data-do=clear]")
    page.keyboard.press("Enter")
    assert given(page) == "-----"
    expect(focused).to_have_attribute("data-do", "clear")


@each_kind
def test_the_address_restores_the_answers_in_a_new_tab_and_in_the_other_language(
    kind: str, visit: Open
) -> None:
    page = visit(PLACES[kind].format("en"))
    some = "-" + ANSWERS[kind][1:3] + "-" * (len(ANSWERS[kind]) - 3)
    answer(page, some)
    page.reload(wait_until="domcontentloaded")
    assert given(page) == some
    expected = steps(page)
    other = page.context.new_page()
    other.goto(address(page).replace("/en/", "/fr/"), wait_until="domcontentloaded")
    assert (given(other), steps(other)) == (some, expected)
    assert other.locator("legend").first.evaluate(IN_SIGHT)
    expect(other.locator(".assessment-wrong")).to_be_hidden()


UNFITTING = (
    "{}=9<script>alert(1)</script>", "{}=%E0%A4%A", "{}=" + "1" * 20_000, "{}=12", "{}=", "{}=234%351",
    "{}=2354\N{ARABIC-INDIC DIGIT ONE}", "{}=23541=", "{}=ypnypnypnypx", "readiness-ai=yyyy", "__proto__=1",
)  # fmt: skip
OTHERS = ("%E0%A4%A", '"]<img src=x onerror=alert(1)>', "questions", "", ":~:text=a=b", "x" * 20_000)


@each_kind
def test_an_address_that_does_not_fit_restores_nothing_and_breaks_nothing(
    kind: str, base: str, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    watch = Watch(page, base)
    page.on("dialog", lambda dialog: (watch.heard.append(dialog.message), dialog.dismiss()))
    answers, nothing = ANSWERS[kind], "-" * len(ANSWERS[kind])
    for fragment in (*UNFITTING[:3], *OTHERS[:2]) if kind == "position" else ("",):
        page.goto("about:blank")
        page.goto(f"{base}{PLACES[kind].format('en')}#{fragment.format(kind)}", wait_until="domcontentloaded")
        assert outcome(page) == (nothing, fragment in UNFITTING), fragment[:50]
    for fragment in (*UNFITTING, *OTHERS):  # now without loading the page anew
        go_to(page, f"{kind}={answers}")
        assert outcome(page) == (answers, False)
        go_to(page, fragment.format(kind))
        expected = (nothing, True) if fragment in UNFITTING else (answers, False)
        assert outcome(page) == expected, fragment[:50]
    go_to(page, f"{kind}=")
    assert page.locator(".assessment-wrong").evaluate(IN_SIGHT)
    answer(page, answers[:1])
    assert outcome(page) == (answers[:1] + nothing[1:], False)
    assert watch.heard == []


@everywhere
def test_a_link_is_copied_even_after_the_address_was_left(
    language: str, visit: Open, knowledge: Knowledge
) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    page = visit(PLACES["position"].format(language) + "#position=23541", permissions=allowed)
    before, copied = address(page), page.get_by_role("status").last
    go_to(page, "questions")
    page.locator("[data-do=copy]").click()
    expect(copied).to_have_text(words(knowledge, language, "copied"))
    assert page.evaluate("navigator.clipboard.readText()") == address(page) == before
    expect(page.locator(".assessment-link")).to_be_hidden()
    answer(page, "1")
    expect(copied).to_be_empty()  # what was copied is no longer what stands here


def test_without_a_clipboard_the_address_stands_selected(
    base: str, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{base}{PLACES['position'].format('fr')}#position=23---", wait_until="domcontentloaded")
    page.locator("[data-do=copy]").click()
    box = page.locator(".assessment-link")
    expect(box).to_be_focused()
    assert box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == address(page)
    assert address(page).endswith("#position=23---")
    page.locator("[data-do=clear]").click()
    expect(box).to_be_hidden()


def test_nothing_is_sent_or_stored_and_clearing_leaves_nothing(
    base: str, context: Callable[..., BrowserContext]
) -> None:
    made = context()
    page = made.new_page()
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1 }")
    page.goto(base + PLACES["position"].format("en"), wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer(page, ANSWERS["position"])
    page.locator("[data-do=copy]").click()
    page.locator("[data-do=print]").click()
    assert page.evaluate("window.printed") == 1
    page.locator("[data-do=clear]").click()
    assert (given(page), set(steps(page))) == ("-----", {""})
    expect(page.locator("[data-level]:visible")).to_have_count(0)
    expect(page.get_by_role("status").first).to_have_text(re.compile("0 of 5 "))
    assert address(page).endswith("#position")
    assert [each for each in asked if not each.endswith("/favicon.svg")] == []  # Chromium asks for it anew
    page.reload(wait_until="domcontentloaded")
    assert given(page) == "-----"
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [key for key in stored if key != "report-colours"] == []
    assert made.cookies() == []


@each_kind
def test_it_fits_a_phone_can_be_touched_and_read_and_prints(
    kind: str, base: str, context: Callable[..., BrowserContext]
) -> None:
    page = context(360).new_page()
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{base}{PLACES[kind].format('fr')}#{kind}={ANSWERS[kind]}", wait_until="domcontentloaded")
    page.locator("[data-do=copy]").click()
    section = questionnaire(page)
    assert page.evaluate(STICKING_OUT) == []
    targets = section.locator("label:visible, button:visible, .assessment-link:visible")
    boxes = targets.evaluate_all("targets => targets.map(target => target.getBoundingClientRect().toJSON())")
    assert len(boxes) > 25
    assert [box for box in boxes if box["height"] < 24 or box["width"] < 24] == []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        shown = {tuple(pair) for pair in section.evaluate(COLOURS_OF_TEXTS)}
        assert len(shown) >= 4
        assert [pair for pair in shown if contrast(*pair) < TEXT] == []
    page.emulate_media(media="print")
    expect(section.locator("button:visible, .assessment-link:visible")).to_have_count(0)
    expect(section.locator("input:checked:visible")).to_have_count(len(ANSWERS[kind].replace("-", "")))
    expect(section.get_by_role("status").first).to_be_visible()
    assert sum(map(bool, steps(page))) == len(ANSWERS[kind].strip("-").replace("y", ""))
