"""The files of `data/` as they were written: what each record says, and where it says it.

Checks across files read these, not the models, so that a wrong field hides no other problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from study.problems import Problem, trail_to
from study.reading import place_of

Path = tuple[object, ...]

# what a key may name → the file that lists it, and under which field
REGISTERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "Member": ("data/members.yaml", ("members",)),
    "region": ("data/members.yaml", ("regions",)),
    "body": ("data/bodies.yaml", ()),
    "technology": ("data/technologies.yaml", ()),
    "level": ("data/maturity.yaml", ()),
    "source": ("data/sources.yaml", ()),
    "term": ("data/glossary.yaml", ()),
    "data note": ("data/data-notes.yaml", ()),
    "case": ("data/cases.yaml", ()),
    "checklist": ("data/readiness.yaml", ()),
}


@dataclass(frozen=True)
class Documents:
    """The files by name, such as `data/cases.yaml`; one that can't be read is missing here."""

    by_name: Mapping[str, Any]
    _ids: dict[str, frozenset[str] | None] = field(default_factory=dict, compare=False, repr=False)
    _groups: dict[str, list[tuple[Path, dict[str, Any]]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def mappings(self, name: str) -> Iterator[tuple[Path, dict[str, Any]]]:
        """Return every group of fields in a file, with its path; an outer one before its inner ones."""
        if name not in self._groups:  # each check asks anew, and a large register takes its time
            self._groups[name] = list(_mappings(self.by_name.get(name), ()))
        return iter(self._groups[name])

    def ids(self, kind: str) -> frozenset[str] | None:
        """Return the ids of all records of `kind`, or None where their file can't be read."""
        if kind not in self._ids:
            self._ids[kind] = self._read_ids(kind)
        return self._ids[kind]

    def _read_ids(self, kind: str) -> frozenset[str] | None:
        name, path = REGISTERS[kind]
        records = self.by_name.get(name)
        for step in path:
            records = records.get(step) if isinstance(records, dict) else None
        if not isinstance(records, list):
            return None
        return frozenset(
            each["id"] for each in records if isinstance(each, dict) and isinstance(each.get("id"), str)
        )

    def problem(self, name: str, path: Path, message: str) -> Problem:
        """Return a problem of the value at `path`, named by its record and fields."""
        return problem_at(name, self.by_name[name], path, message)


def problem_at(name: str, document: Any, path: Path, message: str) -> Problem:
    """Return a problem of the value at `path` in a document."""
    where = trail_to(document, path)
    return Problem(name, *place_of(document, path), f"{where}: {message}" if where else f"the file {message}")


def _mappings(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from _mappings(part, (*path, step))
