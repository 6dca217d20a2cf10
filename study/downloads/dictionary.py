"""The data dictionary: what each column holds, in words of both languages."""

from __future__ import annotations

from dataclasses import dataclass

from study.downloads.fields import TABLES, Column, columns
from study.labels import Words


@dataclass(frozen=True)
class Entry:
    """A column in one language; `type` says in words what stands in a cell."""

    name: str
    title: str
    type: str
    meaning: str


def dictionary(table: str, words: Words) -> list[Entry]:
    """Return the columns of one of TABLES, in their order."""
    return [entry(column, words) for column in columns(TABLES[table])]


def entry(column: Column, words: Words) -> Entry:
    """Return what is said of a column."""
    kind = words("download_type", column.field.type)
    return Entry(
        column.name,
        words("field", column.label),
        words("download", "several", type=kind) if column.many else kind,
        words("field_description", column.label),
    )
