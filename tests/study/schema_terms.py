"""JSON-LD as a processor of its standard reads it, and the terms of schema.org that the report uses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pyld import jsonld

from study.linked_parts import json_ld_text

SCHEMA = "https://schema.org/"
# schema.org: each type that is used with the one above it, and each property with the type it is for
TYPES = {
    "Thing": "",
    "CreativeWork": "Thing",
    "Article": "CreativeWork",
    "Report": "Article",
    "Dataset": "CreativeWork",
    "MediaObject": "CreativeWork",
    "DataDownload": "MediaObject",
    "Organization": "Thing",
    "GovernmentOrganization": "Organization",
    "Intangible": "Thing",
    "DefinedTerm": "Intangible",
    "Chapter": "CreativeWork",
    "DefinedTermSet": "CreativeWork",
}
PROPERTIES = {
    **dict.fromkeys(("alternateName", "description", "identifier", "name", "url"), "Thing"),
    **dict.fromkeys(
        (
            *("about", "abstract", "archivedAt", "author", "citation", "creativeWorkStatus"),
            *("dateModified", "datePublished", "encodingFormat", "inLanguage", "isPartOf", "license"),
            *("publisher", "version", "exampleOfWork", "workExample"),
            *("hasPart", "position"),
        ),
        "CreativeWork",
    ),
    "contentUrl": "MediaObject",
    "distribution": "Dataset",
    "termCode": "DefinedTerm",
    "hasDefinedTerm": "DefinedTermSet",
}


def expanded(data: dict[str, Any]) -> list[Any]:
    """What a processor of JSON-LD makes of the data; the context of schema.org in its essence."""
    context = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}, "contentUrl": {"@type": "@id"}}}

    def load(address: str, options: dict[str, Any]) -> dict[str, Any]:
        assert address == "https://schema.org"
        return {"contextUrl": None, "documentUrl": address, "document": context}

    result: list[Any] = jsonld.expand(json.loads(json_ld_text(data)), {"documentLoader": load})
    return result


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)
    if isinstance(value, dict) and "@type" in value:
        yield value


def lineage(kind: str) -> Iterator[str]:
    while kind:
        yield kind
        kind = TYPES[kind]


def faults(data: dict[str, Any]) -> list[str]:
    """Return the types and properties that schema.org does not know, or not in this place."""
    found = []
    for node in nodes(expanded(data)):
        [kind] = [each.removeprefix(SCHEMA) for each in node["@type"]]
        for name in node:
            name = name.removeprefix(SCHEMA)
            if not name.startswith("@") and (
                kind not in TYPES or PROPERTIES.get(name) not in set(lineage(kind))
            ):
                found.append(f"{kind}.{name}")
    return found
