"""The files to download: of an edition, and of the cases under one value of a facet."""

from __future__ import annotations

import json
from collections.abc import Iterable

from study.addresses import CATALOGUE, DOWNLOADS, facet_path, permalink
from study.downloads.case_schema import case_schema
from study.downloads.fields import RESULT, SOURCE, TERM, Field, columns
from study.downloads.packages import data_package
from study.downloads.records import Record, own, result_records, source_records, term_record
from study.downloads.register import Register, compact, register
from study.downloads.rows import csv_file, csv_line, row
from study.downloads.termbases import termbase
from study.downloads.workbooks import workbook
from study.facets import name_of
from study.repertory import Repertory

Files = dict[str, bytes]
_last: dict[str, tuple[Repertory, Files]] = {}


def edition_files(repertory: Repertory, language: str) -> Files:
    """Return the files of the edition by their path below the folder of `language`, such as `data/cases.csv`.

    They are made once for the same repertory. Withdrawn cases are in none of them.
    """
    last = _last.get(language)
    if last is None or last[0] is not repertory:
        _last[language] = last = (repertory, _edition_files(register(repertory, language)))
    return dict(last[1])


def recall_edition_files(repertory: Repertory, language: str, files: Files) -> None:
    """Take `files` for what `edition_files` returns from now on: an earlier build made them from the same."""
    _last[language] = (repertory, files)


def forget_edition_files() -> None:
    """Let go of the files of the edition, for a process that has written them."""
    _last.clear()


def _edition_files(whole: Register) -> Files:
    title = whole.knowledge.publication.title[whole.language]
    cases = _case_files(whole, title, CATALOGUE, [case.id for case in whole.repertory.cases])
    tables = {"cases": cases["cases.csv"], **_other_tables(whole)}
    files = cases | {f"{name}.csv": table for name, table in tables.items()}
    files["glossary.tbx"] = termbase(whole.knowledge)
    files["cases.schema.json"] = _readable(case_schema(whole))
    files["datapackage.json"] = _readable(data_package(whole, tables))
    return {f"{DOWNLOADS}{name}": content for name, content in files.items()}


def facet_files(repertory: Repertory, language: str, facet: str, value: str) -> Files:
    """Return CSV, JSON and XLSX of the cases under a value by their path, such as `cases/stage/pilot/cases.csv`.

    The dictionary is empty where no case stands under the value.
    """
    cases = [case.id for case in repertory.under(facet, value)]
    if not cases:
        return {}
    whole, path = register(repertory, language), facet_path(facet, value)
    title = whole.words(
        "download",
        "facet_title",
        title=whole.knowledge.publication.title[language],
        value=name_of(facet, value, whole.knowledge, whole.words),
    )
    return {f"{path}{name}": content for name, content in _case_files(whole, title, path, cases).items()}


def _case_files(whole: Register, title: str, path: str, cases: list[str]) -> Files:
    head = {"title": title, **own(whole.knowledge, whole.words, path)}
    address = permalink(whole.knowledge, whole.language, path)
    return {
        "cases.csv": csv_file(whole.columns, (whole.lines[key] for key in cases), whole.language),
        "cases.json": _json(head, [whole.texts[key] for key in cases]),
        "cases.xlsx": workbook(whole, cases, title, address),
    }


def _json(head: Record, cases: list[str]) -> bytes:
    """One case per line, put together from texts that were made once."""
    texts = ",\n".join(cases)
    return f'{compact(head)[:-1]},"cases":[\n{texts}\n]}}\n'.encode()


def _readable(value: Record) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _other_tables(whole: Register) -> Files:
    """The tables beside that of cases; `data_package` describes all four."""
    cases, knowledge, words = whole.repertory.cases, whole.knowledge, whole.words
    results = [record for case in cases for record in result_records(case, knowledge, words)]
    terms = [term_record(term, knowledge, words) for term in knowledge.glossary]
    return {
        "results": _table(RESULT, results, whole),
        "sources": _table(SOURCE, source_records(cases, knowledge, words), whole),
        "glossary": _table(TERM, terms, whole),
    }


def _table(fields: tuple[Field, ...], records: Iterable[Record], whole: Register) -> bytes:
    shown = columns(fields)
    lines = (csv_line(row(record, shown, whole.words), whole.language) for record in records)
    return csv_file(shown, lines, whole.language)
