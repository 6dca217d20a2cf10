"""Which cases a table shows, and what follows from a case's records: regions and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict, Unpack

from study.knowledge import Knowledge
from study.models.cases import Case

# condition → field of a case that must hold its value
LISTS = {"technology": "technologies", "administration": "administrations", "process": "processes"}
# From strongest to weakest: a standard says what is agreed, not what an administration did,
# so it counts with the official sources that publish it.
STRENGTH = {"official": 0, "standard": 0, "academic": 1, "company": 2, "press": 3}


def regions_of(case: Case, knowledge: Knowledge) -> list[str]:
    """Return the region keys of the case's administrations, each once, in order."""
    return list(dict.fromkeys(knowledge.member[code].region for code in case.administrations))


def evidence_of(case: Case, knowledge: Knowledge) -> str:
    """Return the kind of the strongest source: official, academic, company or press."""
    kinds = [knowledge.source[key].kind for key in case.sources]
    best = min(kinds, key=lambda kind: STRENGTH[kind])
    return "official" if best == "standard" else str(best)


class Conditions(TypedDict, total=False):
    """What a case must meet; a condition that is absent or None counts for every case."""

    technology: str | None
    region: str | None
    administration: str | None
    process: str | None
    stage: str | None
    evidence: str | None


def select(knowledge: Knowledge, **conditions: Unpack[Conditions]) -> list[Case]:
    """Return the cases that meet every given condition, in the order of the register; none withdrawn."""
    return [case for case in _matching(knowledge, conditions) if case.withdrawn is None]


def select_withdrawn(knowledge: Knowledge, **conditions: Unpack[Conditions]) -> list[Case]:
    """Return the withdrawn cases that meet every given condition, in the order of the register."""
    return [case for case in _matching(knowledge, conditions) if case.withdrawn is not None]


def _matching(knowledge: Knowledge, conditions: Conditions) -> Iterator[Case]:
    wanted = {name: value for name, value in conditions.items() if value is not None}
    return (case for case in knowledge.cases if all(_has(case, knowledge, *each) for each in wanted.items()))


def _has(case: Case, knowledge: Knowledge, name: str, value: object) -> bool:
    if name in LISTS:
        return value in getattr(case, LISTS[name])
    if name == "region":
        return value in regions_of(case, knowledge)
    if name == "stage":
        return case.stage == value
    if name == "evidence":
        return evidence_of(case, knowledge) == value
    raise TypeError(f"{name} is not a condition; expected {', '.join(Conditions.__annotations__)}")


def administrations_of(case: Case, knowledge: Knowledge, language: str) -> list[str]:
    """Return the names of the case's administrations and body in `language`."""
    names = [knowledge.member[code].name[language] for code in case.administrations]
    if case.body:
        names.append(knowledge.body[case.body].name[language])
    return names
