"""Which cases a table shows, and who acts in a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict, Unpack

from study.facets import FACETS, values_of
from study.knowledge import Knowledge
from study.models.cases import Case
from study.repertory import repertory


class Conditions(TypedDict, total=False):
    """What a case must meet; a condition that is absent or None counts for every case."""

    technology: str | None
    region: str | None
    administration: str | None
    process: str | None
    stage: str | None
    evidence: str | None
    year: str | None


def select(knowledge: Knowledge, **conditions: Unpack[Conditions]) -> list[Case]:
    """Return the cases that meet every given condition, in the order of the register; none withdrawn."""
    wanted = _wanted(conditions)
    known = repertory(knowledge)
    if not wanted:
        return list(known.cases)
    # the rarest condition first: a register of thousands is not read through for each table
    first, *others = sorted(wanted.items(), key=lambda each: len(known.under(*each)))
    return _meeting(dict(others), known.under(*first), knowledge)


def select_withdrawn(knowledge: Knowledge, **conditions: Unpack[Conditions]) -> list[Case]:
    """Return the withdrawn cases that meet every given condition, in the order of the register."""
    return _meeting(_wanted(conditions), repertory(knowledge).withdrawn, knowledge)


def _wanted(conditions: Conditions) -> dict[str, str]:
    wanted = {name: str(value) for name, value in conditions.items() if value is not None}
    if unknown := wanted.keys() - set(FACETS):
        raise TypeError(f"{min(unknown)} is not a condition; expected {', '.join(FACETS)}")
    return wanted


def _meeting(wanted: dict[str, str], cases: Iterable[Case], knowledge: Knowledge) -> list[Case]:
    return [
        case
        for case in cases
        if all(value in values_of(case, facet, knowledge) for facet, value in wanted.items())
    ]


def administrations_of(case: Case, knowledge: Knowledge, language: str) -> list[str]:
    """Return the names of the case's administrations and body in `language`."""
    names = [knowledge.member[code].name[language] for code in case.administrations]
    if case.body:
        names.append(knowledge.body[case.body].name[language])
    return names
