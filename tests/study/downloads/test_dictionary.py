"""The data dictionary."""

from __future__ import annotations

import pytest

from study.downloads.dictionary import dictionary
from study.downloads.fields import TABLES, columns
from study.knowledge import Knowledge
from study.labels import Words


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_column_has_a_title_a_type_and_a_meaning(
    table: str, language: str, knowledge: Knowledge
) -> None:
    entries = dictionary(table, Words(language, knowledge.labels))
    assert [entry.name for entry in entries] == [column.name for column in columns(TABLES[table])]
    assert all(entry.title and entry.type and entry.meaning for entry in entries)


def test_a_cell_of_several_values_is_told_from_one_of_a_single_value(knowledge: Knowledge) -> None:
    types = {entry.name: entry.type for entry in dictionary("cases", Words("en", knowledge.labels))}
    assert types["stage"] == "key"
    assert types["technologies"] == "several values: key"
