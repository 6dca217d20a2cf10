"""Questionnaires as they are written: all levels in order, pages that could be pages, cases that exist."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from study.knowledge import Knowledge
from study.models.assessment import Checklist, Dimension, PagePath
from study.models.vocabulary import LEVELS
from tests.study.conftest import Problems

BOTH = {"en": "word", "fr": "mot"}
ENTRIES = [{"level": level, "text": BOTH} for level in LEVELS]
DIMENSION = {"id": "a", "name": BOTH, "question": BOTH, "answers": ENTRIES, "steps": ENTRIES}
NAME = "data/self-assessment.yaml"
IN_ORDER = "initial, experimental, operational, advanced, transformational, in this order"
Said = Callable[..., list[str]]


@pytest.fixture
def said(small: Path, problems: Problems) -> Said:
    """Write one dimension, `first` being the end of its first step; what is said of it."""

    def write(
        first: str = "", answers: tuple[str, ...] = LEVELS, name: str = "{en: word, fr: mot}"
    ) -> list[str]:
        lines = [
            "- id: data",
            f"  name: {name}",
            "  question: {en: word, fr: mot}",
            "  answers:",
            *(f"    - {{level: {level}, text: {{en: word, fr: mot}}}}" for level in answers),
            "  steps:",
            *(
                f"    - {{level: {level}, text: {{en: word, fr: mot}}{'' if number else first}}}"
                for number, level in enumerate(LEVELS)
            ),
        ]
        (small / NAME).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return problems()

    return write


def test_a_dimension_with_all_levels_is_right(said: Said) -> None:
    assert Dimension.model_validate(DIMENSION).steps[4].level == "transformational"
    assert said() == []
    assert said(", pages: [skills.md, technologies/ai.md], cases: [no-gate]") == []


@pytest.mark.parametrize("field", ["answers", "steps"])
@pytest.mark.parametrize(
    "entries",
    [[], ENTRIES[:4], ENTRIES[1:], ENTRIES[::-1], [*ENTRIES, ENTRIES[4]], [ENTRIES[1], *ENTRIES[1:]]],
)
def test_a_level_that_is_missing_twice_there_or_misplaced_is_refused(
    field: str, entries: list[object]
) -> None:
    with pytest.raises(ValidationError, match=f"needs `{field}` for {IN_ORDER}"):
        Dimension.model_validate({**DIMENSION, field: entries})


def test_levels_out_of_order_are_said_where_the_dimension_begins(said: Said) -> None:
    assert said(answers=LEVELS[::-1]) == [f"{NAME}:1:3: data: needs `answers` for {IN_ORDER}"]


@pytest.mark.parametrize(
    ("first", "problem"),
    [
        (
            ", cases: [no-gatte]",
            '11:59: data › steps › no. 1 › cases › no. 1: "no-gatte" is not a known case;'
            ' expected an id of data/cases.yaml; did you mean "no-gate"?',
        ),
        (
            ", pages: [/etc/x.md]",
            '11:59: data › steps › no. 1 › pages › no. 1: is "/etc/x.md"; expected a page below docs/LANG/,'
            " such as skills.md",
        ),
        (
            ", page: skills.md",
            '11:51: data › steps › no. 1 › page: is not a known field; did you mean "pages"?',
        ),
        (
            ", cases: no-gate",
            '11:51: data › steps › no. 1 › cases: is "no-gate"; expected a list, one item per line after a hyphen',
        ),
    ],
)
def test_a_step_that_leads_nowhere_is_said(first: str, problem: str, said: Said) -> None:
    assert said(first) == [f"{NAME}:{problem}"]


def test_an_unknown_level_is_said_with_the_nearest(said: Said) -> None:
    [line] = said(answers=("initiall", *LEVELS[1:]))
    assert line.startswith(
        f'{NAME}:5:8: data › answers › no. 1 › level: is "initiall"; expected initial, experi'
    )
    assert line.endswith('did you mean "initial"?')


def test_a_dimension_stands_in_both_languages(said: Said) -> None:
    [line] = said(name="{en: word}")
    assert (
        line
        == f"{NAME}:2:3: data › name › fr: the French text is missing; every text stands in both languages"
    )


@pytest.mark.parametrize("value", ["skills.md", "technologies/index.md", "a-b.c.md"])
def test_a_page_is_a_path_below_the_language(value: str) -> None:
    assert TypeAdapter(PagePath).validate_python(value) == value


@pytest.mark.parametrize(
    "value", ["skills", "/skills.md", "../fr/skills.md", "./skills.md", "https://a.org", "", ".md"]
)
def test_what_cannot_be_a_page_is_refused(value: str) -> None:
    with pytest.raises(ValidationError, match="expected a page below docs/LANG/"):
        TypeAdapter(PagePath).validate_python(value)


def test_a_hostile_page_is_shown_short() -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(PagePath).validate_python("x" * 100_000)
    assert len(refused.value.errors()[0]["msg"]) < 200


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("- {id: ai, questions: []}", "1:12: ai › questions: is an empty list; expected at least one item"),
        ("- {id: aii, questions: [Q]}", '1:4: aii › id: is "aii"; expected ai, generative-ai,'),
        (
            "- {id: ai, questions: [Q, Q]}",
            "1:91: goal › id: stands twice; the first is on line 1; expected an id of its own",
        ),
        ("- {id: ai, questions: [{id: goal}]}", "1:24: goal › next: is missing; expected this field"),
    ],
)
def test_a_fault_of_a_checklist_is_said(written: str, problem: str, small: Path, problems: Problems) -> None:
    question = "{id: goal, text: {en: word, fr: mot}, next: {en: word, fr: mot}}"
    text = written.replace("Q", question)
    (small / "data" / "readiness.yaml").write_text(f"{text}\n", encoding="utf-8")
    assert problems()[0].startswith(f"data/readiness.yaml:{problem}")


def test_a_checklist_needs_no_more_than_a_question() -> None:
    question = {"id": "goal", "text": BOTH, "next": BOTH}
    assert Checklist.model_validate({"id": "ai", "questions": [question]}).id == "ai"


def test_each_real_technology_with_a_checklist_has_8_to_12_questions(knowledge: Knowledge) -> None:
    assert {checklist.id for checklist in knowledge.checklists} == set(knowledge.technology)
    assert [each.id for each in knowledge.checklists if not 8 <= len(each.questions) <= 12] == []
