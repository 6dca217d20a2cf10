"""Facets: the ways in to the register, what each case stands under, and in which order values are shown."""

from __future__ import annotations

from collections.abc import Callable

from study.knowledge import Knowledge
from study.labels import Words
from study.models.cases import Case
from study.models.vocabulary import EVIDENCE, PROCESSES, REGIONS, STAGES, TECHNOLOGIES

FACETS = ("technology", "region", "administration", "process", "stage", "evidence", "year")
NO_YEAR = "unknown"
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


def _administrations(case: Case, knowledge: Knowledge) -> list[str]:
    return [*dict.fromkeys(case.administrations), *([case.body] if case.body else [])]


VALUES: dict[str, Callable[[Case, Knowledge], list[str]]] = {
    "technology": lambda case, knowledge: [*dict.fromkeys(map(str, case.technologies))],
    "region": regions_of,
    "administration": _administrations,
    "process": lambda case, knowledge: [*dict.fromkeys(map(str, case.processes))],
    "stage": lambda case, knowledge: [str(case.stage)],
    "evidence": lambda case, knowledge: [evidence_of(case, knowledge)],
    "year": lambda case, knowledge: [str(case.since) if case.since else NO_YEAR],
}


def values_of(case: Case, facet: str, knowledge: Knowledge) -> list[str]:
    """Return what `case` stands under in one of FACETS; a body counts as an administration.

    A case of a body alone has no region; a case without a year stands under NO_YEAR.
    """
    return VALUES[facet](case, knowledge)


def all_values(facet: str, knowledge: Knowledge) -> list[str]:
    """Return every value that a facet can have, with or without cases, in the order of lists.

    Controlled values keep the order of their vocabulary, Members and bodies that of their files,
    years run from the latest to the earliest, and NO_YEAR comes last.
    """
    if facet == "administration":
        return [*knowledge.member, *knowledge.body]
    if facet == "year":
        years = {case.since for case in knowledge.cases if case.since}
        return [*(str(year) for year in sorted(years, reverse=True)), NO_YEAR]
    fixed = {
        "technology": TECHNOLOGIES,
        "region": REGIONS,
        "process": PROCESSES,
        "stage": STAGES,
        "evidence": EVIDENCE,
    }
    return list(fixed[facet])


def name_of(facet: str, value: str, knowledge: Knowledge, words: Words) -> str:
    """Return the words for a value: `East and Southern Africa (ESA)`, `Kenya`, `Pilot`, `2021`."""
    language = words.language
    if facet == "technology":
        return knowledge.technology[value].name[language]
    if facet == "region":
        name, code = knowledge.region[value].name[language], knowledge.region[value].code[language]
        return name if name.casefold() == code.casefold() else f"{name} ({code})"
    if facet == "administration":
        known = knowledge.member.get(value) or knowledge.body[value]
        return known.name[language]
    if facet == "year":
        return words("facet", "no_year") if value == NO_YEAR else value
    return words(facet, value)
