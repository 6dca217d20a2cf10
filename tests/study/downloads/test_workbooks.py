"""Spreadsheets, as another program reads them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from study.downloads.register import Register, register
from study.downloads.rows import Cell
from study.downloads.workbooks import LONGEST, workbook
from study.knowledge import Knowledge
from study.repertory import Repertory, repertory
from tests.study.downloads.conftest import FORMULA, MARKUP, Standing, both
from tests.study.register import case, with_cases

HERE = "https://example.org/2026/en/cases/"


def made(of: Repertory, language: str = "en") -> tuple[Register, bytes]:
    whole = register(of, language)
    return whole, workbook(whole, list(whole.rows), "Study", HERE)


def read(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(book: Workbook, place: int) -> list[list[Cell]]:
    """The values of a sheet, row by row."""
    return [[cell.value for cell in line] for line in book.worksheets[place].iter_rows()]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_spreadsheet_holds_the_rows_of_the_register(register: Repertory, language: str) -> None:
    whole, content = made(register, language)
    heading, *rows = cells(read(content), 0)
    assert heading == [column.name for column in whole.columns]
    assert rows == list(whole.rows.values())


def test_the_real_register_is_read_again_in_both_languages(knowledge: Knowledge) -> None:
    for language in ("en", "fr"):
        whole, content = made(repertory(knowledge), language)
        assert cells(read(content), 0)[1:] == list(whole.rows.values())


def test_no_text_becomes_a_formula_a_link_or_a_number(register: Repertory) -> None:
    _, content = made(register)
    book = read(content)
    kinds = {cell.data_type for sheet in book.worksheets for line in sheet.iter_rows() for cell in line}
    assert kinds == {"s", "n"}
    assert not any(cell.hyperlink for line in book.worksheets[0].iter_rows() for cell in line)
    first = dict(zip(*cells(book, 0)[:2], strict=True))
    assert (first["title"], first["office"], first["stage_note"]) == (FORMULA, "@SUM(A1)", "+1")
    assert first["summary"] == f"{MARKUP} second line"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        assert not any(b"<f>" in parts.read(name) for name in names)
        assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]


def test_a_text_that_looks_like_an_escape_stays_as_it_is(held: Knowledge) -> None:
    """ECMA-376 part 1, 22.9.2.19: the sign that begins an escape is escaped itself."""
    odd = case(held, "odd", title="_x0041_ and _x000D_")
    content = workbook(register_of(with_cases(held, odd)), ["odd"], "t", HERE)
    assert "_x0041_ and _x000D_" in cells(read(content), 0)[1]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"_x005F_x0041_ and _x005F_x000D_" in b"".join(map(parts.read, parts.namelist()))


def test_a_large_register_gives_the_same_cells_as_a_small_one(
    held: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = register_of(held)
    ids = list(whole.rows)
    small = [cells(read(workbook(whole, ids, "t", HERE)), sheet) for sheet in range(3)]
    monkeypatch.setattr("study.downloads.workbooks.MANY", 0)
    assert [cells(read(workbook(whole, ids, "t", HERE)), sheet) for sheet in range(3)] == small


def register_of(knowledge: Knowledge) -> Register:
    return register(repertory(knowledge), "en")


def test_a_text_longer_than_a_cell_is_cut_to_its_length(held: Knowledge) -> None:
    long = case(held, "long", summary=both("x" * (LONGEST + 9)))
    found = cells(read(workbook(register_of(with_cases(held, long)), ["long"], "t", HERE)), 0)[1]
    assert "x" * LONGEST in found


def test_the_heading_stays_in_sight_and_columns_can_be_filtered(register: Repertory) -> None:
    sheet = read(made(register)[1]).worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:AE4")
    assert all(cell.alignment.wrap_text for cell in sheet[2] if cell.value is not None)


def test_the_data_dictionary_stands_in_both_languages(register: Repertory) -> None:
    whole, content = made(register, "fr")
    book = read(content)
    heading, *rows = cells(book, 1)
    assert heading[2:] == ["Title in English", "Meaning in English", "Titre en français", "Sens en français"]
    assert [line[0] for line in rows] == [column.name for column in whole.columns]
    by_name = {line[0]: line for line in rows}
    assert (by_name["since"][2], by_name["since"][4]) == ("Since", "Depuis")


@pytest.mark.parametrize("status", ["draft", "approved"])
@pytest.mark.parametrize(("language", "place"), [("en", "Permanent address"), ("fr", "Adresse permanente")])
def test_the_last_sheet_says_what_the_file_is(
    standing: Standing, status: str, language: str, place: str
) -> None:
    whole, content = made(standing(status), language)
    said = dict(cells(read(content), 2))  # type: ignore[arg-type]
    assert whole.words("status_sentence", status, edition="2026") in said.values()
    assert said[place] == HERE
    assert "Study" in said.values()


def test_the_disclaimers_stand_on_the_last_sheet(knowledge: Knowledge) -> None:
    _, content = made(repertory(knowledge), "fr")
    said = dict(cells(read(content), 2))  # type: ignore[arg-type]
    for each in knowledge.publication.disclaimers:
        assert said[each.title.fr] == each.text.fr


def test_the_file_names_the_publisher_and_no_person_or_day_of_making(register: Repertory) -> None:
    about = read(made(register)[1]).properties
    assert (about.creator, about.lastModifiedBy, about.title) == ("Nobody", "Nobody", "Study")
    assert f"{about.created:%Y-%m-%d}" == f"{about.modified:%Y-%m-%d}" == "2026-01-31"
    assert about.contentStatus == "Draft — not approved by the Council"


def test_the_same_data_give_the_same_bytes(held: Knowledge) -> None:
    first = made(repertory(held))[1]
    second = made(repertory(replace(held)))[1]
    assert first == second
