"""The JSON Schema of the JSON download."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from study.downloads import edition_files, facet_files
from study.facets import FACETS
from study.knowledge import Knowledge
from study.repertory import Repertory, repertory

Document = dict[str, Any]


def validator(of: Repertory, language: str) -> Draft202012Validator:
    schema = json.loads(edition_files(of, language)["data/cases.schema.json"])
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def document(of: Repertory, language: str = "en") -> Document:
    return json.loads(edition_files(of, language)["data/cases.json"])  # type: ignore[no-any-return]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_schema_is_one(register: Repertory, language: str) -> None:
    schema = validator(register, language).schema
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"https://example.org/2026/{language}/data/cases.schema.json"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_download_is_valid(register: Repertory, language: str) -> None:
    assert list(validator(register, language).iter_errors(document(register, language))) == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_real_register_is_valid_with_all_its_lists(knowledge: Knowledge, language: str) -> None:
    of = repertory(knowledge)
    held_to = validator(of, language)
    assert list(held_to.iter_errors(document(of, language))) == []
    for facet in FACETS:
        value = next(iter(of.found[facet]))
        [text] = [
            content
            for path, content in facet_files(of, language, facet, value).items()
            if path.endswith(".json")
        ]
        assert list(held_to.iter_errors(json.loads(text))) == [], (facet, value)


@pytest.mark.parametrize(
    ("property_", "wrong"),
    [
        ("stage", {"key": "finished", "name": "Finished"}),
        ("since", "2024"),
        ("technologies", []),
        ("checked", "2026-02-31"),
        ("administrations", [{"key": "norway", "name": "Norway"}]),
        ("title", None),
        ("colour", "red"),
        ("permalink", "cases/plain/"),
    ],
)
def test_a_wrong_value_is_refused(register: Repertory, property_: str, wrong: object) -> None:
    changed = document(register)
    changed["cases"][-1][property_] = wrong
    assert list(validator(register, "en").iter_errors(changed))


def test_a_missing_property_is_refused(register: Repertory) -> None:
    for key in ("status", "office"):
        changed = document(register)
        del changed["cases"][0][key]
        assert list(validator(register, "en").iter_errors(changed))
    changed = document(register)
    del changed["status"]
    assert list(validator(register, "en").iter_errors(changed))


def test_every_property_is_explained(register: Repertory) -> None:
    schema = validator(register, "fr").schema
    for each in schema["$defs"]["case"]["properties"].values():
        assert each["title"] and each["description"]
