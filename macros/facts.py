"""What surveys and register say of a technology, as label and value, at the head of its chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.citations import CitationView, citations
from macros.pages import ReportPage
from macros.wording import capitalized, counted
from study.facets import regions_of
from study.models.vocabulary import REGIONS
from study.selection import select

SURVEY = "survey-2024.md"


@dataclass(frozen=True)
class Fact:
    """A label, its value, where to read more, and the sources behind it."""

    label: str
    value: str
    href: str | None
    sources: Sequence[CitationView] = ()


def technology_facts(page: ReportPage, key: str) -> list[Fact]:
    """Return the facts of a technology, those of the survey first."""
    return [*_adoption(page, key), *_impact(page, key), *_register(page, key), *_focus(page, key)]


def _fact(page: ReportPage, label: str, value: str, href: str | None, sources: Sequence[str] = ()) -> Fact:
    return Fact(page.words("facts", label), capitalized(value), href, citations(page, list(sources)))


def _adoption(page: ReportPage, key: str) -> Iterator[Fact]:
    words, adoption = page.words, page.knowledge.survey.adoption
    row = next((row for row in adoption.rows if row.technology == key), None)
    if row is None:
        value = words("facts", "adoption_not_listed")
    elif row.members is not None:
        value = counted(page, "members", row.members)
    elif row.probable is not None:
        value = words("facts", "adoption_uncertain", count=row.probable)
    else:
        value = words("general", "not_stated")
    yield _fact(page, "adoption", value, page.link(SURVEY, "adoption"), adoption.sources)
    potential = [str(each) for each in adoption.development_potential]
    if key in potential:
        rank = words("rank", str(potential.index(key) + 1))
        yield _fact(page, "potential", rank, page.link(SURVEY, "development-potential"), adoption.sources)


def _impact(page: ReportPage, key: str) -> Iterator[Fact]:
    words, impact = page.words, page.knowledge.survey.impact_difficulty
    for row in impact.rows:
        if key in row.technologies:
            value = words(
                "facts",
                "impact_value",
                impact=words("impact", row.impact).lower(),
                difficulty=words("difficulty", row.difficulty).lower(),
            )
            yield _fact(page, "impact", value, page.link(SURVEY, "impact-and-difficulty"), impact.sources)


def _register(page: ReportPage, key: str) -> Iterator[Fact]:
    knowledge, words = page.knowledge, page.words
    cases = select(knowledge, technology=key)
    count = counted(page, "cases", len(cases))
    if not cases:
        yield _fact(page, "cases", count, None)
        return
    stages = [words("stage", stage).lower() for stage in dict.fromkeys(case.stage for case in cases)]
    value = words("facts", "cases_value", count=count, stages=", ".join(stages))
    yield _fact(page, "cases", value, "#cases")
    covered = {region for case in cases for region in regions_of(case, knowledge)}
    codes = [knowledge.region[region].code[page.language] for region in REGIONS if region in covered]
    yield _fact(page, "regions", ", ".join(codes), page.link("cases/regions.md"))


def _focus(page: ReportPage, key: str) -> Iterator[Fact]:
    if page.knowledge.technology[key].focus:
        value = page.words("facts", "focus_value")
        yield _fact(page, "focus", value, page.link(SURVEY, "focus-technologies"))
