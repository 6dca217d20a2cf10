"""Every key that a record names exists, and every id stands once."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.documents import REGISTERS
from study.models.vocabulary import LEVELS, REGIONS, TECHNOLOGIES
from study.references import ONE, SEVERAL, page_problems, reference_problems
from tests.study.conftest import Edit, Problems, documents
from tests.study.small import CASE


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "cases.yaml",
            "[NO]",
            "[NO, NW]",
            '2:25: no-gate › administrations › no. 2: "NW" is not a known Member; expected an id of data/members.yaml',
        ),
        (
            "cases.yaml",
            "  sources: [note]\n  checked",
            "  sources: [notte]\n  checked",
            '13:13: no-gate › sources › no. 1: "notte" is not a known source; expected an id of data/sources.yaml;'
            ' did you mean "note"?',
        ),
        (
            "cases.yaml",
            "      sources: [note]",
            "      sources: [note, survey-9]",
            '12:23: no-gate › results › no. 1 › sources › no. 2: "survey-9" is not a known source;'
            " expected an id of data/sources.yaml",
        ),
        (
            "cases.yaml",
            "[NO]",
            "[]\n  body: eacc",
            '3:3: no-gate › body: "eacc" is not a known body; expected an id of data/bodies.yaml; did you mean "eac"?',
        ),
        (
            "members.yaml",
            "region: EUR",
            "region: EURO",
            '9:58: NO › region: "EURO" is not a known region; expected an id of data/members.yaml;'
            ' did you mean "EUR"?',
        ),
        (
            "bodies.yaml",
            "members: [KE]",
            "members: [KX]",
            '1:96: eac › members › no. 1: "KX" is not a known Member; expected an id of data/members.yaml',
        ),
        (
            "glossary.yaml",
            "see_also: [model]",
            "see_also: [modle]",
            '2:92: data › see_also › no. 1: "modle" is not a known term; expected an id of data/glossary.yaml;'
            ' did you mean "model"?',
        ),
        (
            "survey-2024.yaml",
            "percent: 33}",
            "percent: 34, exception: ronding}",
            '5:58: participation › rows › no. 1 › exception: "ronding" is not a known data note;'
            ' expected an id of data/data-notes.yaml; did you mean "rounding"?',
        ),
        (
            "project.yaml",
            "testimonials: [KE]",
            "testimonials: [XX]",
            '7:73: portal › testimonials › no. 1: "XX" is not a known Member; expected an id of data/members.yaml',
        ),
        (
            "editions.yaml",
            'current: "2026"',
            'current: "2025"',
            '1:1: current: "2025" is not among the editions below; did you mean "2026"?',
        ),
        (
            "members.yaml",
            "  - {id: AMS,",
            "  - {id: XYZ,",
            '1:1: there is no record of the region "AMS"; expected one for each',
        ),
    ],
)
def test_a_key_that_names_nothing_is_said_with_the_nearest(
    name: str, old: str, new: str, said: str, change: Edit, problems: Problems
) -> None:
    change(name, old, new)
    assert problems() == [f"data/{name}:{said}"]


def test_every_id_that_stands_twice_is_said_with_the_first_line() -> None:
    said = [str(problem) for problem in reference_problems(documents(cases=CASE + CASE))]
    assert said == [
        "data/cases.yaml:15:3: no-gate › id: stands twice; the first is on line 1; expected an id of its own"
    ]


def test_ids_of_different_lists_may_be_the_same() -> None:
    text = "milestones:\n- {id: lima}\nworkshops:\n- {id: lima}\n"
    assert list(reference_problems(documents(project=text))) == []


def test_ids_of_one_inner_list_may_not() -> None:
    text = "milestones:\n- {id: lima}\n- {id: lima}\n"
    [problem] = reference_problems(documents(project=text))
    assert str(problem).startswith("data/project.yaml:3:4: lima › id: stands twice; the first is on line 2")


@pytest.mark.parametrize("written", ["lower", "'two words'", "{a: b}", "", "[NO]"])
def test_what_is_no_code_at_all_is_left_to_the_field(written: str) -> None:
    text = f"- id: a\n  administrations: [{written}]\n"
    assert list(reference_problems(documents(cases=text, members="members: []\n"))) == list(
        reference_problems(documents(members="members: []\n"))
    )


@pytest.mark.parametrize(
    ("kind", "keys"), [("technology", TECHNOLOGIES), ("level", LEVELS), ("region", REGIONS)]
)
def test_every_controlled_value_needs_a_record(kind: str, keys: tuple[str, ...]) -> None:
    name, path = REGISTERS[kind]
    records = "[" + ", ".join(f"{{id: {key}}}" for key in keys[1:]) + "]\n"
    text = f"{path[0]}: {records}" if path else records
    attribute = name.removeprefix("data/").removesuffix(".yaml")
    assert [problem.message for problem in reference_problems(documents(**{attribute: text}))] == [
        f'there is no record of the {kind} "{keys[0]}"; expected one for each'
    ]


def test_every_kind_of_key_has_a_register() -> None:
    assert {*ONE.values(), *SEVERAL.values()} <= set(REGISTERS)


def test_words_of_the_pages_name_no_record() -> None:
    assert list(reference_problems(documents(labels="a: {body: x, region: ZZ, sources: [y]}\n"))) == []


def test_a_page_that_a_record_names_exists_in_the_report(small: Path) -> None:
    (small / "docs" / "en" / "technologies").mkdir(parents=True)
    for page in ("skills.md", "technologies/ai.md"):
        (small / "docs" / "en" / page).write_text("", encoding="utf-8")

    def said(*written: str) -> list[str]:
        text = f"- id: a\n  steps:\n    - {{pages: [{', '.join(written)}]}}\n"
        return [str(each) for each in page_problems(small, documents(self_assessment=text))]

    assert said("skills.md", "technologies/ai.md") == []
    assert said("skill.md", "skills.md", "ai.md", "../en/skills.md") == [
        'data/self-assessment.yaml:3:16: a › steps › no. 1 › pages › no. 1: "skill.md" is not a page below docs/en;'
        ' did you mean "skills.md"?',
        'data/self-assessment.yaml:3:37: a › steps › no. 1 › pages › no. 3: "ai.md" is not a page below docs/en',
        'data/self-assessment.yaml:3:44: a › steps › no. 1 › pages › no. 4: "../en/skills.md" is not a page below docs/en;'
        ' did you mean "skills.md"?',
    ]
    assert said("skills", "[]", "") == []  # what is no page at all is left to the field


def test_a_case_may_not_take_the_address_of_a_list(change: Edit, problems: Problems) -> None:
    change("cases.yaml", "id: no-gate", "id: technology")
    (said,) = problems()
    assert said.startswith("data/cases.yaml:1:")
    assert '"technology" is the address of a list of cases; expected another id' in said
