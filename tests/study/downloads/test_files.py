"""The files of an edition and of a facet."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from study.downloads import edition_files, facet_files
from study.downloads.fields import TABLES, columns
from study.downloads.register import register as laid_out
from study.facets import FACETS, NO_YEAR
from study.knowledge import Knowledge
from study.repertory import Repertory, repertory
from tests.study.downloads.conftest import FORMULA, Standing, read_csv

LANGUAGES = ("en", "fr")
FILES = [
    "data/cases.csv",
    "data/cases.json",
    "data/cases.schema.json",
    "data/cases.xlsx",
    "data/datapackage.json",
    "data/glossary.csv",
    "data/glossary.tbx",
    "data/results.csv",
    "data/sources.csv",
]


def test_an_edition_has_these_files(register: Repertory) -> None:
    assert sorted(edition_files(register, "en")) == sorted(edition_files(register, "fr")) == FILES


def test_they_are_made_once_for_the_same_repertory(register: Repertory, held: Knowledge) -> None:
    first = edition_files(register, "en")
    assert edition_files(register, "en")["data/cases.xlsx"] is first["data/cases.xlsx"]
    again = edition_files(repertory(replace(held)), "en")
    assert again["data/cases.xlsx"] is not first["data/cases.xlsx"]


def test_what_a_caller_changes_does_not_change_the_files(register: Repertory) -> None:
    edition_files(register, "en").clear()
    assert sorted(edition_files(register, "en")) == FILES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_data_give_the_same_bytes(held: Knowledge, language: str) -> None:
    first = edition_files(repertory(held), language)
    listed = facet_files(repertory(held), language, "stage", "pilot")
    other = repertory(replace(held))
    assert edition_files(other, language) == first
    assert facet_files(other, language, "stage", "pilot") == listed


def test_the_termbase_is_the_same_in_both_folders(register: Repertory) -> None:
    english, french = (edition_files(register, each)["data/glossary.tbx"] for each in LANGUAGES)
    assert english == french


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_read_again_with_its_columns(register: Repertory, table: str, language: str) -> None:
    heading, *rows = read_csv(edition_files(register, language)[f"data/{table}.csv"], language)
    assert heading == [column.name for column in columns(TABLES[table])]
    assert rows and {len(row) for row in rows} == {len(heading)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_stands_on_one_physical_line(knowledge: Knowledge, language: str) -> None:
    files = edition_files(repertory(knowledge), language)
    for table in TABLES:
        content = files[f"data/{table}.csv"]
        lines = content.decode("utf-8-sig").split("\r\n")
        assert lines.pop() == ""
        assert len(lines) == len(read_csv(content, language))
        assert not any("\n" in line or "\r" in line for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_register_is_read_again_from_csv(knowledge: Knowledge, language: str) -> None:
    known = repertory(knowledge)
    _, *rows = read_csv(edition_files(known, language)["data/cases.csv"], language)
    expected = laid_out(known, language).rows.values()
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == [
        ["" if cell is None else str(cell).removeprefix("'") for cell in row] for row in expected
    ]


def cases_in(files: dict[str, bytes], folder: str, language: str) -> tuple[list[str], list[str]]:
    """The ids of the cases in the CSV and in the JSON file."""
    _, *rows = read_csv(files[f"{folder}cases.csv"], language)
    cases = json.loads(files[f"{folder}cases.json"])["cases"]
    return [row[0] for row in rows], [case["id"] for case in cases]


def test_withdrawn_cases_are_left_out(register: Repertory) -> None:
    files = edition_files(register, "en")
    assert cases_in(files, "data/", "en") == (["hostile", "union", "plain"],) * 2
    assert not [name for name in FILES if b"gone" in files[name]]


def test_a_formula_is_inert_in_csv_and_itself_in_json(register: Repertory) -> None:
    for language in LANGUAGES:
        files = edition_files(register, language)
        heading, first, *_ = read_csv(files["data/cases.csv"], language)
        cells = dict(zip(heading, first, strict=True))
        assert cells["title"] == f"'{FORMULA}"
        assert (cells["office"], cells["stage_note"]) == ("'@SUM(A1)", "'+1")
        assert json.loads(files["data/cases.json"])["cases"][0]["title"] == FORMULA
        for table in TABLES:
            for row in read_csv(files[f"data/{table}.csv"], language):
                assert not [cell for cell in row if cell.lstrip().startswith(tuple("=+-@＝＋－＠"))]


@pytest.mark.parametrize(
    ("language", "status"),
    [("en", "Draft — not approved by the Council"), ("fr", "Projet — non approuvé par le Conseil")],
)
def test_a_draft_says_so_in_every_file(register: Repertory, language: str, status: str) -> None:
    files = edition_files(register, language)
    for table in TABLES:
        heading, *rows = read_csv(files[f"data/{table}.csv"], language)
        assert {row[heading.index("status")] for row in rows} == {status}
    head = json.loads(files["data/cases.json"])
    assert list(head) == ["title", "edition", "status", "language", "permalink", "cases"]
    assert (head["edition"], head["status"], head["language"]) == ("2026", status, language)
    assert {case["status"] for case in head["cases"]} == {status}


def test_an_approved_edition_no_longer_says_draft(standing: Standing) -> None:
    files = edition_files(standing("approved"), "en")
    assert not [name for name in FILES if b"Draft" in files[name]]
    assert json.loads(files["data/cases.json"])["status"] == "Approved — edition 2026"


@pytest.mark.parametrize(
    ("facet", "value", "folder", "found"),
    [
        ("stage", "pilot", "cases/stage/pilot/", ["hostile", "union"]),
        ("region", "ESA", "cases/region/esa/", ["hostile"]),
        ("administration", "NO", "cases/administration/no/", ["hostile", "plain"]),
        ("administration", "eac", "cases/body/eac/", ["union"]),
        ("year", NO_YEAR, "cases/year/unknown/", ["union"]),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_value_has_files_of_its_cases_alone(
    register: Repertory, facet: str, value: str, folder: str, found: list[str], language: str
) -> None:
    files = facet_files(register, language, facet, value)
    assert sorted(files) == [f"{folder}cases.{kind}" for kind in ("csv", "json", "xlsx")]
    assert cases_in(files, folder, language) == (found, found)
    head = json.loads(files[f"{folder}cases.json"])
    assert head["permalink"] == f"https://example.org/2026/{language}/{folder}"


def test_the_title_names_the_value(register: Repertory) -> None:
    def title(language: str) -> object:
        files = facet_files(register, language, "administration", "NO")
        return json.loads(files["cases/administration/no/cases.json"])["title"]

    assert (title("en"), title("fr")) == ("Study: Norway", "Étude\u00a0: Norvège")


def test_a_value_without_cases_has_no_files(register: Repertory) -> None:
    assert facet_files(register, "en", "stage", "discontinued") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_a_value_are_lines_of_the_edition(knowledge: Knowledge, language: str) -> None:
    known = repertory(knowledge)
    whole = edition_files(known, language)["data/cases.csv"].split(b"\r\n")
    for facet in FACETS:
        value = next(iter(known.found[facet]))
        [table] = [
            content
            for path, content in facet_files(known, language, facet, value).items()
            if path.endswith(".csv")
        ]
        assert set(table.split(b"\r\n")) <= set(whole)


def test_a_register_without_cases_still_has_its_files(held: Knowledge) -> None:
    files = edition_files(repertory(replace(held, cases=[])), "en")
    assert sorted(files) == FILES
    assert json.loads(files["data/cases.json"])["cases"] == []
