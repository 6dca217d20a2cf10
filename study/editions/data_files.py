"""What a data file says, laid out so that its packing, its order of properties and the status don't count."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

from openpyxl import load_workbook

from study.downloads.rows import DELIMITERS
from study.problems import Problem, ReportError
from study.renditions import FILES
from study.translation.xml_reading import Element, read_xml

# What leads to pages, or what programs need: it is made from what is counted, or says nothing by itself.
DERIVED_FOLDERS = {"search", FILES}
DERIVED_FILES = {"feed.xml", "llms.txt"}
DERIVED_ENDINGS = (".md",)  # of chapters, which say what their pages say, with the status
ASSETS = "assets"
MACHINERY = {".css", ".eot", ".js", ".json", ".map", ".ttf", ".wasm", ".woff", ".woff2"}
STATUS = "status"
DIGESTS_OF_TABLES = {"bytes", "hash"}  # of tables with their status; each table has a digest of its own
TITLE_NOTES = 1  # notes of a termbase's title that are titles, in French; the others say the status


def is_counted(name: str) -> bool:
    """Tell whether a file of the site, not a page, is content: what stands in a language, and images."""
    parts = name.split("/")
    if parts[0] == ASSETS:
        return Path(name).suffix.lower() not in MACHINERY
    if len(parts) < 2 or name.endswith(".html"):
        return False
    if parts[-1] in DERIVED_FILES or name.endswith(DERIVED_ENDINGS):
        return False
    return not DERIVED_FOLDERS & set(parts[:-1])


def data_form(path: Path, name: str) -> bytes:
    """Return what a file says without the status; `name` is its path in the site.

    A kind of file that is not known says all its bytes. Raise ReportError for one that can't be read.
    """
    form = FORMS.get(path.suffix.lower())
    if form is None:
        return path.read_bytes()
    try:
        lines = form(path, name)
        return normalize("NFC", "\n".join(lines) + "\n").encode("utf-8", "surrogatepass")
    except (ReportError, OSError):
        raise
    except Exception as error:  # a damaged workbook makes openpyxl and zipfile raise nearly anything
        why = f"can't be read as {path.suffix[1:].upper()}: {error}"
        raise ReportError([Problem(name, 0, 0, why)]) from error


def _table(path: Path, name: str) -> Iterator[str]:
    """A table as rows of cells; the delimiter is the one of its language."""
    delimiter = DELIMITERS.get(name.split("/")[0], ",")
    text = path.read_bytes().decode("utf-8-sig")
    left_out: set[int] = set()
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)):
        if number == 0:
            left_out = {place for place, column in enumerate(row) if column == STATUS}
        yield _line([cell for place, cell in enumerate(row) if place not in left_out])


def _json(path: Path, name: str) -> Iterator[str]:
    """Properties are sorted; the status of the file and of each of its records is left out."""
    data = json.loads(path.read_bytes().decode("utf-8"))
    if isinstance(data, dict):
        if "resources" in data:
            data = _package(data)
        data = {key: _records(value) for key, value in _stated(data).items()}
    yield json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0)


def _records(value: Any) -> Any:
    return (
        [_stated(each) if isinstance(each, dict) else each for each in value]
        if isinstance(value, list)
        else value
    )


def _stated(record: dict[str, Any]) -> dict[str, Any]:
    """A status is words; a property of this name with parts is the description of a field."""
    return {key: value for key, value in record.items() if key != STATUS or not isinstance(value, str)}


def _package(data: dict[str, Any]) -> dict[str, Any]:
    """A data package begins its description with the status, and knows its tables by all their bytes."""
    _, _, description = str(data.get("description", "")).partition(". ")
    resources = [
        {key: value for key, value in each.items() if key not in DIGESTS_OF_TABLES}
        if isinstance(each, dict)
        else each
        for each in data["resources"]
    ]
    return data | {"description": description, "resources": resources}


def _workbook(path: Path, name: str) -> Iterator[str]:
    """The cells of each sheet; those that say what the file gives as its own status are left out."""
    book = load_workbook(io.BytesIO(path.read_bytes()), read_only=True)
    try:
        status = book.properties.contentStatus
        yield _line([book.properties.title, book.properties.creator])
        for sheet in book.worksheets:
            yield _line([sheet.title])
            for row in sheet.iter_rows(values_only=True):
                cells = [None if status and cell == status else cell for cell in row]
                while cells and cells[-1] is None:
                    cells.pop()
                yield _line(cells)
    finally:
        book.close()


def _termbase(path: Path, name: str) -> Iterator[str]:
    """Elements with their attributes and words; the notes of the title that say the status are left out."""
    yield from _element(read_xml(path, name))


def _element(element: Element) -> Iterator[str]:
    yield _line([element.name, sorted(element.attributes.items())])
    notes = 0
    for inner in element.inner:
        if isinstance(inner, str):
            if inner.strip():
                yield _line([" ".join(inner.split(" \t\n\r"))])
            continue
        is_note = inner.name.endswith("}note") and element.name.endswith("}titleStmt")
        notes += is_note
        if not is_note or notes <= TITLE_NOTES:
            yield from _element(inner)
    yield _line([])


def _line(cells: list[Any]) -> str:
    return json.dumps(cells, ensure_ascii=False, default=str)


FORMS: dict[str, Callable[[Path, str], Iterator[str]]] = {
    ".csv": _table,
    ".json": _json,
    ".xlsx": _workbook,
    ".tbx": _termbase,
}
