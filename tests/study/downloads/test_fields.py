"""What the downloads hold: columns and their words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from study.downloads.fields import CASE, TABLES, Field, columns
from study.knowledge import Knowledge

FIRST = ["id", "edition", "status", "language", "permalink", "title"]


def labels_of(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        yield field.label or field.name
        yield from labels_of(field.parts)


def asked_for() -> set[str]:
    """The keys of every title and meaning, in tables and in JSON."""
    shown = {column.label for fields in TABLES.values() for column in columns(fields)}
    return shown | set(labels_of(CASE)) - {"key", "name"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_no_column_twice(table: str) -> None:
    names = [column.name for column in columns(TABLES[table])]
    assert len(names) == len(set(names))
    assert {"edition", "status", "permalink"} <= set(names)


def test_a_case_begins_with_its_key_and_its_status() -> None:
    assert [column.name for column in columns(CASE)][: len(FIRST)] == FIRST


def test_keys_are_followed_by_their_names() -> None:
    names = [column.name for column in columns(CASE)]
    assert names[names.index("regions") + 1] == "region_names"
    assert names[names.index("stage") + 1] == "stage_name"


@pytest.mark.parametrize("group", ["field", "field_description"])
def test_every_field_has_words_and_every_word_a_field(group: str, knowledge: Knowledge) -> None:
    assert asked_for() | {"file_title"} == set(knowledge.labels[group])


def test_an_optional_object_makes_optional_columns() -> None:
    optional = {column.name: column.optional for column in columns(CASE)}
    assert optional["body"] and optional["body_name"] and optional["source_urls"]
    assert not optional["stage"] and not optional["sources"]
