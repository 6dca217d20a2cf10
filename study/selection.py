"""Which cases a table shows, and what follows from a case's records: regions and evidence."""

from __future__ import annotations

from collections.abc import Iterable

from study.knowledge import Knowledge
from study.models.cases import Case

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


def select(
    knowledge: Knowledge,
    *,
    technology: str | None = None,
    region: str | None = None,
    administration: str | None = None,
    process: str | None = None,
    stage: str | None = None,
    evidence: str | None = None,
) -> list[Case]:
    """Return the cases that meet every given condition, in the order of the register."""
    cases: Iterable[Case] = (case for case in knowledge.cases if case.withdrawn is None)
    if technology:
        cases = (case for case in cases if technology in case.technologies)
    if region:
        cases = (case for case in cases if region in regions_of(case, knowledge))
    if administration:
        cases = (case for case in cases if administration in case.administrations)
    if process:
        cases = (case for case in cases if process in case.processes)
    if stage:
        cases = (case for case in cases if case.stage == stage)
    if evidence:
        cases = (case for case in cases if evidence_of(case, knowledge) == evidence)
    return list(cases)


def administrations_of(case: Case, knowledge: Knowledge, language: str) -> list[str]:
    """Return the names of the case's administrations and body in `language`."""
    names = [knowledge.member[code].name[language] for code in case.administrations]
    if case.body:
        names.append(knowledge.body[case.body].name[language])
    return names
