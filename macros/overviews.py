"""Ways in: key figures, technologies, regions, Members; every number is computed from the records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.cases import CaseRow, case_row
from macros.citations import CitationView, citation
from macros.pages import ReportPage
from macros.wording import counted, region_with_code
from study.labels import sort_key
from study.models.vocabulary import REGIONS
from study.selection import select


@dataclass(frozen=True)
class KeyFigure:
    """A number, what it counts, and where it comes from or leads to."""

    value: str
    label: str
    href: str | None
    source: CitationView | None = None


def key_figures(page: ReportPage) -> list[KeyFigure]:
    """Return the figures of the home page: from the register, the survey and the project."""
    knowledge, words = page.knowledge, page.words
    survey = knowledge.survey.participation
    codes = {code for case in select(knowledge) for code in case.administrations}
    level = {each.id: each.level for each in knowledge.maturity}
    operational = [
        row.percent for row in knowledge.survey.maturity.rows if level[row.level] >= level["operational"]
    ]

    def figure(
        key: str, value: str, target: str, fragment: str = "", source: str = "", **values: object
    ) -> KeyFigure:
        cited = citation(page, source) if source else None
        return KeyFigure(value, words("key_figure", key, **values), page.link(target, fragment), cited)

    return [
        figure("cases", words.number(len(select(knowledge))), "cases/index.md"),
        figure(
            "administrations",
            words.number(len(codes)),
            "cases/administrations.md",
            total=len(knowledge.member),
        ),
        figure(
            "participation",
            words.percent(survey.total.percent),
            "survey-2024.md",
            "participation",
            survey.sources[0],
            count=survey.total.answers,
            total=survey.total.members,
        ),
        figure(
            "maturity",
            words.percent(round(sum(operational), 1)),
            "survey-2024.md",
            "maturity",
            knowledge.survey.maturity.sources[0],
        ),
        *(
            figure(
                "network",
                words.number(point.members),
                "smart-customs-project.md",
                "network",
                point.sources[0],
                date=words.day(point.date),
            )
            for point in knowledge.project.network[-1:]
        ),
        figure("terms", words.number(len(knowledge.glossary)), "glossary.md"),
    ]


@dataclass(frozen=True)
class TechnologyView:
    """A technology with its number of cases; `href` is None while its chapter is planned."""

    name: str
    covers: str
    href: str | None
    cases: str
    cases_href: str | None
    focus: bool


def technologies(page: ReportPage) -> list[TechnologyView]:
    """Return the technologies of the report, in its order."""
    knowledge = page.knowledge
    views = []
    for key, technology in knowledge.technology.items():
        count = len(select(knowledge, technology=key))
        views.append(
            TechnologyView(
                name=technology.name[page.language],
                covers=technology.covers[page.language],
                href=page.link(f"technologies/{key}.md"),
                cases=counted(page, "cases", count),
                cases_href=page.link(f"technologies/{key}.md", "cases"),
                focus=technology.focus,
            )
        )
    return views


@dataclass(frozen=True)
class RegionView:
    """A region, with how many Members and cases it has."""

    name: str
    href: str | None
    members: str
    cases: str


def regions(page: ReportPage) -> list[RegionView]:
    """Return the six regions, by key, with their Members and cases."""
    knowledge = page.knowledge
    return [
        RegionView(
            name=region_with_code(page, key),
            href=page.link("cases/regions.md", key.lower()),
            members=counted(
                page, "members", sum(member.region == key for member in knowledge.member.values())
            ),
            cases=counted(page, "cases", len(select(knowledge, region=key))),
        )
        for key in REGIONS
    ]


@dataclass(frozen=True)
class MemberView:
    """A Member and its cases."""

    id: str
    name: str
    derived: bool
    note: str
    cases: Sequence[CaseRow]


@dataclass(frozen=True)
class RegionMembers:
    """A region and its Members, in alphabetical order."""

    id: str
    name: str
    count: str
    note: str
    members: Sequence[MemberView]


def members(page: ReportPage) -> list[RegionMembers]:
    """Return all Members by region, in the alphabetical order of the page's language."""
    knowledge, language = page.knowledge, page.language
    by_member: dict[str, list[CaseRow]] = {}
    for case in select(knowledge):
        for code in case.administrations:
            by_member.setdefault(code, []).append(case_row(page, case))
    groups = []
    for key in REGIONS:
        inside = [member for member in knowledge.member.values() if member.region == key]
        note = knowledge.region[key].note
        groups.append(
            RegionMembers(
                id=f"members-{key.lower()}",
                name=region_with_code(page, key),
                count=counted(page, "members", len(inside)),
                note=note[language] if note else "",
                members=[
                    MemberView(
                        id=f"member-{member.id.lower()}",
                        name=member.name[language],
                        derived=member.status == "derived",
                        note=member.note[language] if member.note else "",
                        cases=by_member.get(member.id, []),
                    )
                    for member in sorted(inside, key=lambda each: sort_key(each.name[language]))
                ],
            )
        )
    return groups
