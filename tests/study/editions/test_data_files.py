"""What counts in a data file; that the real downloads keep to it is held in tests/study/downloads."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from study.editions.data_files import data_form, is_counted
from study.problems import ReportError

CSV = '\ufeffid;status;text\r\na;Projet;Un texte\r\nb;Projet;"Un; autre"\r\n'
CASES = {
    "title": "T",
    "status": "Draft",
    "cases": [{"id": "a", "status": "Draft", "stage": {"status": "kept"}}],
}
PACKAGE = {
    "status": "Draft",
    "description": "Draft. What customs do. In two languages.",
    "resources": [
        {"name": "cases", "bytes": 9, "hash": "sha256:1", "schema": {"fields": [{"name": "status"}]}}
    ],
}
TBX = """<?xml version='1.0' encoding='utf-8'?>
<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic"><tbxHeader><fileDesc><titleStmt><title>T</title>
<note xml:lang="fr">Titre</note><note xml:lang="en">Draft</note><note xml:lang="fr">Projet</note></titleStmt></fileDesc></tbxHeader>
<text><body><conceptEntry id="term-a"><note>ISO 1</note><term>a term</term></conceptEntry></body></text></tbx>
"""
SITE = "fr/data/"


def form(folder: Path, name: str, content: str | bytes) -> bytes:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return data_form(path, f"{SITE}{name}")


def changed(folder: Path, name: str, content: str, old: str, new: str) -> bool:
    assert old in content
    return form(folder, name, content) != form(folder, name, content.replace(old, new))


@pytest.mark.parametrize(
    ("name", "content", "old", "new"),
    [
        ("a.csv", CSV, "Projet", "Approuvée"),
        ("a.csv", CSV, "\ufeff", ""),
        ("a.csv", CSV, "Un texte", '"Un texte"'),
        ("a.json", json.dumps(CASES), "Draft", "Approved"),
        ("a.json", json.dumps(CASES), ", ", ",\n"),
        ("a.json", json.dumps(PACKAGE), "Draft", "Approved"),
        ("a.json", json.dumps(PACKAGE), "sha256:1", "sha256:2"),
        ("a.json", json.dumps({"a": "é"}), "\\u00e9", "é"),
        ("a.json", '{"a": 1, "b": 2}', '"a": 1, "b": 2', '"b": 2, "a": 1'),
        ("a.tbx", TBX, ">Draft<", ">Approved<"),
        ("a.tbx", TBX, ">Projet<", ">Approuvée<"),
        ("a.tbx", TBX, "<title>", "\n\t<title>"),
    ],
)
def test_status_and_layout_do_not_count(tmp_path: Path, name: str, content: str, old: str, new: str) -> None:
    assert not changed(tmp_path, name, content, old, new)


@pytest.mark.parametrize(
    ("name", "content", "old", "new"),
    [
        ("a.csv", CSV, "texte", "Texte"),
        ("a.csv", CSV, "text\r", "words\r"),
        ("a.csv", CSV, "\r\nb;", "\r\nc;"),
        ("a.csv", CSV, '"Un; autre"', "Un; autre"),
        ("a.json", json.dumps(CASES), '"T"', '"U"'),
        ("a.json", json.dumps(CASES), "kept", "lost"),
        ("a.json", json.dumps(PACKAGE), "two", "2"),
        ("a.json", json.dumps(PACKAGE), '"name": "status"', '"name": "state"'),
        ("a.json", '[{"status": "Draft"}]', "Draft", "Approved"),
        ("a.tbx", TBX, "Titre", "Titres"),
        ("a.tbx", TBX, "ISO 1", "ISO 2"),
        ("a.tbx", TBX, "a term", "a word"),
        ("a.tbx", TBX, "term-a", "term-b"),
        ("a.txt", "status", "status", "Status"),
        ("a.svg", "<svg/>", "/", " /"),
    ],
)
def test_content_counts(tmp_path: Path, name: str, content: str, old: str, new: str) -> None:
    assert changed(tmp_path, name, content, old, new)


def test_the_delimiter_is_that_of_the_language(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,status,text\na,Draft,b\n", encoding="utf-8")
    draft = data_form(path, "en/data/a.csv")
    path.write_text("id,status,text\na,Approved,b\n", encoding="utf-8")
    assert data_form(path, "en/data/a.csv") == draft
    assert data_form(path, "fr/data/a.csv") != draft


def book(path: Path, status: str = "Draft", text: str = "words", sheet: str = "Cases") -> Path:
    made = Workbook()
    made.properties.contentStatus = status
    assert made.active is not None
    made.active.title = sheet
    made.active.append(["id", "status", "text", "number"])
    made.active.append(["a", status, text, 3])
    made.create_sheet("About").append(["Status", status])
    made.save(path)
    return path


def test_a_workbook_counts_by_its_cells_but_for_the_status(tmp_path: Path) -> None:
    draft = data_form(book(tmp_path / "a.xlsx"), "en/a.xlsx")
    assert data_form(book(tmp_path / "b.xlsx", status="Approved"), "en/a.xlsx") == draft
    assert data_form(book(tmp_path / "c.xlsx", text="word"), "en/a.xlsx") != draft
    assert data_form(book(tmp_path / "d.xlsx", sheet="Case"), "en/a.xlsx") != draft


def test_a_workbook_that_is_packed_or_styled_otherwise_counts_the_same(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx")
    with (
        zipfile.ZipFile(path) as packed,
        zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_STORED) as other,
    ):
        for name in reversed(packed.namelist()):
            other.writestr(name, packed.read(name))
    assert path.read_bytes() != (tmp_path / "b.xlsx").read_bytes()
    assert data_form(tmp_path / "b.xlsx", "en/a.xlsx") == data_form(path, "en/a.xlsx")
    styled = load_workbook(path)
    styled["Cases"].column_dimensions["A"].width = 99
    styled.save(tmp_path / "c.xlsx")
    assert data_form(tmp_path / "c.xlsx", "en/a.xlsx") == data_form(path, "en/a.xlsx")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", b""),
        ("a.xlsx", b"PK\x03\x04 no archive"),
        ("a.json", b'{"a": '),
        ("a.json", b"[" * 100_000),
        ("a.json", b"\xff"),
        ("a.csv", b"a;b\n\xff"),
        ("a.csv", b'a;b\n"open'),
        ("a.tbx", b"<tbx>"),
        ("a.tbx", b'<!DOCTYPE tbx [<!ENTITY a "aa">]><tbx>&a;</tbx>'),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(ReportError) as refused:
        form(tmp_path, name, content)
    assert all(problem.file == f"{SITE}{name}" for problem in refused.value.problems)


def test_a_workbook_cut_short_is_named(tmp_path: Path) -> None:
    whole = book(tmp_path / "a.xlsx").read_bytes()
    with pytest.raises(ReportError, match="can't be read as XLSX"):
        form(tmp_path, "b.xlsx", whole[: len(whole) // 2])


@pytest.mark.parametrize(
    "name",
    [
        "en/data/cases.csv",
        "fr/cases/stage/pilot/cases.xlsx",
        "en/a.bib",
        "en/photo.JPG",
        "assets/chart.svg",
        "en/x.HTML",
    ],
)
def test_data_and_images_are_counted(name: str) -> None:
    assert is_counted(name)


@pytest.mark.parametrize(
    "name",
    [
        "en/index.html",
        "sitemap.xml",
        "MANIFEST.json",
        "pages.json",
        "SHA256SUMS",
        "en/search/search_index.json",
        "fr/feed.xml",
        "fr/llms.txt",
        "en/technologies/ai.md",
        "en/files/disruptive-technologies-2026-en.pdf",
        "assets/site.css",
        "assets/javascripts/a.js.map",
        "assets/fonts/a.woff2",
    ],
)
def test_what_leads_to_pages_or_serves_programs_is_not(name: str) -> None:
    assert not is_counted(name)
