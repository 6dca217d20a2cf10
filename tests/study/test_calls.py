"""The macros a chapter may call, and what each argument may name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros import MACROS as RENDERED
from study.calls import FIXED, MACROS, TEXT, known_keys
from study.documents import REGISTERS, Documents
from study.knowledge import Knowledge


def test_every_macro_that_may_be_called_is_rendered_and_the_other_way_round() -> None:
    assert set(MACROS) == set(RENDERED)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("status", "status()"),
        ("chart", 'chart("…")'),
        ("cite", 'cite("…", section="…", paragraph="…", page="…")'),
        ("term", 'term("…", "…")'),
    ],
)
def test_a_form_is_shown_as_an_editor_writes_it(name: str, form: str) -> None:
    assert MACROS[name].form(name) == form


@pytest.mark.parametrize("name", sorted(MACROS))
def test_every_argument_names_something_that_is_known(name: str) -> None:
    macro = MACROS[name]
    kinds = {kind for _, kind in (*macro.positional, *macro.named)}
    assert kinds <= {TEXT, *FIXED, *REGISTERS}
    assert 0 <= macro.required <= len(macro.positional)


@pytest.mark.parametrize(
    ("kind", "known", "unknown"),
    [
        ("case", "no-gate", "no-door"),
        ("source", "note", "nota"),
        ("term", "model", "modle"),
        ("technology", "ai", "AI"),
        ("region", "ESA", "AOA"),
        ("Member", "NO", "XX"),
        ("data note", "rounding", "round"),
        ("stage", "pilot", "pilots"),
        ("process", "transit", "trade"),
        ("evidence", "press", "standard"),
        ("view", "cards", "list"),
        ("chart", "maturity", "maturty"),
        ("table", "calendar", "calender"),
        ("scope", "all", "none"),
        ("timeline", "project", "survey"),
    ],
)
def test_an_argument_names_what_stands_in_the_data(
    kind: str, known: str, unknown: str, little: Knowledge
) -> None:
    keys = known_keys(kind, little)
    assert keys is not None
    assert known in keys
    assert unknown not in keys


def test_any_text_will_do_for_words(little: Knowledge) -> None:
    assert known_keys(TEXT, little) is None


def test_nothing_is_unknown_while_the_file_cannot_be_read() -> None:
    assert known_keys("source", Documents({})) is None


def test_knowledge_of_another_place_knows_the_same(little: Knowledge) -> None:
    assert known_keys("case", replace(little, root=Path("/"))) == known_keys("case", little)
