"""Questionnaires as one view: readiness for a technology, and the self-positioning on five levels.

The page holds every question and every possible next step; `docs/assets/assessment.js` only lets
them be answered, on the page itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.cases import case_address
from macros.pages import ReportPage
from study.models.assessment import Dimension, Question, Step
from study.selection import administrations_of


@dataclass(frozen=True)
class Option:
    """An answer: `value` stands in the address, `text` on the page."""

    value: str
    text: str


@dataclass(frozen=True)
class Link:
    """A page or case that helps."""

    text: str
    href: str


@dataclass(frozen=True)
class StepView:
    """What to do next, shown for the answers in `values`."""

    values: str
    label: str
    text: str
    links: Sequence[Link]


@dataclass(frozen=True)
class QuestionView:
    """A question with its answers and its next steps."""

    id: str
    name: str
    text: str
    options: Sequence[Option]
    steps: Sequence[StepView]


@dataclass(frozen=True)
class LevelView:
    """The level that all answers together amount to."""

    value: str
    name: str
    summary: str


@dataclass(frozen=True)
class AssessmentView:
    """A questionnaire; `described` where each answer is a sentence of its own."""

    id: str
    title: str
    described: bool
    questions: Sequence[QuestionView]
    tallies: Sequence[Option]
    levels: Sequence[LevelView]


ANSWERS = (("y", "yes"), ("p", "partly"), ("n", "no"))


def readiness(page: ReportPage, technology: str) -> AssessmentView:
    """Return the readiness questions of a technology, answered by yes, partly or no."""
    words = page.words
    options = [Option(value, words("assessment", key)) for value, key in ANSWERS]
    name = page.knowledge.technology[technology].name[page.language]

    def view(question: Question) -> QuestionView:
        step = StepView("p n", words("assessment", "if_not"), question.next[page.language], [])
        return QuestionView(question.id, "", question.text[page.language], options, [step])

    return AssessmentView(
        id=f"readiness-{technology}",
        title=words("assessment", "readiness", technology=name),
        described=False,
        questions=[view(question) for question in page.knowledge.checklist[technology].questions],
        tallies=options,
        levels=[],
    )


def self_assessment(page: ReportPage) -> AssessmentView:
    """Return the questionnaire on the five maturity levels, one question per dimension."""
    levels = {level.id: level for level in page.knowledge.maturity}

    def step_view(step: Step) -> StepView:
        number = levels[step.level].level
        label = page.words("assessment", "from_level", level=number)
        return StepView(str(number), label, step.text[page.language], _links(page, step))

    def view(dimension: Dimension) -> QuestionView:
        options = [
            Option(str(levels[answer.level].level), answer.text[page.language])
            for answer in dimension.answers
        ]
        steps = [step_view(step) for step in dimension.steps]
        name, question = dimension.name[page.language], dimension.question[page.language]
        return QuestionView(dimension.id, name, question, options, steps)

    return AssessmentView(
        id="position",
        title=page.words("assessment", "position"),
        described=True,
        questions=[view(dimension) for dimension in page.knowledge.dimensions],
        tallies=[],
        levels=[
            LevelView(str(level.level), level.name[page.language], level.summary[page.language])
            for level in page.knowledge.maturity
        ],
    )


def _links(page: ReportPage, step: Step) -> list[Link]:
    links = []
    for target in step.pages:
        address = page.link(target)
        if address is not None:
            links.append(Link(page.title_of(target), address))
    for key in step.cases:
        names = administrations_of(page.knowledge.case[key], page.knowledge, page.language)
        text = page.words("case", "link", names=page.words.listing(names))
        links.append(Link(text, case_address(page, key)))
    return links
