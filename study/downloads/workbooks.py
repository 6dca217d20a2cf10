"""Spreadsheets (Office Open XML, ECMA-376): cases, data dictionary, and what the file is."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from study.downloads.dictionary import dictionary
from study.downloads.register import Register
from study.downloads.rows import Cell
from study.labels import Words
from study.models.values import LANGUAGES

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Texts stay texts: nothing is turned into a formula, a link or a number.
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
MANY = 1000  # cases; more are written out row by row, fewer are quicker in memory, without files
LONGEST = 32_767  # characters of a cell, by the limits of spreadsheets
WIDTHS = {
    "id": 24,
    "permalink": 30,
    "title": 40,
    "summary": 80,
    "results": 60,
    "stage_note": 40,
    "sources": 30,
}
WIDTHS |= {"source_titles": 60, "source_urls": 60, "partners": 40, "process_names": 30, "since": 8}
USUAL_WIDTH = 18  # characters
READING_WIDTH = 100


def workbook(register: Register, cases: Sequence[str], title: str, permalink: str) -> bytes:
    """Return a spreadsheet of the cases with these ids; the same bytes for the same data."""
    from xlsxwriter import Workbook  # a build that finds its files kept does without

    file = io.BytesIO()
    many = len(cases) > MANY
    book = Workbook(file, OPTIONS | {"constant_memory": many, "in_memory": not many})
    _describe(book, register, title)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    _cases(book, register, cases, wrapped, heading)
    _dictionary(book, register, wrapped, heading)
    _about(book, register, title, permalink, wrapped, heading)
    book.close()
    return file.getvalue()


def _describe(book: Workbook, register: Register, title: str) -> None:
    """Properties that say nothing of the person or the day that made the file."""
    publisher = register.knowledge.publication.publisher[register.language]
    created = datetime.fromisoformat(register.knowledge.editions.as_of)
    status = _status(register)
    book.set_properties({"title": title, "author": publisher, "status": status, "created": created})


def _status(register: Register) -> str:
    edition = register.knowledge.edition
    return register.words("status_sentence", edition.status, edition=edition.id)


def _cases(
    book: Workbook, register: Register, cases: Iterable[str], wrapped: Format, heading: Format
) -> None:
    sheet = book.add_worksheet(register.words("download", "sheet_cases"))
    columns = register.columns
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(column.name, USUAL_WIDTH))
    sheet.freeze_panes(1, 1)
    _write(sheet, 0, [column.name for column in columns], heading)
    last = 0
    for last, key in enumerate(cases, 1):
        _write(sheet, last, register.rows[key], wrapped)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _dictionary(book: Workbook, register: Register, wrapped: Format, heading: Format) -> None:
    """Name and type, then title and meaning in each language."""
    sheet = book.add_worksheet(register.words("download", "sheet_dictionary"))
    sheet.set_column(0, 1, USUAL_WIDTH)
    sheet.set_column(2, 5, READING_WIDTH // 2)
    sheet.freeze_panes(1, 1)
    all_words = [Words(language, register.words.labels) for language in LANGUAGES]
    titles = [words("download", key) for words in all_words for key in ("column_title", "column_meaning")]
    names = [register.words("download", key) for key in ("column_name", "column_type")]
    _write(sheet, 0, [*names, *titles], heading)
    entries = [dictionary("cases", words) for words in (register.words, *all_words)]
    for number, (own, *both) in enumerate(zip(*entries, strict=True), 1):
        said = [text for each in both for text in (each.title, each.meaning)]
        _write(sheet, number, [own.name, own.type, *said], wrapped)


def _about(
    book: Workbook, register: Register, title: str, permalink: str, wrapped: Format, heading: Format
) -> None:
    """Title, edition, status and address, then the disclaimers: what must not be lost on the way."""
    words, language = register.words, register.language
    sheet = book.add_worksheet(words("download", "sheet_about"))
    sheet.set_column(0, 0, USUAL_WIDTH * 2)
    sheet.set_column(1, 1, READING_WIDTH)
    facts = {
        "title": title,
        "edition": register.knowledge.edition.id,
        "status": _status(register),
        "permalink": permalink,
    }
    lines = [(words("field", key), text) for key, text in facts.items()]
    lines += [
        (each.title[language], each.text[language]) for each in register.knowledge.publication.disclaimers
    ]
    for number, (name, text) in enumerate(lines):
        sheet.write_string(number, 0, name, heading)
        _write(sheet, number, [None, text], wrapped)


def _write(sheet: Worksheet, number: int, cells: Sequence[Cell], form: Format) -> None:
    for place, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(number, place, cell[:LONGEST], form)
        elif cell is not None:
            sheet.write_number(number, place, cell, form)
