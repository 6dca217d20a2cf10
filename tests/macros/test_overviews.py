"""Key figures and technologies: every number is counted from the records."""

from __future__ import annotations

import re

import pytest

from macros.overviews import key_figures, technologies
from macros.wording import counted
from tests.macros.conftest import MakeKnowledge, MakePage
from tests.macros.small import SMALL


@pytest.mark.parametrize(
    ("language", "values"),
    [
        ("en", ["3", "4", "66.7%", "40%", "3", "4"]),
        ("fr", ["3", "4", "66,7\u202f%", "40\u202f%", "3", "4"]),
    ],
)
def test_key_figures_are_those_of_the_records(language: str, values: list[str], page: MakePage) -> None:
    assert [figure.value for figure in key_figures(page(language))] == values


def test_key_figures_lead_to_where_they_come_from(page: MakePage) -> None:
    figures = key_figures(page())
    assert [figure.href for figure in figures] == [
        "../cases/",
        "../cases/administrations/",
        "../survey-2024/#participation",
        "../survey-2024/#maturity",
        "../smart-customs-project/#network",
        "../glossary/",
    ]
    assert [figure.source.href if figure.source else None for figure in figures] == [
        None,
        None,
        "#source-paper",
        "#source-paper",
        "#source-daily",
        None,
    ]


def test_the_share_at_operational_level_counts_the_levels_not_their_place(
    page: MakePage, knowing: MakeKnowledge
) -> None:
    rows = "[{level: transformational, percent: 7}, {level: experimental, percent: 20}, {level: advanced, percent: 3.2}]"
    survey = re.sub(r"rows: \[\{level: advanced.*\]", f"rows: {rows}", SMALL["survey-2024.yaml"])
    figures = key_figures(page("en", knowing(survey_2024=survey)))
    assert figures[3].value == "10.2%"


def test_a_network_without_figures_is_left_out(page: MakePage, knowing: MakeKnowledge) -> None:
    project = re.sub(r"network:\n(  - .*\n)+", "network: []\n", SMALL["project.yaml"])
    assert len(key_figures(page("en", knowing(project=project)))) == 5


def test_a_register_without_cases_is_no_error(page: MakePage, knowing: MakeKnowledge) -> None:
    here = page("en", knowing(cases="[]"))
    assert [figure.value for figure in key_figures(here)][:2] == ["0", "0"]
    assert {technology.cases for technology in technologies(here)} == {counted(here, "cases", 0)}


def test_a_technology_without_a_chapter_has_no_link(page: MakePage) -> None:
    here = page()
    views = dict(zip(here.knowledge.technology, technologies(here), strict=True))
    ai, blockchain = views["ai"], views["blockchain"]
    assert (ai.href, ai.cases_href) == ("../technologies/ai/", "../technologies/ai/#cases")
    assert (blockchain.href, blockchain.cases_href) == (None, None)
    assert (ai.cases, blockchain.cases) == (counted(here, "cases", 2), counted(here, "cases", 1))


def test_technologies_stand_in_the_order_of_their_file(page: MakePage) -> None:
    here = page("fr")
    assert [view.name for view in technologies(here)] == [
        each.name.fr for each in here.knowledge.technologies
    ]
