"""What the downloads hold: one definition for tables, data dictionary, data package and JSON Schema.

Titles and meanings stand in `data/labels.yaml`, groups `field` and `field_description`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from study.models.vocabulary import BASES, EVIDENCE, PROCESSES, REGIONS, SOURCE_KINDS, STAGES, TECHNOLOGIES


@dataclass(frozen=True)
class Field:
    """A property of a record; `many` makes it a list, `parts` an object.

    In a table a field is a column of the name `column`, or one column for each of its parts;
    a part without `column` stands in JSON only. `label` is its key in the labels. `type` is text, key,
    code, year, number, day (2026-11-22), date (may be partial: 2026-11) or address (of the web).
    """

    name: str
    type: str = "text"
    many: bool = False
    optional: bool = False
    values: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()
    column: str = ""
    label: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table; `place` is the property it shows and, in an object, the part."""

    name: str
    field: Field
    place: tuple[str, ...]
    many: bool
    optional: bool

    @property
    def label(self) -> str:
        """Return the key of its title and meaning in the labels."""
        return self.name if len(self.place) > 1 else self.field.label or self.name


def named(
    name: str, names: str, *, many: bool, values: tuple[str, ...] = (), optional: bool = False
) -> Field:
    """Return a controlled value, or several: keys in the column `name`, their words in the column `names`."""
    kind = "code" if name in ("administrations", "regions") else "key"
    parts = (
        Field("key", kind, values=values, column=name, label=name),
        Field("name", column=names, label=names),
    )
    return Field(name, many=many, optional=optional, parts=parts)


def columns(fields: tuple[Field, ...]) -> list[Column]:
    """Return the columns of a table in their order."""
    return list(_columns(fields))


def _columns(fields: tuple[Field, ...]) -> Iterator[Column]:
    for field in fields:
        if not field.parts:
            yield Column(field.name, field, (field.name,), field.many, field.optional)
        for part in field.parts:
            if part.column:
                optional = field.optional or part.optional
                yield Column(part.column, part, (field.name, part.name), field.many, optional)


STANDING = (Field("edition"), Field("status"))
OWN = (*STANDING, Field("language", "key", values=("en", "fr")), Field("permalink", "address"))
ID = Field("id", "key")

SOURCE_FACTS = (
    Field("title", label="source_title"),
    Field("title_language", "key"),
    Field("publisher"),
    named("kind", "kind_name", many=False, values=SOURCE_KINDS),
    Field("date", "date", optional=True),
    Field("reference", optional=True),
    Field("url", "address", optional=True),
    Field("archived_url", "address", optional=True),
    Field("checked", "day"),
)

RESULT_FACTS = (Field("text"), Field("measured_by"), Field("sources", "key", many=True))


def _cited() -> tuple[Field, ...]:
    """The parts of a source of a case; three of them have a column in the table of cases."""
    shown = {"title": "source_titles", "url": "source_urls"}
    facts = (replace(each, column=shown.get(each.name, "")) for each in SOURCE_FACTS)
    return (replace(ID, column="sources"), *facts)


CASE = (
    ID,
    *OWN,
    Field("title"),
    named("administrations", "administration_names", many=True, optional=True),
    named("body", "body_name", many=False, optional=True),
    Field("office", optional=True),
    named("regions", "region_names", many=True, values=REGIONS, optional=True),
    named("technologies", "technology_names", many=True, values=TECHNOLOGIES),
    named("processes", "process_names", many=True, values=PROCESSES),
    named("stage", "stage_name", many=False, values=STAGES),
    Field("stage_note", optional=True),
    Field("since", "year", optional=True),
    Field("summary"),
    Field("results", many=True, optional=True, parts=(Field("text", column="results"), *RESULT_FACTS[1:])),
    Field("partners", many=True, optional=True),
    named("evidence", "evidence_name", many=False, values=EVIDENCE),
    Field("sources", many=True, parts=_cited()),
    Field("checked", "day"),
    Field("confirmed", "day", optional=True),
)
RESULT = (Field("case", "key"), Field("number", "number"), *OWN, *RESULT_FACTS)
SOURCE = (ID, *OWN, *SOURCE_FACTS)
TERM = (
    ID,
    *STANDING,
    Field("permalink", "address"),
    Field("term_en"),
    Field("term_fr"),
    Field("abbreviation_en", optional=True),
    Field("abbreviation_fr", optional=True),
    Field("forms_en", many=True, optional=True),
    Field("forms_fr", many=True, optional=True),
    Field("definition_en"),
    Field("definition_fr"),
    Field("see_also", "key", many=True, optional=True),
    named("technology", "technology_name", many=False, values=TECHNOLOGIES, optional=True),
    Field("standard", optional=True),
    Field("url", "address", optional=True, label="standard_url"),
    named("basis", "basis_name", many=False, values=BASES),
)
TABLES = {"cases": CASE, "results": RESULT, "sources": SOURCE, "glossary": TERM}
