"""The files of `data/`: what each holds and by which model it is read."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from study.models.approvals import Approval
from study.models.assessment import Checklist, Dimension
from study.models.cases import Case
from study.models.project import Project
from study.models.publication import Editions, Label, Publication
from study.models.registers import Body, MaturityLevel, Members, Source, TechnologyRecord, Term
from study.models.surveys import DataNote, Survey, UseCases

# a file of data/approvals/
APPROVAL: TypeAdapter[Approval] = TypeAdapter(Approval)

LATER = ConfigDict(defer_build=True)  # until a file is read: a build may find its records kept

# file name → attribute of Knowledge, and what the file must be
FILES: dict[str, tuple[str, TypeAdapter[Any]]] = {
    "publication.yaml": ("publication", TypeAdapter(Publication)),
    "editions.yaml": ("editions", TypeAdapter(Editions)),
    "labels.yaml": ("labels", TypeAdapter(dict[str, dict[str, Label]], config=LATER)),
    "members.yaml": ("register", TypeAdapter(Members)),
    "bodies.yaml": ("bodies", TypeAdapter(list[Body], config=LATER)),
    "technologies.yaml": ("technologies", TypeAdapter(list[TechnologyRecord], config=LATER)),
    "sources.yaml": ("sources", TypeAdapter(list[Source], config=LATER)),
    "glossary.yaml": ("glossary", TypeAdapter(list[Term], config=LATER)),
    "maturity.yaml": ("maturity", TypeAdapter(list[MaturityLevel], config=LATER)),
    "survey-2024.yaml": ("survey", TypeAdapter(Survey)),
    "use-cases-2025.yaml": ("use_cases", TypeAdapter(UseCases)),
    "project.yaml": ("project", TypeAdapter(Project)),
    "data-notes.yaml": ("data_notes", TypeAdapter(list[DataNote], config=LATER)),
    "readiness.yaml": ("checklists", TypeAdapter(list[Checklist], config=LATER)),
    "self-assessment.yaml": ("dimensions", TypeAdapter(list[Dimension], config=LATER)),
    "cases.yaml": ("cases", TypeAdapter(list[Case], config=LATER)),
}


@cache
def known_fields() -> list[str]:
    """Return the name of every field that any record may have, sorted."""
    names: set[str] = set()

    def collect(schema: Any) -> None:
        if isinstance(schema, dict):
            names.update(schema.get("properties", {}))
            for value in schema.values():
                collect(value)
        elif isinstance(schema, list):
            for value in schema:
                collect(value)

    for _, adapter in FILES.values():
        collect(adapter.json_schema())
    collect(APPROVAL.json_schema())
    return sorted(names)
