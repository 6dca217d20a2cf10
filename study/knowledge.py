"""The report's whole knowledge, read once: every record of `data/`, looked up by its id."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from study.editions.standing import REHEARSAL, Standing
from study.models.approvals import Approval
from study.models.assessment import Checklist, Dimension
from study.models.cases import Case
from study.models.project import Project
from study.models.publication import Edition, Editions, Label, Publication
from study.models.registers import (
    Body,
    MaturityLevel,
    Member,
    Members,
    Region,
    Source,
    TechnologyRecord,
    Term,
)
from study.models.surveys import DataNote, Survey, UseCases


@dataclass(frozen=True)
class Knowledge:
    """Records as they stand in `data/`; lists keep the order of the files."""

    root: Path
    cases: list[Case]
    register: Members
    bodies: list[Body]
    technologies: list[TechnologyRecord]
    sources: list[Source]
    glossary: list[Term]
    maturity: list[MaturityLevel]
    survey: Survey
    use_cases: UseCases
    project: Project
    data_notes: list[DataNote]
    checklists: list[Checklist]
    dimensions: list[Dimension]
    labels: Mapping[str, Mapping[str, Label]]
    publication: Publication
    editions: Editions
    approvals: Mapping[str, Approval] = field(default_factory=dict)  # by edition
    built_as: Standing | None = None  # what a build was asked for (`study.building`); a draft if nothing

    @cached_property
    def case(self) -> dict[str, Case]:
        """Return cases by id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def member(self) -> dict[str, Member]:
        """Return Members by two-letter code."""
        return {member.id: member for member in self.register.members}

    @cached_property
    def region(self) -> dict[str, Region]:
        """Return regions by key."""
        return {region.id: region for region in self.register.regions}

    @cached_property
    def body(self) -> dict[str, Body]:
        """Return unions and regional bodies by id."""
        return {body.id: body for body in self.bodies}

    @cached_property
    def technology(self) -> dict[str, TechnologyRecord]:
        """Return technologies by key."""
        return {str(technology.id): technology for technology in self.technologies}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Return sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def term(self) -> dict[str, Term]:
        """Return glossary terms by id."""
        return {term.id: term for term in self.glossary}

    @cached_property
    def data_note(self) -> dict[str, DataNote]:
        """Return data notes by id."""
        return {note.id: note for note in self.data_notes}

    def ids(self, kind: str) -> Collection[str]:
        """Return the ids of all records of `kind`: a case, a source, a term …"""
        registers: dict[str, Collection[str]] = {
            "case": self.case,
            "source": self.source,
            "term": self.term,
            "technology": self.technology,
            "region": self.region,
            "Member": self.member,
            "body": self.body,
            "data note": self.data_note,
            "checklist": self.checklist,
        }
        return registers[kind]

    @cached_property
    def checklist(self) -> dict[str, Checklist]:
        """Return readiness checklists by technology."""
        return {str(checklist.id): checklist for checklist in self.checklists}

    @cached_property
    def edition(self) -> Edition:
        """Return the edition that this checkout builds."""
        return next(each for each in self.editions.editions if each.id == self.editions.current)

    @cached_property
    def standing(self) -> Standing:
        """Return how the edition being built stands; a draft unless a build was asked for another."""
        current = self.editions.current
        return self.built_as or Standing(current, current, "draft", rehearsal=self.publication.rehearsal)

    def standing_as(self, standing: Standing, approvals: Mapping[str, Approval]) -> Knowledge:
        """Return the same knowledge in a build of `standing`: what `editions.yaml` says of status no longer counts.

        The status of the edition being built is that of its standing. An earlier one of this site that has
        a record among `approvals`, by edition, is approved; it has the day of its approval unless it has another.
        """
        editions = [self._as_it_stands(each, standing, approvals) for each in self.editions.editions]
        return replace(
            self,
            editions=self.editions.model_copy(update={"editions": editions}),
            approvals=approvals,
            built_as=standing,
        )

    def _as_it_stands(
        self, edition: Edition, standing: Standing, approvals: Mapping[str, Approval]
    ) -> Edition:
        approval = approvals.get(edition.id)
        if edition.published_elsewhere:
            return edition
        if edition.id == standing.edition:
            return edition.model_copy(update={"status": standing.shown})
        if approval is None:
            return edition.model_copy(update={"status": "draft"})
        rehearsal = approval.rehearsal or self.publication.rehearsal
        status = REHEARSAL if rehearsal else "approved"
        return edition.model_copy(update={"status": status, "date": edition.date or approval.date})

    def members_of(self, region: str) -> list[Member]:
        """Return the Members of a region, in the order of their file."""
        return [member for member in self.register.members if member.region == region]

    def chapter(self, technology: str, language: str) -> Path:
        """Return the path of a technology's chapter, whether it has been written or not."""
        return self.root / "docs" / language / "technologies" / f"{technology}.md"
