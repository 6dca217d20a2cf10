"""The register, ready to be written."""

from __future__ import annotations

import json

from study.downloads.register import compact, register
from study.knowledge import Knowledge
from study.repertory import repertory
from tests.study.downloads.conftest import FORMULA
from tests.study.register import with_cases


def test_it_is_made_once_for_the_same_repertory_and_language(held: Knowledge) -> None:
    known = repertory(held)
    assert register(known, "en") is register(known, "en")
    assert register(known, "fr") is not register(known, "en")


def test_it_is_made_anew_for_another_repertory(held: Knowledge) -> None:
    before = register(repertory(held), "en")
    other = with_cases(held, *held.cases[1:])
    assert "hostile" in before.lines
    assert "hostile" not in register(repertory(other), "en").lines


def test_a_case_is_one_line_of_csv_and_one_of_json(held: Knowledge) -> None:
    made = register(repertory(held), "fr")
    assert list(made.lines) == list(made.texts) == list(made.rows) == ["hostile", "union", "plain"]
    for key, text in made.texts.items():
        assert "\n" not in text
        assert json.loads(text)["id"] == key
    assert json.loads(made.texts["hostile"])["title"] == FORMULA


def test_json_keeps_accents() -> None:
    assert compact({"é": ["’", None]}) == '{"é":["’",null]}'
