"""`data/` is read whole, and every problem of every file is said in one run."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.loading import load, read
from study.problems import ReportError
from tests.study.conftest import DAY, Edit, Problems
from tests.study.small import CASE

CASES = "data/cases.yaml"


def test_the_small_report_is_right(problems: Problems) -> None:
    assert problems() == []


def test_the_real_report_is_right(knowledge: Knowledge) -> None:
    assert len(knowledge.register.members) == 187
    assert knowledge.cases


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "cases.yaml",
            "  since: 2024",
            "  sinse: 2024",
            '6:3: no-gate › sinse: is not a known field; did you mean "since"?',
        ),
        (
            "cases.yaml",
            "  since: 2024",
            "  zzz: 2024",
            "6:3: no-gate › zzz: is not a known field; expected one that the top of this file describes",
        ),
        (
            "cases.yaml",
            ", fr: Une porte",
            "",
            "7:3: no-gate › title › fr: the French text is missing; every text stands in both languages",
        ),
        (
            "cases.yaml",
            "{en: A gate, fr",
            "{fr",
            "7:3: no-gate › title › en: the English text is missing; every text stands in both languages",
        ),
        ("cases.yaml", "fr: Une porte", "fr: ", "7:23: no-gate › title › fr: is empty; expected text"),
        ("cases.yaml", "fr: Une porte", "fr: '  '", "7:23: no-gate › title › fr: is empty; expected text"),
        (
            "cases.yaml",
            "fr: Une porte",
            "fr: 'Une porte '",
            "7:23: no-gate › title › fr: starts or ends with a space; expected text without it",
        ),
        (
            "cases.yaml",
            "fr: Une porte",
            'fr: "Une\\eporte"',
            "7:23: no-gate › title › fr: holds the character U+001B; expected text without it",
        ),
        (
            "cases.yaml",
            "fr: Une porte",
            "fr: [Une, porte]",
            "7:23: no-gate › title › fr: is a list; expected text",
        ),
        (
            "cases.yaml",
            "{en: A gate, fr: Une porte}",
            "A gate",
            '7:3: no-gate › title: is "A gate"; expected named fields such as en and fr',
        ),
        (
            "cases.yaml",
            "[NO]",
            "NO",
            '2:3: no-gate › administrations: is "NO"; expected a list, one item per line after a hyphen',
        ),
        ("cases.yaml", "  stage: pilot\n", "", "1:3: no-gate › stage: is missing; expected this field"),
        (
            "cases.yaml",
            "stage: pilot",
            "stage: pilotte",
            '5:3: no-gate › stage: is "pilotte"; expected exploring, planned, proof-of-concept, pilot, operational,'
            ' discontinued or unknown; did you mean "pilot"?',
        ),
        (
            "cases.yaml",
            "technologies: [ai]",
            "technologies: []",
            "3:3: no-gate › technologies: is an empty list; expected at least one item",
        ),
        (
            "cases.yaml",
            "since: 2024",
            "since: 012",
            '6:3: no-gate › since: is "012"; expected a whole number such as 12',
        ),
        (
            "cases.yaml",
            "since: 2024",
            "since: 1:20",
            '6:3: no-gate › since: is "1:20"; expected a whole number such as 12',
        ),
        (
            "cases.yaml",
            "since: 2024",
            "since: 1066",
            '6:3: no-gate › since: is "1066"; expected 1950 or more',
        ),
        (
            "cases.yaml",
            "checked: 2026-01-31",
            "checked: 31.1.2026",
            '14:3: no-gate › checked: is "31.1.2026"; expected a day such as 2026-11-22',
        ),
        (
            "cases.yaml",
            "administrations: [NO]",
            "administrations: []",
            "1:3: no-gate › body: there is neither an administration nor a body; expected at least one of"
            " `administrations` and `body`",
        ),
        ("members.yaml", "iso3: NOR", "iso3: NO", '9:14: NO › iso3: is "NO"; expected at least 3 characters'),
        (
            "members.yaml",
            "iso3: NOR",
            "iso3: NORW",
            '9:14: NO › iso3: is "NORW"; expected at most 3 characters',
        ),
        (
            "sources.yaml",
            "url: https://example.org/note",
            "url: javascript:alert(1)",
            '5:3: note › url: is "javascript:alert(1)"; expected a web address that starts with https:// or http://',
        ),
        (
            "publication.yaml",
            "site_url_is_example: true",
            "site_url_is_example: yes",
            '7:1: site_url_is_example: is "yes"; expected true or false',
        ),
        (
            "editions.yaml",
            'id: "2026"',
            "id: draft",
            '4:5: draft › id: is "draft"; expected a calendar edition such as 2026, 2026.1 or 2026-e1',
        ),
        (
            "technologies.yaml",
            "id: ai,",
            "id: [ai],",
            "1:4: record 1 › id: is a list; expected ai, generative-ai,",
        ),
        (
            "survey-2024.yaml",
            "participation:",
            "participating:",
            "1:1: participation: is missing; expected this field",
        ),
    ],
)
def test_a_wrong_value_is_said_with_its_place_and_what_was_expected(
    name: str, old: str, new: str, said: str, change: Edit, problems: Problems
) -> None:
    change(name, old, new)
    assert [line for line in problems() if line.startswith(f"data/{name}:{said}")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello\n", '1:1: the file is "hello"; expected a list, one item per line after a hyphen'),
        ("a: b\n", "1:1: the file is a group of fields; expected a list, one item per line after a hyphen"),
        ("- a\n", '1:3: record 1: is "a"; expected named fields such as en and fr'),
        ("- [a]\n", "1:3: record 1: is a list; expected named fields such as en and fr"),
    ],
)
def test_a_file_of_another_form_is_said(text: str, said: str, small: Path, problems: Problems) -> None:
    (small / CASES).write_text(text, encoding="utf-8")
    assert problems() == [f"{CASES}:{said}"]


def test_a_missing_file_is_said_and_hides_no_other(small: Path, change: Edit, problems: Problems) -> None:
    (small / CASES).unlink()
    change("sources.yaml", "kind: official", "kind: offical")
    missing, kind = problems()
    assert missing == f"{CASES}:1:1: the file is missing; every checkout has it"
    assert kind.startswith("data/sources.yaml:7:3: note › kind:")


def test_norway_is_no_and_a_text_may_hold_any_signs(small: Path, change: Edit) -> None:
    hostile = "<script>alert(1)</script> {{ 7*7 }} {% x %} {# y #} *a* https://example.org 012 yes"
    change("cases.yaml", "fr: Une porte", f"fr: '{hostile}'")
    [case] = load(small, DAY).cases
    assert case.administrations == ["NO"]
    assert case.title["fr"] == hostile


def test_all_problems_of_all_files_come_in_one_run(small: Path, change: Edit, problems: Problems) -> None:
    """One record with several faults of different kinds, and faults in other files, unreadable ones too."""
    change("cases.yaml", "[NO]", "[NX]")
    change("cases.yaml", "stage: pilot", "stage: pilot\n  stage: pilot\n  sinse: 2024")
    change("cases.yaml", "checked: 2026-01-31", "checked: 2027-01-31")
    change("survey-2024.yaml", "percent: 33}", "percent: 34, notes: [roundin]}")
    change("glossary.yaml", "[model]", "[modl]")
    change("labels.yaml", "Bonjour {name}", "Bonjour {nom}")
    (small / "data" / "bodies.yaml").write_text("- {a: b", encoding="utf-8")
    with (small / CASES).open("a", encoding="utf-8") as file:
        file.write(CASE.replace("[NO]", "[]").replace("{en: A gate, fr: Une porte}", "{en: A gate}"))
    assert [(line.split(": ")[0], line.rsplit(": ", 1)[1][:26]) for line in problems()] == [
        ("data/bodies.yaml:1:3", "this bracket is never clos"),
        ("data/cases.yaml:2:21", '"NX" is not a known Member'),
        ("data/cases.yaml:6:3", 'the field "stage" stands h'),
        ("data/cases.yaml:7:3", "is not a known field; did "),
        ("data/cases.yaml:16:3", 'is "2027-01-31", after the'),
        ("data/cases.yaml:17:3", "there is neither an admini"),
        ("data/cases.yaml:17:3", "stands twice; the first is"),
        ("data/cases.yaml:23:3", "the French text is missing"),
        ("data/glossary.yaml:2:92", '"modl" is not a known term'),
        ("data/labels.yaml:2:31", "differs in its names in br"),
        ("data/survey-2024.yaml:5:45", "is 34, but 1 of 3 is 33; c"),
        ("data/survey-2024.yaml:5:66", '"roundin" is not a known d'),
    ]


def test_a_key_of_a_file_that_cannot_be_read_is_not_called_unknown(small: Path, problems: Problems) -> None:
    (small / "data" / "sources.yaml").write_text("- id: note\n  title: [", encoding="utf-8")
    assert [line.split(":")[0] for line in problems()] == ["data/sources.yaml"]


def test_a_record_with_a_fault_still_lends_its_id(change: Edit, problems: Problems) -> None:
    change("sources.yaml", "kind: official", "kind: offical")
    assert len(problems()) == 1


def test_loading_raises_what_reading_finds(small: Path, change: Edit) -> None:
    change("cases.yaml", "stage: pilot", "stage: pilots")
    with pytest.raises(ReportError) as refused:
        load(small, DAY)
    assert refused.value.problems == read(small, DAY).problems
    assert read(small, DAY).knowledge is None


def test_what_is_in_the_future_depends_on_the_day_of_the_version(small: Path) -> None:
    assert load(small, date(2026, 1, 31))
    with pytest.raises(ReportError, match="after the day of this version"):
        load(small, date(2026, 1, 30))
