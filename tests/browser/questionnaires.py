"""A questionnaire as a reader meets it: what is given, what is shown, what stands after `#`."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from study.knowledge import Knowledge

PLACES = {"position": "{}/self-assessment/", "readiness-iot": "{}/technologies/iot/"}
ANSWERS = {"position": "23541", "readiness-iot": "ypn---------"}
NO_CLIPBOARD = "delete Navigator.prototype.clipboard"  # as on a site without https

GIVEN = """[...document.querySelectorAll('[data-question]')]
  .map(question => question.querySelector('input:checked')?.value ?? '-').join('')"""
NOTICE = "document.querySelector('.assessment-wrong').checkVisibility()"
STEPS = """[...document.querySelectorAll('[data-question]')]
  .map(question => [...question.querySelectorAll('.assessment-step')]
    .filter(step => step.checkVisibility()).map(step => step.dataset.for).join(' '))"""
GO_TO = """fragment => new Promise(resolve => {
  if (location.hash === `#${fragment}`) return resolve()
  addEventListener('hashchange', resolve, {once: true})
  location.hash = fragment
})"""


def questionnaire(page: Page) -> Locator:
    return page.locator("section.assessment")


def given(page: Page) -> str:
    """The answers that are given, a letter per question."""
    return page.evaluate(GIVEN)


def steps(page: Page) -> list[str]:
    """The answers for which a next step is in view, question by question."""
    return page.evaluate(STEPS)


def address(page: Page) -> str:
    """Where the page stands now."""
    return page.evaluate("location.href")


def outcome(page: Page) -> tuple[str, bool]:
    """The answers that are given, and whether the notice is in view that an address did not fit."""
    answers, notice = page.evaluate(f"[{GIVEN}, {NOTICE}]")
    return answers, notice


def answer(page: Page, answers: str) -> None:
    """Give answers by mouse, on their words; `-` leaves a question out."""
    for place, value in enumerate(answers):
        if value != "-":
            question = page.locator("[data-question]").nth(place)
            question.locator(f"label:has(input[value='{value}']) span").last.click()


def go_to(page: Page, fragment: str) -> None:
    """Change what stands after `#`, and let the page hear of it."""
    page.evaluate(GO_TO, fragment)


def words(knowledge: Knowledge, language: str, key: str, **values: object) -> str:
    return knowledge.labels["assessment"][key][language].format(**values)
