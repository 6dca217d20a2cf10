"""Rows of the tables: a record laid flat, and the same row as a line of CSV.

RFC 4180 gives the form of a line; a cell that a spreadsheet would take for a formula is made text
(OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from study.downloads.fields import Column
from study.downloads.records import Record
from study.labels import Words

Cell = str | int | None
DELIMITERS = {"en": ",", "fr": ";"}  # what spreadsheets of each language expect
LINE_END = "\r\n"
BETWEEN = " | "
STAND_IN = "¦"  # for a bar inside one of several values, so that the values can be told apart
# No-break spaces are French typography and stay; every other white space becomes one space,
# so no cell begins with a tab or a line end either.
BLANK = re.compile(r"[^\S\u00a0\u202f]+")
# A spreadsheet may look for a formula behind marks without width, too.
FORMULA = re.compile(r"[\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def row(record: Record, columns: Iterable[Column], words: Words) -> list[Cell]:
    """Return the cells of a record: texts on one line, numbers, None where there is nothing."""
    flat = {**record, "results": _with_measurers(record, words)} if "results" in record else record
    return [_cell(flat, column) for column in columns]


def _with_measurers(record: Record, words: Words) -> list[Record]:
    """In a cell, a result is followed by who measured it."""
    results = record["results"]
    assert isinstance(results, list)
    return [
        {"text": words("download", "result", text=each["text"], who=each["measured_by"])} for each in results
    ]


def _cell(record: Record, column: Column) -> Cell:
    value = record[column.place[0]]
    parts = column.place[1:]
    if isinstance(value, list):
        values = [each[parts[0]] if parts else each for each in value]
        return BETWEEN.join(_on_one_line(each or "").replace("|", STAND_IN) for each in values) or None
    if isinstance(value, dict):
        value = value[parts[0]]
    assert value is None or isinstance(value, str | int)
    return _on_one_line(value) if isinstance(value, str) else value


def _on_one_line(text: str) -> str:
    return BLANK.sub(" ", text).strip()


def csv_line(cells: Iterable[Cell], language: str) -> str:
    """Return a row as one physical line with its line end, delimited as spreadsheets of `language` expect."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=DELIMITERS[language], lineterminator=LINE_END)
    writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in cells])
    return line.getvalue()


def inert(text: str) -> str:
    """Return `text` with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def csv_file(columns: Iterable[Column], lines: Iterable[str], language: str) -> bytes:
    """Return a table: byte order mark, which spreadsheets need to read UTF-8, names of columns, lines."""
    heading = csv_line([column.name for column in columns], language)
    return "".join(("\ufeff", heading, *lines)).encode()
