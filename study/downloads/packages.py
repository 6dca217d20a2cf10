"""The data package (Frictionless Data, Data Package and Table Schema 1): what the tables of a folder hold."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from study.addresses import CATALOGUE, permalink
from study.downloads.fields import TABLES, Column, columns
from study.downloads.records import Record
from study.downloads.register import Register
from study.downloads.rows import DELIMITERS, LINE_END
from study.labels import Words
from study.models.values import KEY, LANGUAGES, PARTIAL_DATE

FORMS: dict[str, Record] = {
    "text": {"type": "string"},
    "key": {"type": "string"},
    "code": {"type": "string"},
    "year": {"type": "year"},
    "number": {"type": "integer"},
    "day": {"type": "date"},
    "date": {"type": "string"},
    "address": {"type": "string", "format": "uri"},
}
PATTERNS = {"key": KEY, "date": PARTIAL_DATE}
KEYS: dict[str, Record] = {
    "cases": {"primaryKey": "id"},
    "results": {
        "primaryKey": ["case", "number"],
        "foreignKeys": [{"fields": "case", "reference": {"resource": "cases", "fields": "id"}}],
    },
    "sources": {"primaryKey": "id"},
    "glossary": {"primaryKey": "id"},
}


def data_package(register: Register, tables: Mapping[str, bytes]) -> Record:
    """Return `datapackage.json`; `tables` are the files of its folder by the names of TABLES."""
    knowledge, words = register.knowledge, register.words
    publication, edition = knowledge.publication, knowledge.edition
    sentence = words("status_sentence", edition.status, edition=edition.id)
    about: Record = {
        "profile": "tabular-data-package",
        "name": f"disruptive-technologies-{edition.id}-{words.language}",
        "title": publication.title[words.language],
        "description": f"{sentence}. {publication.description[words.language]}",
        "version": edition.id,
        "status": words("status", edition.status),
        "language": words.language,
        "homepage": permalink(knowledge, words.language, CATALOGUE),
        "contributors": [{"title": publication.publisher[words.language], "role": "publisher"}],
    }
    licence = publication.text_licence
    if licence and licence.url:  # a licence needs an address here; none is named while none is decided
        about["licenses"] = [{"title": licence.name[words.language], "path": licence.url}]
    resources = [_resource(name, data, register) for name, data in tables.items()]
    return about | {"resources": resources}


def _resource(name: str, data: bytes, register: Register) -> Record:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        **_both("download_table", "download_description", name, register.words),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "dialect": {
            "delimiter": DELIMITERS[register.language],
            "lineTerminator": LINE_END,
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": {
            "fields": [_field(column, register.words) for column in columns(TABLES[name])],
            "missingValues": [""],
            **KEYS[name],
        },
    }


def _field(column: Column, words: Words) -> Record:
    constraints: Record = {"required": not column.optional}
    form = FORMS["text"] if column.many else FORMS[column.field.type]
    if not column.many:  # a cell of several values is checked by none of these
        if pattern := PATTERNS.get(column.field.type):
            constraints["pattern"] = pattern
        if column.field.values:
            constraints["enum"] = list(column.field.values)
    said = _both("field", "field_description", column.label, words)
    return {"name": column.name, **form, **said, "constraints": constraints}


def _both(titles: str, descriptions: str, key: str, words: Words) -> Record:
    """Title and description in the language of the folder, where programs look, then in both."""
    title, description = words.labels[titles][key], words.labels[descriptions][key]
    return {
        "title": title[words.language],
        "description": description[words.language],
        "titles": {language: title[language] for language in LANGUAGES},
        "descriptions": {language: description[language] for language in LANGUAGES},
    }
