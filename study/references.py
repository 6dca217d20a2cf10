"""Every key that a record names exists, and every id stands once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path as File
from typing import Any

from study.addresses import RESERVED
from study.chapters import pages
from study.documents import REGISTERS, Documents, Path
from study.models.vocabulary import LEVELS, REGIONS, TECHNOLOGIES
from study.problems import Problem, shown, suggestion
from study.reading import place_of

Known = Mapping[str, frozenset[str] | None]  # ids by kind; None where their file can't be read

# fields that name one record, and fields that name several → what they name
ONE = {"region": "region", "member": "Member", "body": "body", "exception": "data note"}
SEVERAL = {
    "administrations": "Member",
    "members": "Member",
    "testimonials": "Member",
    "regions": "region",
    "sources": "source",
    "see_also": "term",
    "notes": "data note",
    "network_notes": "data note",
    "cases": "case",
}
# what is no key at all is a problem of its field, not of what it names
KEY = {"Member": re.compile(r"[A-Z]{2}"), "region": re.compile(r"[A-Z]{2,4}")}
ANY_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
WHOLE = {"technology": TECHNOLOGIES, "level": LEVELS, "region": REGIONS}
FREE = ("data/labels.yaml", "data/publication.yaml")  # no field of theirs names a record


def reference_problems(documents: Documents) -> Iterator[Problem]:
    """Return a problem for each id that stands twice and each key that names nothing."""
    known = {kind: documents.ids(kind) for kind in REGISTERS}
    for name in documents.by_name:
        if name not in FREE:
            yield from _double_ids(documents, name)
            yield from _unknown_keys(documents, name, known)
    yield from _missing_records(known)
    yield from _reserved_ids(documents)
    yield from _unknown_edition(documents)


def page_problems(root: File, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each page that a record names and that isn't there; a link to it would be left out."""
    known = pages(root, "en")
    for name in documents.by_name:
        for path, fields in documents.mappings(name):
            named = fields.get("pages")
            for index, page in enumerate(named if isinstance(named, list) else []):
                if isinstance(page, str) and page.endswith(".md") and page not in known:
                    yield documents.problem(
                        name,
                        (*path, "pages", index),
                        f"{shown(page)} is not a page below docs/en{suggestion(page, known)}",
                    )


def _unknown_keys(documents: Documents, name: str, known: Known) -> Iterator[Problem]:
    for path, fields in documents.mappings(name):
        for place, key, kind in _keys(fields):
            ids = known[kind]
            if ids is not None and key not in ids and KEY.get(kind, ANY_KEY).fullmatch(key):
                yield documents.problem(
                    name,
                    (*path, *place),
                    f"{shown(key)} is not a known {kind}; expected an id of {REGISTERS[kind][0]}"
                    f"{suggestion(key, ids)}",
                )


def _keys(fields: Mapping[str, Any]) -> Iterator[tuple[Path, str, str]]:
    """Return place, key and kind of everything that a group of fields names."""
    for field, value in fields.items():
        if field in ONE and isinstance(value, str):
            yield (field,), value, ONE[field]
        elif field in SEVERAL and isinstance(value, list):
            for index, key in enumerate(value):
                if isinstance(key, str):
                    yield (field, index), key, SEVERAL[field]


def _double_ids(documents: Documents, name: str) -> Iterator[Problem]:
    first: dict[tuple[Path, str], Path] = {}
    for path, fields in documents.mappings(name):
        key = fields.get("id")
        if isinstance(key, str) and path and isinstance(path[-1], int):
            earlier = first.setdefault((path[:-1], key), path)
            if earlier is not path:
                line = place_of(documents.by_name[name], (*earlier, "id"))[0]
                yield documents.problem(
                    name,
                    (*path, "id"),
                    f"stands twice; the first is on line {line}; expected an id of its own",
                )


def _reserved_ids(documents: Documents) -> Iterator[Problem]:
    """Return a problem for each case whose page would take the place of a list of cases."""
    name = "data/cases.yaml"
    records = documents.by_name.get(name)
    for index, record in enumerate(records if isinstance(records, list) else []):
        key = record.get("id") if isinstance(record, dict) else None
        if key in RESERVED:
            yield documents.problem(
                name, (index, "id"), f"{shown(key)} is the address of a list of cases; expected another id"
            )


def _missing_records(known: Known) -> Iterator[Problem]:
    for kind, keys in WHOLE.items():
        ids = known[kind]
        for key in keys:
            if ids is not None and key not in ids:
                name = REGISTERS[kind][0]
                yield Problem(name, 1, 1, f'there is no record of the {kind} "{key}"; expected one for each')


def _unknown_edition(documents: Documents) -> Iterator[Problem]:
    name = "data/editions.yaml"
    editions = documents.by_name.get(name)
    if not isinstance(editions, dict) or not isinstance(editions.get("editions"), list):
        return
    known = [str(each.get("id")) for each in editions["editions"] if isinstance(each, dict)]
    current = editions.get("current")
    if isinstance(current, str) and current not in known:
        yield documents.problem(
            name,
            ("current",),
            f"{shown(current)} is not among the editions below{suggestion(current, known)}",
        )
