"""Ways in: key figures and technologies; every number is computed from the records."""

from __future__ import annotations

from dataclasses import dataclass

from macros.citations import CitationView, citation
from macros.pages import ReportPage
from macros.wording import counted


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
    active = page.repertory.found["administration"].keys() & knowledge.member.keys()
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
        figure("cases", words.number(len(page.repertory.cases)), "cases/index.md"),
        figure(
            "administrations",
            words.number(len(active)),
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
        count = len(page.repertory.under("technology", key))
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
