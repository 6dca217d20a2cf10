"""The register as readers search it: its cases in force, and which of them stand under each facet value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from study.facets import FACETS, all_values, values_of
from study.history import stages_by_edition
from study.knowledge import Knowledge
from study.models.cases import Case


@dataclass(frozen=True)
class Repertory:
    """Cases in the order of the register; `found[facet][value]` are those in force under a value."""

    knowledge: Knowledge
    cases: list[Case]
    withdrawn: list[Case]
    found: Mapping[str, Mapping[str, list[Case]]]
    published: Mapping[str, Mapping[str, str]]  # edition → case → the stage it was published with

    def under(self, facet: str, value: str) -> list[Case]:
        """Return the cases in force under a value; an empty list if there are none."""
        return self.found[facet].get(value, [])


_last: Repertory | None = None


def repertory(knowledge: Knowledge) -> Repertory:
    """Return the repertory of `knowledge`; it is made once for the same knowledge."""
    global _last
    if _last is None or _last.knowledge is not knowledge:
        _last = _repertory(knowledge)
    return _last


def _repertory(knowledge: Knowledge) -> Repertory:
    found: dict[str, dict[str, list[Case]]] = {facet: {} for facet in FACETS}
    cases = [case for case in knowledge.cases if case.withdrawn is None]
    for case in cases:
        for facet, values in found.items():
            for value in values_of(case, facet, knowledge):
                values.setdefault(value, []).append(case)
    withdrawn = [case for case in knowledge.cases if case.withdrawn is not None]
    return Repertory(knowledge, cases, withdrawn, found, stages_by_edition(knowledge.root))


def has_page(repertory: Repertory, facet: str, value: str) -> bool:
    """Return whether a value has a page of its own: each with a case in force, and every Member and region."""
    known = repertory.knowledge
    always = facet == "region" or (facet == "administration" and value in known.member)
    return always or value in repertory.found[facet]


def crossed(repertory: Repertory, technology: str, facet: str) -> dict[str, list[Case]]:
    """Return the cases of a technology under each value of a second facet, none empty, in the order of values."""
    found: dict[str, list[Case]] = {}
    for case in repertory.under("technology", technology):
        for value in values_of(case, facet, repertory.knowledge):
            found.setdefault(value, []).append(case)
    return {value: found[value] for value in all_values(facet, repertory.knowledge) if value in found}
