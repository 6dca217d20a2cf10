"""Rows: a record laid flat, and its line of CSV."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.downloads.fields import CASE, SOURCE, columns
from study.downloads.records import case_record, source_records
from study.downloads.rows import Cell, csv_file, csv_line, inert, row
from study.knowledge import Knowledge
from study.labels import Words
from tests.study.downloads.conftest import FORMULA, MARKUP, read_csv


def flat(held: Knowledge, key: str, language: str = "en") -> dict[str, Cell]:
    """The cells of a case by the names of their columns."""
    words, shown = Words(language, held.labels), columns(CASE)
    cells = row(case_record(held.case[key], held, words), shown, words)
    return {column.name: cell for column, cell in zip(shown, cells, strict=True)}


def test_several_values_stand_in_one_cell_in_the_same_order(held: Knowledge) -> None:
    cells = flat(held, "hostile")
    assert (cells["administrations"], cells["administration_names"]) == ("NO | KE", "Norway | Kenya")
    assert cells["sources"] == "bare | note"


def test_a_bar_within_a_value_does_not_divide_it(held: Knowledge) -> None:
    cells = flat(held, "hostile")
    assert cells["partners"] == "-1 ¦ x | =1"
    assert cells["source_titles"] == FORMULA.replace("|", "¦") + " | A note"


def test_a_source_without_an_address_leaves_an_empty_place(held: Knowledge) -> None:
    cell = flat(held, "hostile")["source_urls"]
    assert isinstance(cell, str)
    assert cell.split(" | ") == ["", "https://example.org/note"]


@pytest.mark.parametrize(
    ("language", "results"),
    [
        ("en", "10% less (measured by: Customs) | =2 (measured by: -)"),
        ("fr", "10% less (mesuré par\u00a0: Customs) | =2 (mesuré par\u00a0: -)"),
    ],
)
def test_a_result_is_followed_by_who_measured_it(held: Knowledge, language: str, results: str) -> None:
    assert flat(held, "hostile", language)["results"] == results


def test_what_is_not_there_is_no_cell_and_a_year_is_a_number(held: Knowledge) -> None:
    cells = flat(held, "union")
    empty = (
        "administrations",
        "regions",
        "office",
        "stage_note",
        "since",
        "results",
        "partners",
        "confirmed",
    )
    assert [cells[name] for name in empty] == [None] * len(empty)
    assert (cells["body"], flat(held, "plain")["since"]) == ("eac", 2024)


def test_line_breaks_and_tabs_become_a_space_and_no_break_spaces_stay(held: Knowledge) -> None:
    assert flat(held, "hostile")["summary"] == f"{MARKUP} second line"
    words, shown = Words("fr", held.labels), columns(SOURCE)
    [record, *_] = source_records(held.cases, held, words)
    record["title"] = "un\u00a0: deux\u202f; \u2028trois \r\n  quatre\t"
    assert row(record, shown, words)[5] == "un\u00a0: deux\u202f; trois quatre"


@pytest.mark.parametrize(
    "text", [FORMULA, "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\u200b=1", "\ufeff\u2060-1"]
)
def test_a_text_that_a_spreadsheet_would_run_is_inert(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["a=1", "1-1", "e-mail", "'=1", "«\u00a0=1\u00a0»", ""])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1", "  =1", " \u00a0=1"])
def test_a_formula_behind_white_space_is_inert(held: Knowledge, text: str) -> None:
    words = Words("en", held.labels)
    [record, *_] = source_records(held.cases, held, words)
    record["title"] = text
    [_, cells] = read_csv(
        csv_file(columns(SOURCE), [csv_line(row(record, columns(SOURCE), words), "en")], "en"), "en"
    )
    assert cells[5] == "'=1"


@pytest.mark.parametrize(("language", "line"), [("en", '"a,b",c;d,1,\r\n'), ("fr", 'a,b;"c;d";1;\r\n')])
def test_cells_are_divided_as_spreadsheets_of_the_language_expect(language: str, line: str) -> None:
    assert csv_line(["a,b", "c;d", 1, None], language) == line


def test_quotes_are_doubled() -> None:
    assert csv_line(['say "yes"'], "en") == '"say ""yes"""\r\n'


def test_a_file_begins_with_a_byte_order_mark_and_the_names_of_the_columns() -> None:
    content = csv_file(columns(CASE), [], "fr")
    assert content.startswith(b"\xef\xbb\xbfid;edition;status;")
    assert content.endswith(b";confirmed\r\n")


@given(
    st.lists(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\n\0")), min_size=2),
    st.sampled_from(["en", "fr"]),
)
def test_any_text_without_line_breaks_is_read_again_from_one_line(cells: list[str], language: str) -> None:
    line = csv_line(cells, language)
    assert line.count("\n") == 1
    assert read_csv(line.encode(), language) == [[inert(cell) for cell in cells]]
