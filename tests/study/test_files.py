"""The files of `data/` and the fields their records may have."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from study.files import FILES, known_fields
from study.knowledge import Knowledge
from study.schemas import DECLARED


def test_every_file_of_the_data_has_a_model_and_every_model_its_file(root: Path) -> None:
    assert {path.name for path in (root / "data").glob("*.yaml")} == {*FILES, *DECLARED}


def test_every_file_becomes_one_attribute_of_the_knowledge() -> None:
    attributes = [attribute for attribute, _ in FILES.values()]
    assert sorted(attributes) == sorted(
        {each.name for each in fields(Knowledge)} - {"root", "approvals", "built_as"}
    )


def test_known_fields_are_those_of_all_records_inner_ones_too() -> None:
    assert {"id", "measured_by", "see_also", "iso3", "fr", "withdrawn"} <= set(known_fields())
    assert known_fields() == sorted(set(known_fields()))
