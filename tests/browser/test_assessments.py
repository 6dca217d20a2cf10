"""Questionnaires: plain text without a script; with it, answers that live in the address and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from study.knowledge import Knowledge
from tests.browser.addresses import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.measuring import FAINT_TEXTS, IN_SIGHT, STICKING_OUT
from tests.browser.serving import PREFIXES
from tests.browser.watching import Watch
from tests.test_palette import TEXT, contrast

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PLACES = {"position": "{}/self-assessment/", "readiness-iot": "{}/technologies/iot/"}
ANSWERS = {"position": "23541", "readiness-iot": "ypnypnypnypn"}
NO_CLIPBOARD = "delete Navigator.prototype.clipboard"  # as on a site without https
everywhere = pytest.mark.parametrize("language", LANGUAGES)
each_kind = pytest.mark.parametrize("kind", PLACES)


def questionnaire(page: Page) -> Locator:
    return page.locator("section.assessment")


def given(page: Page) -> str:
    """The answers that are given, a letter per question."""
    return questionnaire(page).evaluate(
        "section => [...section.querySelectorAll('[data-question]')]"
        ".map(question => question.querySelector('input:checked')?.value ?? '-').join('')"
    )


def answer(page: Page, answers: str) -> None:
    """Give answers by mouse, on their words; `-` leaves a question out."""
    for question, value in zip(page.locator("[data-question]").all(), answers, strict=False):
        if value != "-":
            question.locator("label", has=page.locator(f"input[value='{value}']")).locator(
                "span"
            ).last.click()


def steps(page: Page) -> list[str]:
    """The answers for which a next step is in view, question by question."""
    return page.locator("[data-question]").evaluate_all(
        "questions => questions.map(question => [...question.querySelectorAll('.assessment-step')]"
        ".filter(step => step.checkVisibility()).map(step => step.dataset.for).join(' '))"
    )


def words(knowledge: Knowledge, language: str, key: str, **values: object) -> str:
    return knowledge.labels["assessment"][key][language].format(**values)


@everywhere
@each_kind
def test_without_a_script_it_is_text_with_every_answer_and_step(
    kind: str, language: str, visit: Open, knowledge: Knowledge
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


@everywhere
@each_kind
def test_each_link_of_a_step_leads_to_a_page_and_place_of_the_language(
    kind: str, language: str, visit: Open, site: Path
) -> None:
    page = visit(PLACES[kind].format(language), java_script_enabled=False)
    links = page.locator(".assessment-step a").evaluate_all("links => links.map(link => link.href)")
    assert bool(links) is (kind == "position")
    for href in set(links):
        address, place = urldefrag(href)
        below = urlsplit(address).path.removeprefix(PREFIXES[0])
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
    expect(status).to_contain_text(words(knowledge, language, "count", count=0, total=total))
    assert steps(page) == [""] * total
    answer(page, answers[:-1])
    expect(status).to_contain_text(words(knowledge, language, "count", count=total - 1, total=total))
    expect(level).to_have_count(0)
    answer(page, "-" * (total - 1) + answers[-1])
    expect(status).to_contain_text(words(knowledge, language, "count", count=total, total=total))
    if kind == "position":
        assert steps(page) == list(answers)
        lowest = next(each for each in knowledge.maturity if str(each.level) == min(answers))
        expect(level).to_have_count(1)
        expect(status).to_contain_text(f"{lowest.level}. {lowest.name[language]}.")
        answer(page, "----2")
        expect(level).to_contain_text("2. ")
    else:
        assert steps(page) == ["" if each == "y" else "p n" for each in answers]
        tallies = page.locator("[data-tally]").all_inner_texts()
        assert tallies == [str(answers.count(value)) for value in "ypn"]
    assert page.url.endswith(f"#{kind}={given(page)}")


@everywhere
def test_the_keyboard_alone_answers_copies_and_clears(
    language: str, visit: Open, knowledge: Knowledge
) -> None:
    page = visit(PLACES["position"].format(language) + "#questions")
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
    expect(page.get_by_role("status").first).to_contain_text(
        words(knowledge, language, "count", count=5, total=5)
    )
    tab_to("[data-do=copy]")
    tab_to("[data-do=clear]")
    page.keyboard.press("Enter")
    assert given(page) == "-----"
    expect(focused).to_have_attribute("data-do", "clear")


@each_kind
def test_the_address_restores_the_answers_in_a_new_tab_and_in_the_other_language(
    kind: str, visit: Open, base: str
) -> None:
    page = visit(PLACES[kind].format("en"))
    some = "-" + ANSWERS[kind][1:]
    answer(page, some)
    page.reload()
    assert given(page) == some
    expected = steps(page)
    other = page.context.new_page()
    for address in (page.url, f"{base}{PLACES[kind].format('fr')}#{kind}={some}"):
        other.goto(address)
        assert (given(other), steps(other)) == (some, expected)
        assert other.locator("legend").first.evaluate(IN_SIGHT)
        expect(other.locator(".assessment-wrong")).to_be_hidden()


UNFITTING = (
    "{}=9<script>alert(1)</script>", "{}=12", "{}=%E0%A4%A", "{}=" + "1" * 100_000, "{}=", "{}=234%351",
    "{}=2354\N{ARABIC-INDIC DIGIT ONE}", "{}=23541=", "{}=ypnypnypnypx", "readiness-ai=yyyy", "__proto__=1",
)  # fmt: skip
OTHERS = ("%E0%A4%A", "questions", '"]<img src=x onerror=alert(1)>', "", "{}", ":~:text=a=b", "x" * 100_000)


@each_kind
def test_an_address_that_does_not_fit_restores_nothing_and_breaks_nothing(
    kind: str, base: str, context: Callable[..., BrowserContext]
) -> None:
    page = context().new_page()
    watch = Watch(page, base)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    here = base + PLACES[kind].format("en")
    notice, nothing = page.locator(".assessment-wrong"), "-" * len(ANSWERS[kind])
    for fragment in (*UNFITTING, *OTHERS):
        page.goto("about:blank")
        page.goto(f"{here}#{fragment.format(kind)}", wait_until="domcontentloaded")
        assert (given(page), notice.is_visible()) == (nothing, fragment in UNFITTING), fragment[:50]
    page.goto(f"{here}#{kind}={ANSWERS[kind]}")
    for fragment in UNFITTING:  # now without loading the page anew
        page.evaluate("fragment => { location.hash = fragment }", fragment.format(kind))
        expect(notice).to_be_visible()
        assert notice.evaluate(IN_SIGHT)
        assert given(page) == nothing
        answer(page, ANSWERS[kind][:1])
        expect(notice).to_be_hidden()
    page.wait_for_load_state("networkidle")
    assert (watch.heard, dialogs) == ([], [])


@everywhere
def test_a_link_is_copied_even_after_the_address_was_left(
    language: str, visit: Open, knowledge: Knowledge
) -> None:
    page = visit(PLACES["position"].format(language), permissions=["clipboard-read", "clipboard-write"])
    answer(page, "23541")
    address = page.url
    page.evaluate("location.hash = 'questions'")
    page.locator("[data-do=copy]").click()
    expect(page.get_by_role("status").last).to_have_text(words(knowledge, language, "copied"))
    assert page.evaluate("navigator.clipboard.readText()") == page.url == address
    expect(page.locator(".assessment-link")).to_be_hidden()
    answer(page, "1")
    expect(page.get_by_role("status").last).to_be_empty()  # what was copied is no longer what stands here


def test_without_a_clipboard_the_address_stands_selected(visit: Open) -> None:
    page = visit(PLACES["position"].format("fr"))
    page.add_init_script(NO_CLIPBOARD)
    page.reload()
    answer(page, "23")
    page.locator("[data-do=copy]").click()
    box = page.locator(".assessment-link")
    expect(box).to_be_focused()
    expect(box).to_have_value(page.url)
    assert box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)") == page.url
    assert page.url.endswith("#position=23---")
    page.locator("[data-do=clear]").click()
    expect(box).to_be_hidden()


@each_kind
def test_nothing_is_sent_or_stored_and_clearing_leaves_nothing(
    kind: str, base: str, context: Callable[..., BrowserContext]
) -> None:
    made = context()
    page = made.new_page()
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1 }")
    page.goto(base + PLACES[kind].format("en"), wait_until="networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer(page, ANSWERS[kind])
    page.locator("[data-do=copy]").click()
    page.locator("[data-do=print]").click()
    assert page.evaluate("window.printed") == 1
    page.locator("[data-do=clear]").click()
    assert (given(page), set(steps(page))) == ("-" * len(ANSWERS[kind]), {""})
    expect(page.locator("[data-level]:visible")).to_have_count(0)
    expect(page.get_by_role("status").first).to_contain_text(re.compile(rf"^\s*0 of {len(ANSWERS[kind])} "))
    assert page.url.endswith(f"#{kind}")
    page.reload(wait_until="networkidle")
    assert given(page) == "-" * len(ANSWERS[kind])
    assert [each for each in asked if not each.startswith(base)] == []
    assert [each for each in asked if ANSWERS[kind] in each] == []
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [key for key in stored if not key.endswith(".__palette")] == []
    assert made.cookies() == []


@each_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_can_be_touched_and_read_and_prints(kind: str, scheme: str, visit: Open) -> None:
    page = visit(PLACES[kind].format("fr"), 360, scheme)
    page.add_init_script(NO_CLIPBOARD)
    page.goto(f"{page.url}#{kind}={ANSWERS[kind]}")
    page.reload()
    page.locator("[data-do=copy]").click()
    assert page.evaluate(STICKING_OUT) == []
    targets = questionnaire(page).locator("label:visible, button:visible, .assessment-link:visible")
    boxes = [target.bounding_box() for target in targets.all()]
    assert len(boxes) > 25
    assert [box for box in boxes if box is None or box["height"] < 24 or box["width"] < 24] == []
    shown = questionnaire(page).evaluate(FAINT_TEXTS)
    assert len({tuple(pair) for pair in shown}) >= 4
    assert [pair for pair in shown if contrast(*pair) < TEXT] == []
    page.emulate_media(media="print")
    section = questionnaire(page)
    expect(section.locator("button:visible, .assessment-link:visible")).to_have_count(0)
    expect(section.locator("input:checked:visible")).to_have_count(len(ANSWERS[kind]))
    expect(section.get_by_role("status").first).to_be_visible()
    assert sum(map(bool, steps(page))) == len(ANSWERS[kind].replace("y", ""))
