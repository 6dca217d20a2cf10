"""What is wrong with the record itself, and what a machine can put right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from study.building import reading
from study.concordance.record_checks import concordance_problems, repaired
from study.concordance.record_reading import read_record
from study.problems import ReportError
from tests.study.concordance.test_states import certify
from tests.study.concordance.twin import FRENCH, KEYS, PAGE, RECORD, edit, write_chapter

DAY = date(2026, 1, 31)


def repair(root: Path) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Write what `report fix concordance` writes; return what each file gained and lost."""
    found = {}
    for each in list(repaired(root, reading(root).documents)):
        (root / each.name).parent.mkdir(parents=True, exist_ok=True)
        (root / each.name).write_text(each.text, encoding="utf-8")
        found[each.name] = (each.added, each.removed)
    return found


def problems(root: Path, as_of: date = DAY) -> list[str]:
    return [str(problem) for problem in concordance_problems(root, reading(root).documents, as_of)]


@pytest.fixture
def complete(twin: Path) -> Path:
    """The small report with an entry for everything, the chapter certified."""
    repair(twin)
    certify(twin, PAGE)
    return twin


def test_a_missing_file_is_named_with_the_command_that_writes_it(twin: Path) -> None:
    said = problems(twin)
    assert (
        f"{RECORD}:1:1: is missing; expected an entry for each part of {PAGE}; run: report fix concordance"
        in said
    )
    assert [line for line in said if line.startswith("data/concordance/records/cases.yaml:1:1: is missing")]
    repair(twin)
    assert problems(twin) == []
    assert tuple(read_record(twin, RECORD).held) == KEYS


def test_what_is_stale_is_no_problem_of_a_draft(complete: Path) -> None:
    edit(complete, f"docs/fr/{PAGE}", "62 %", "63 %")
    assert problems(complete) == []


def test_a_new_section_asks_for_its_line(complete: Path) -> None:
    for language in ("en", "fr"):
        edit(complete, f"docs/{language}/{PAGE}", "## Pol", "## New {: #new }\n\n## Pol")
    assert problems(complete) == [
        f'{RECORD}:1:1: has no entry for the section "new"; expected the line new: after that of "uses", or '
        "run: report fix concordance"
    ]
    edit(complete, RECORD, "\npolicy:", "\nnew:\n\npolicy:")
    assert problems(complete) == []


def test_a_new_record_asks_for_nothing(complete: Path) -> None:
    edit(complete, "data/glossary.yaml", "- {id: data", "- {id: datum")
    path = complete / "data" / "concordance" / "records" / "terms.yaml"
    path.write_text(path.read_text().replace("data:\n", ""))
    assert problems(complete) == []
    assert repair(complete) == {"data/concordance/records/terms.yaml": (("datum",), ())}


def test_a_section_renamed_on_both_sides_is_named_and_put_right(complete: Path) -> None:
    for language in ("en", "fr"):
        edit(complete, f"docs/{language}/{PAGE}", "#uses", "#use")
    said = problems(complete)
    assert (
        f'{RECORD}:9:1: "uses" is in neither language of {PAGE}; remove its lines, or run: report fix concordance; '
        'did you mean "use"?' in said
    )
    before = read_record(complete, RECORD)
    assert repair(complete) == {RECORD: (("use",), ("uses",))}
    after = read_record(complete, RECORD)
    assert tuple(after.held) == ("ai", "use", "policy")
    assert [after.entry(key) for key in ("ai", "policy")] == [before.entry(key) for key in ("ai", "policy")]
    assert problems(complete) == []


def test_a_term_that_is_gone_is_named(complete: Path) -> None:
    edit(complete, "data/concordance/records/terms.yaml", "\ndata:\n", "\ndatum:\n")
    assert problems(complete)[0].startswith(
        'data/concordance/records/terms.yaml:5:1: "datum" is in neither language of terms; remove its lines'
    )


def test_a_day_in_the_future_is_refused(complete: Path) -> None:
    assert problems(complete, date(2026, 1, 30))[0] == (
        f"{RECORD}:3:1: ai › date: is 2026-01-31, after the day of this version, 2026-01-30; expected the day "
        "on which both were read"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("role: editors", "role: editor", 'ai › role: "editor" is not a known role'),
        ("  en: ", "  en: x", "ai › en: "),
        ("ai:\n", "ai:\n    - a\n", '"- a" is no part of an entry'),
        ("ai:\n", "<<<<<<< main\nai:\n", "is the mark of a merge that was not finished"),
    ],
)
def test_a_malformed_record_is_named_and_not_put_right_by_guessing(
    old: str, new: str, said: str, complete: Path
) -> None:
    edit(complete, RECORD, old, new)
    assert [line for line in problems(complete) if line.startswith(f"{RECORD}:") and said in line]
    with pytest.raises(ReportError):
        repair(complete)


def test_a_record_that_is_not_utf8_is_named_and_hides_no_other(complete: Path) -> None:
    (complete / RECORD).write_bytes(b"ai:\n  en: caf\xe9\n")
    (complete / "data" / "concordance" / "records" / "cases.yaml").unlink()
    said = problems(complete)
    assert f"{RECORD}:2:10: this byte is not UTF-8; save the file as UTF-8" in said
    assert [line for line in said if line.startswith("data/concordance/records/cases.yaml:1:1: is missing")]


def test_an_empty_file_is_a_record_without_entries(complete: Path) -> None:
    (complete / RECORD).write_bytes(b"")
    assert len(problems(complete)) == 3
    assert repair(complete) == {RECORD: (KEYS, ())}
    assert problems(complete) == []


@pytest.mark.parametrize(
    "name", ["technologies/ia.yaml", "records/case.yaml", "ai.txt", "records/sub/cases.yaml"]
)
def test_a_file_that_belongs_to_nothing_is_named(name: str, complete: Path) -> None:
    path = complete / "data" / "concordance" / name
    path.parent.mkdir(exist_ok=True)
    path.touch()
    assert [
        each for each in problems(complete) if each.startswith(f"data/concordance/{name}:1:1: belongs to no")
    ]


def test_a_chapter_may_not_take_the_place_of_a_register(complete: Path) -> None:
    for language in ("en", "fr"):
        write_chapter(complete, language, FRENCH, "records/cases.md")
    assert "docs/en/records/cases.md:1:1: lies in a folder whose name" in "\n".join(problems(complete))


def test_the_record_of_a_chapter_in_one_language_keeps_its_entries(complete: Path) -> None:
    (complete / "docs" / "fr" / PAGE).unlink()
    assert problems(complete) == []


def test_chapters_that_cannot_be_read_are_left_to_other_checks(complete: Path) -> None:
    (complete / "docs" / "fr" / PAGE).write_bytes(b"\xff")
    assert problems(complete) == []


def test_line_ends_of_windows_are_read(complete: Path) -> None:
    path = complete / RECORD
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems(complete) == []
    assert read_record(complete, RECORD).entry("uses")
