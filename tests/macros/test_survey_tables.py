"""The tables of the surveys: every figure is the record's, every heading a label."""

from __future__ import annotations

import pytest

from macros.survey_tables import TABLES, survey_table
from macros.tables import TableView
from study.knowledge import Knowledge
from tests.macros.conftest import MakePage, plain, said


def grid(view: TableView) -> list[list[str]]:
    return [[plain(cell.text) for cell in row] for row in view.rows]


EXPECTED = {
    ("participation", "en"): [
        ["@column.region", "@column.answers", "@column.members", "@column.rate"],
        ["East and South (ESA)", "2", "2", "100%"],
        ["Europe (EUR)", "0", "1", "0%"],
        ["@general.total", "2", "3", "66.7%"],
    ],
    ("use-case-participation", "fr"): [
        ["@column.region", "@column.answers", "@column.members", "@column.rate"],
        ["Est et Sud (AOA)", "1", "2", "50 %"],
        ["EUR ou <AMS>", "1", "2", "50 %"],
        ["@general.total", "2", "4", "50 %"],
    ],
    ("adoption", "en"): [
        ["@column.technology", "@column.members"],
        ["#cloud", "2"],
        ["#ai", "probably 1"],
        ["#iot", "@general.not_stated"],
    ],
    ("impact-difficulty", "fr"): [
        ["@column.technologies", "@column.impact", "@column.difficulty"],
        ["##ai, ##big-data", "@impact.highest", "@difficulty.moderate"],
    ],
    ("performance", "en"): [["@column.area", "@column.contribution"], ["Revenue", "@contribution.main"]],
    ("capacity-building", "fr"): [
        ["@column.need", "@column.description", "@column.tier"],
        ["1. Savoirs", "Savoir", "@tier.main"],
    ],
    ("other-needs", "en"): [["@column.need"], ["signatures"]],
    ("focus-technologies", "en"): [
        ["@column.question", "@column.answer"],
        ["@column.most_cited", "##big-data"],
        ["@column.selected", "##ai, ##cloud"],
        ["@column.criteria", "wishes"],
    ],
    ("calendar", "fr"): [
        ["@column.date", "@column.event"],
        ["avril 2024", "Ouverture"],
        ["17 et 20 avril 2024", "Entretiens"],
        ["28 avril – 2 mai 2024", "Réunions"],
    ],
    ("partner-agencies", "fr"): [["@column.agency"], ["Ministère"]],
    ("not-published", "en"): [["@column.chart"], ["Scores"]],
}


@pytest.mark.parametrize(("key", "language"), EXPECTED)
def test_a_table_shows_the_records(key: str, language: str, page: MakePage) -> None:
    here = page(language)
    view = survey_table(here, key)
    expected = [[said(here, text) for text in row] for row in EXPECTED[key, language]]
    assert [[column.text for column in view.columns], *grid(view)] == expected


def test_the_levels_stand_with_number_name_description_and_share(page: MakePage) -> None:
    here = page("fr")
    rows = grid(survey_table(here, "maturity"))
    levels = here.knowledge.maturity
    assert rows == [
        [f"{number}. {plain(levels[number - 1].name.fr)}", plain(levels[number - 1].summary.fr), share]
        for number, share in ((4, "12,5 %"), (1, "60 %"), (3, "27,5 %"))
    ]


@pytest.mark.parametrize(
    ("key", "total"), [("participation", True), ("use-case-participation", True), ("adoption", False)]
)
def test_only_a_sum_is_marked_as_one(key: str, total: bool, page: MakePage) -> None:
    assert survey_table(page(), key).total is total


@pytest.mark.parametrize(
    "key", ["participation", "adoption", "use-case-participation", "workshops", "network"]
)
def test_the_notes_of_rows_stand_under_the_table_once(key: str, page: MakePage) -> None:
    assert survey_table(page(), key).notes == ["Kept <as> it is."]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("key", TABLES)
def test_every_table_of_the_real_data_is_complete(
    key: str, language: str, page: MakePage, knowledge: Knowledge
) -> None:
    view = survey_table(page(language, knowledge), key)
    assert view.caption
    assert view.rows
    assert view.sources
    for row in view.rows:
        assert len(row) == len(view.columns)
        assert [cell.numeric for cell in row] == [column.numeric for column in view.columns]
        assert all(cell.text.strip() for cell in row) or key == "network"


def test_a_table_that_does_not_exist_stops_the_build(page: MakePage) -> None:
    with pytest.raises(KeyError, match="nothing"):
        survey_table(page(), "nothing")
