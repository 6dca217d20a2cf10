"""Questionnaires: every question, every answer and every next step stand in the page, in its language."""

from __future__ import annotations

import pytest

from macros.assessments import readiness, self_assessment
from macros.pages import ReportPage
from study.knowledge import Knowledge
from study.labels import Words
from study.models.vocabulary import LEVELS
from tests.macros.conftest import MakeKnowledge, MakePage
from tests.macros.markup import Element, read
from tests.macros.recipes import html_of
from tests.macros.small import HOSTILE, SMALL, hostile


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def fragments(page: ReportPage) -> tuple[Element, Element]:
    """The readiness questions and the self-assessment, as the fragment gives them."""
    one, other = html_of(page, "assessment")
    return read(one), read(other)


def test_readiness_asks_each_question_with_yes_partly_and_no(language: str, page: MakePage) -> None:
    here = page(language)
    view = readiness(here, "ai")
    (question,) = view.questions
    assert (view.id, view.described, view.levels) == ("readiness-ai", False, [])
    assert view.title == here.words(
        "assessment", "readiness", technology=here.knowledge.technology["ai"].name[language]
    )
    assert (question.id, question.name, question.text) == ("goal", "", f"question {HOSTILE}")
    answers = [
        (value, here.words("assessment", key)) for value, key in (("y", "yes"), ("p", "partly"), ("n", "no"))
    ]
    assert [(option.value, option.text) for option in question.options] == answers
    assert question.options == view.tallies


def test_readiness_proposes_a_step_unless_the_answer_is_yes(language: str, page: MakePage) -> None:
    here = page(language)
    (question,) = readiness(here, "ai").questions
    (step,) = question.steps
    assert (step.values, step.label, step.text) == (
        "p n",
        here.words("assessment", "if_not"),
        f"next {HOSTILE}",
    )
    assert step.links == []


def test_questions_keep_the_order_of_the_file_on_which_links_depend(
    page: MakePage, knowing: MakeKnowledge
) -> None:
    asked = [f"{{id: {key}, text: {hostile(key)}, next: {hostile(key)}}}" for key in ("z", "a", "m")]
    here = page("en", knowing(readiness=f"- {{id: ai, questions: [{', '.join(asked)}]}}\n"))
    assert [question.id for question in readiness(here, "ai").questions] == ["z", "a", "m"]


def test_the_self_assessment_has_an_answer_and_a_step_per_level(language: str, page: MakePage) -> None:
    here = page(language)
    view = self_assessment(here)
    (question,) = view.questions
    numbers = ["1", "2", "3", "4", "5"]
    at, start = {"en": ("At", "From"), "fr": ("À", "De")}[language]
    assert (view.id, view.described, view.tallies) == ("position", True, [])
    assert question.name == f"dimension {HOSTILE}"
    assert [(option.value, option.text) for option in question.options] == [
        (number, f"{at} {level}") for number, level in zip(numbers, LEVELS, strict=True)
    ]
    assert [(step.values, step.label, step.text) for step in question.steps] == [
        (number, here.words("assessment", "from_level", level=int(number)), f"{start} {level}")
        for number, level in zip(numbers, LEVELS, strict=True)
    ]
    assert [level.value for level in view.levels] == numbers
    names = {level.level: level.name[language] for level in here.knowledge.maturity}
    assert [level.name for level in view.levels] == [names[int(number)] for number in numbers]


def test_a_step_leads_to_its_pages_and_cases_but_to_no_page_that_is_not_there(
    page: MakePage, knowing: MakeKnowledge
) -> None:
    written = SMALL["self-assessment.yaml"].replace("cases: []", "cases: [scanner, window]", 1)
    here = page("fr", knowing(self_assessment=written))
    here.title_of = {"about.md": "À propos"}.__getitem__
    first, second, *_ = self_assessment(here).questions[0].steps
    several = "Kenya, Ouganda, Pérou et Communauté d’Afrique de l’Est"
    assert [(link.text, link.href) for link in first.links] == [
        ("À propos", "../about/"),
        (here.words("case", "link", names="Kenya"), "../cases/scanner/"),
        (here.words("case", "link", names=several), "../cases/window/"),
    ]
    assert [link.href for link in second.links] == ["../about/"]


def test_without_a_script_every_step_is_shown_and_every_control_hidden(language: str, page: MakePage) -> None:
    for tree in fragments(page(language)):
        hidden = [id(each) for part in tree.each() if "hidden" in part.attributes for each in part.each()]
        controls = [*tree.all("input"), *tree.all("button")]
        assert len(controls) >= 7
        assert all(id(control) in hidden for control in controls)
        shown = [*tree.all("legend"), *tree.all("p", class_="assessment-step")]
        assert not [each for each in shown if id(each) in hidden]
        for answers in tree.all("ul"):
            described = answers.attributes["class"] == "assessment-levels"
            assert (id(answers) in hidden) is not described  # “yes, partly, no” says nothing by itself


def test_what_the_script_needs_is_in_the_fragment(language: str, page: MakePage) -> None:
    here = page(language)
    for tree, key in zip(fragments(here), ("readiness-ai-goal", "position-strategy"), strict=True):
        given = {name: value for each in tree.each() for name, value in each.attributes.items()}
        assert given["data-count"] == here.words("assessment", "count")
        assert {"{count}", "{total}"} <= set(given["data-count"].split())
        assert given["data-done"] == here.words("assessment", "copied")
        assert [each.attributes["data-do"] for each in tree.all("button")] == ["copy", "print", "clear"]
        radios = tree.all("input", type="radio", autocomplete="off")  # a browser would restore old answers
        assert {each.attributes["name"] for each in radios} == {key}
        assert tree.one("input", type="text").attributes["aria-label"] == here.words("assessment", "address")


def test_the_words_of_questions_come_out_as_text(language: str, page: MakePage) -> None:
    first, second = fragments(page(language))
    assert f"question {HOSTILE}" in first.words
    assert f"next {HOSTILE}" in first.words
    assert f"dimension {HOSTILE}" in second.words


def test_the_real_questionnaires_fit_into_an_address(language: str, knowledge: Knowledge) -> None:
    page = ReportPage(knowledge, Words(language, knowledge.labels), lambda target: target)
    views = [self_assessment(page), *(readiness(page, key) for key in knowledge.checklist)]
    for view in views:
        assert 1 < len(view.questions) <= 20, view.id
        assert len({question.id for question in view.questions}) == len(view.questions)
        for question in view.questions:
            values = [option.value for option in question.options]
            assert len(set(values)) == len(values)
            assert all(len(value) == 1 and value.isalnum() for value in values)
            assert {value for step in question.steps for value in step.values.split()} <= set(values)
    assert [len(view.levels) for view in views[:2]] == [5, 0]
