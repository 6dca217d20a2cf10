"""Records looked up by their ids."""

from __future__ import annotations

import pytest

from study.documents import REGISTERS
from study.knowledge import Knowledge
from tests.study.conftest import documents
from tests.study.small import SMALL


@pytest.mark.parametrize(
    ("attribute", "key"),
    [
        ("case", "no-gate"),
        ("member", "NO"),
        ("region", "EUR"),
        ("body", "eac"),
        ("technology", "ai"),
        ("source", "note"),
        ("term", "data"),
        ("data_note", "rounding"),
    ],
)
def test_a_record_is_found_by_its_id(attribute: str, key: str, little: Knowledge) -> None:
    assert getattr(little, attribute)[key].id == key


@pytest.mark.parametrize("kind", [kind for kind in REGISTERS if kind != "level"])
def test_ids_are_the_same_as_those_written(kind: str, little: Knowledge) -> None:
    name, _ = REGISTERS[kind]
    name = name.removeprefix("data/")
    written = documents(**{name.removesuffix(".yaml"): SMALL.get(name, "[]\n")})
    assert set(little.ids(kind)) == written.ids(kind)


def test_the_edition_is_the_current_one(little: Knowledge) -> None:
    assert little.edition.id == "2026"


def test_a_technology_has_a_chapter_per_language(little: Knowledge) -> None:
    assert little.chapter("ai", "fr") == little.root / "docs" / "fr" / "technologies" / "ai.md"
