"""Every key that a record names exists, and every id stands once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from study.knowledge import Documents, Knowledge
from study.problems import Problem, suggestion, trail
from study.reading import place_of

Use = tuple[str, tuple[object, ...], str, str, str]  # file, path, record, key, what the key names


def reference_problems(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each id that stands twice and each key that names nothing."""
    yield from _double_ids(knowledge, documents)
    known = _known(knowledge)
    for name, path, record, key, kind in _uses(knowledge):
        if key not in known[kind]:
            field = [str(step) for step in path if isinstance(step, str)]
            yield Problem(
                name,
                *place_of(documents.by_name[name], path),
                f'{trail(record, *field[-1:])}: "{key}" is not a known {kind}{suggestion(key, known[kind])}',
            )
    if knowledge.editions.current not in {edition.id for edition in knowledge.editions.editions}:
        place = place_of(documents.by_name["data/editions.yaml"], ("current",))
        yield Problem(
            "data/editions.yaml",
            *place,
            f'current: "{knowledge.editions.current}" is not among the editions below',
        )


def _known(knowledge: Knowledge) -> Mapping[str, Iterable[str]]:
    return {
        "Member": knowledge.member,
        "region": knowledge.region,
        "body": knowledge.body,
        "source": knowledge.source,
        "term": knowledge.term,
        "data note": knowledge.data_note,
    }


def _double_ids(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    lists: list[tuple[str, tuple[str, ...], Iterable[Any]]] = [
        ("data/cases.yaml", (), knowledge.cases),
        ("data/members.yaml", ("regions",), knowledge.register.regions),
        ("data/members.yaml", ("members",), knowledge.register.members),
        ("data/bodies.yaml", (), knowledge.bodies),
        ("data/technologies.yaml", (), knowledge.technologies),
        ("data/sources.yaml", (), knowledge.sources),
        ("data/glossary.yaml", (), knowledge.glossary),
        ("data/maturity.yaml", (), knowledge.maturity),
        ("data/data-notes.yaml", (), knowledge.data_notes),
        ("data/editions.yaml", ("editions",), knowledge.editions.editions),
        ("data/project.yaml", ("milestones",), knowledge.project.milestones),
        ("data/project.yaml", ("workshops",), knowledge.project.workshops),
    ]
    for name, path, records in lists:
        first: dict[str, tuple[int, int]] = {}
        for index, record in enumerate(records):
            place = place_of(documents.by_name[name], (*path, index, "id"))
            if record.id in first:
                line = first[record.id][0]
                yield Problem(name, *place, f"{record.id} › id: stands twice; the first is on line {line}")
            first.setdefault(record.id, place)


def _uses(knowledge: Knowledge) -> Iterator[Use]:
    yield from _uses_of_cases(knowledge)
    for index, member in enumerate(knowledge.register.members):
        yield "data/members.yaml", ("members", index, "region"), member.id, member.region, "region"
    for index, body in enumerate(knowledge.bodies):
        for number, code in enumerate(body.members):
            yield "data/bodies.yaml", (index, "members", number), body.id, code, "Member"
    for index, term in enumerate(knowledge.glossary):
        for number, key in enumerate(term.see_also):
            yield "data/glossary.yaml", (index, "see_also", number), term.id, key, "term"
    for name, value in (
        ("data/survey-2024.yaml", knowledge.survey),
        ("data/use-cases-2025.yaml", knowledge.use_cases),
        ("data/project.yaml", knowledge.project),
        ("data/data-notes.yaml", knowledge.data_notes),
        ("data/editions.yaml", knowledge.editions),
    ):
        yield from _uses_inside(name, value, (), "")


FIELDS = {
    "sources": "source",
    "notes": "data note",
    "exception": "data note",
    "network_notes": "data note",
    "region": "region",
    "regions": "region",
    "member": "Member",
    "testimonials": "Member",
}


def _uses_inside(name: str, value: Any, path: tuple[object, ...], record: str) -> Iterator[Use]:
    """Return the keys that stand anywhere in `value` under a field that names records."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _uses_inside(name, item, (*path, index), record)
    elif hasattr(type(value), "model_fields"):
        inner = getattr(value, "id", record)
        for field in type(value).model_fields:
            content = getattr(value, field)
            kind = FIELDS.get(field)
            if kind and isinstance(content, str):
                yield name, (*path, field), inner or str(path[0] if path else field), content, kind
            elif kind and isinstance(content, list) and all(isinstance(key, str) for key in content):
                for index, key in enumerate(content):
                    yield name, (*path, field, index), inner or str(path[0] if path else field), key, kind
            else:
                yield from _uses_inside(name, content, (*path, field), inner)


def _uses_of_cases(knowledge: Knowledge) -> Iterator[Use]:
    name = "data/cases.yaml"
    for index, case in enumerate(knowledge.cases):
        for number, code in enumerate(case.administrations):
            yield name, (index, "administrations", number), case.id, code, "Member"
        if case.body:
            yield name, (index, "body"), case.id, case.body, "body"
        for number, key in enumerate(case.sources):
            yield name, (index, "sources", number), case.id, key, "source"
        for place, result in enumerate(case.results):
            for number, key in enumerate(result.sources):
                yield name, (index, "results", place, "sources", number), case.id, key, "source"
