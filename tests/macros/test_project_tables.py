"""The tables of the Smart Customs Project."""

from __future__ import annotations

import pytest

from macros.project_tables import PROJECT_TABLES
from macros.survey_tables import survey_table
from tests.macros.conftest import MakeKnowledge, MakePage, said
from tests.macros.small import SMALL
from tests.macros.test_survey_tables import grid

EXPECTED = {
    ("objectives", "fr"): [["@column.number", "@column.objective"], ["1", "Apprendre"]],
    ("workshops", "en"): [
        [
            "@column.place",
            "@column.date",
            "@column.regions",
            "@column.participants",
            "@column.administrations",
        ],
        ["Lima, Peru", "18–22 March 2024", "AMS, ESA", "1,234", "2"],
    ],
    ("workshops", "fr"): [
        [
            "@column.place",
            "@column.date",
            "@column.regions",
            "@column.participants",
            "@column.administrations",
        ],
        ["Lima, Pérou", "18–22 mars 2024", "AMS, AOA", "1 234", "2"],
    ],
    ("network", "en"): [
        ["@column.date", "@column.members", "@column.contacts", "@column.remark"],
        ["February 2025", "2", "@general.not_stated", "<experts>"],
        ["1 April 2025", "3", "5", ""],
    ],
    ("deliverables", "fr"): [["@column.deliverable", "@column.state"], ["Article", "À mi-parcours"]],
}


@pytest.mark.parametrize(("key", "language"), EXPECTED)
def test_a_table_shows_the_records(key: str, language: str, page: MakePage) -> None:
    here = page(language)
    view = PROJECT_TABLES[key](here)
    expected = [[said(here, text) for text in row] for row in EXPECTED[key, language]]
    assert [[column.text for column in view.columns], *grid(view)] == expected


@pytest.mark.parametrize("key", PROJECT_TABLES)
def test_a_table_of_the_project_is_called_like_one_of_the_surveys(key: str, page: MakePage) -> None:
    assert survey_table(page(), key) == PROJECT_TABLES[key](page())


def test_what_a_number_covers_stands_below_it(page: MakePage) -> None:
    (row,) = PROJECT_TABLES["workshops"](page("fr")).rows
    assert [cell.remark for cell in row] == ["", "", "", "plus de <cela>", ""]


@pytest.mark.parametrize(
    ("key", "sources"),
    [
        ("objectives", ["paper"]),
        ("workshops", ["paper"]),
        ("network", ["paper", "daily"]),
        ("deliverables", ["paper"]),
    ],
)
def test_a_table_cites_the_sources_of_its_records(key: str, sources: list[str], page: MakePage) -> None:
    here = page()
    PROJECT_TABLES[key](here)
    assert list(here.cited) == sources


def test_the_objectives_cite_whatever_the_project_rests_on(page: MakePage, knowing: MakeKnowledge) -> None:
    here = page(
        "en", knowing(project=SMALL["project.yaml"].replace("\nsources: [paper]", "\nsources: [daily]", 1))
    )
    PROJECT_TABLES["objectives"](here)
    assert list(here.cited) == ["daily"]
