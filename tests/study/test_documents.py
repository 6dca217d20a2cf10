"""Documents say what stands in a file, and where."""

from __future__ import annotations

import pytest

from study.documents import REGISTERS, problem_at
from study.files import FILES
from tests.study.conftest import documents


def test_groups_of_fields_come_with_their_path_the_outer_first() -> None:
    found = documents(cases="- id: a\n  title: {en: x}\n- [b, {c: d}]\n").mappings("data/cases.yaml")
    assert [path for path, _ in found] == [(0,), (0, "title"), (1, 1)]


def test_a_file_that_is_missing_has_no_fields() -> None:
    assert list(documents().mappings("data/cases.yaml")) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("regions: []\nmembers: [{id: NO}, {id: KE, name: [}]\n".replace("[}", "[]}"), {"NO", "KE"}),
        ("members: [{id: NO}, {id: [x]}, {name: y}, z]\n", {"NO"}),
        ("members: []\n", set()),
        ("members: x\n", None),
        ("- id: NO\n", None),
    ],
)
def test_ids_are_those_that_were_written(text: str, ids: set[str] | None) -> None:
    assert documents(members=text).ids("Member") == ids


def test_ids_of_a_file_that_cannot_be_read_are_not_known() -> None:
    assert documents().ids("source") is None


def test_every_register_is_a_file_of_the_data() -> None:
    assert {name.removeprefix("data/") for name, _ in REGISTERS.values()} <= set(FILES)


def test_a_problem_names_record_field_and_place() -> None:
    text = "- id: gate\n  title: {en: x}\n"
    problem = documents(cases=text).problem("data/cases.yaml", (0, "title", "en"), "is wrong")
    assert str(problem) == "data/cases.yaml:2:11: gate › title › en: is wrong"


def test_a_problem_of_a_whole_document_names_the_file() -> None:
    assert str(problem_at("data/a.yaml", [], (), "is a list")) == "data/a.yaml:1:1: the file is a list"
