"""The JSON Schema (draft 2020-12) of the JSON download, made from the fields."""

from __future__ import annotations

from study.addresses import DOWNLOADS, permalink
from study.downloads.fields import CASE, OWN, Field
from study.downloads.records import Record
from study.downloads.register import Register
from study.labels import Words
from study.models.values import DAY, KEY, PARTIAL_DATE

NAME = f"{DOWNLOADS}cases.schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
FORMS: dict[str, Record] = {
    "text": {"type": "string", "minLength": 1},
    "key": {"type": "string", "pattern": KEY},
    "code": {"type": "string", "pattern": "^[A-Z]{2,4}$"},
    "year": {"type": "integer"},
    "number": {"type": "integer", "minimum": 1},
    "day": {"type": "string", "format": "date", "pattern": DAY},
    "date": {"type": "string", "pattern": PARTIAL_DATE},
    "address": {"type": "string", "format": "uri", "pattern": "^https?://"},
}


def case_schema(register: Register) -> Record:
    """Return the schema of `data/cases.json` and of the JSON files of the facets, in the register's language."""
    knowledge, words = register.knowledge, register.words
    head = (Field("title", label="file_title"), *OWN)
    properties = {each.name: _property(each, words) for each in head}
    cases: Record = {"type": "array", "items": {"$ref": "#/$defs/case"}}
    return {
        "$schema": DRAFT,
        "$id": permalink(knowledge, words.language, NAME),
        "title": knowledge.publication.title[words.language],
        "description": words("download_description", "cases"),
        **_object({**properties, "cases": cases}),
        "$defs": {"case": _object({each.name: _property(each, words) for each in CASE})},
    }


def _object(properties: dict[str, Record]) -> Record:
    """An object with exactly these properties; what is unknown is null, not absent."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _property(field: Field, words: Words) -> Record:
    label = field.label or field.name
    said = {"title": words("field", label), "description": words("field_description", label)}
    if field.parts:
        form = _object({part.name: _property(part, words) for part in field.parts})
    else:
        form = FORMS[field.type] | ({"enum": list(field.values)} if field.values else {})
    if field.many:
        form = {"type": "array", "items": form} | ({} if field.optional else {"minItems": 1})
    elif field.optional:
        form = {"anyOf": [form, {"type": "null"}]}
    return said | form
