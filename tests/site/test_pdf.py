"""PDFs of the real report: what a checker that knows nothing of us says, and what stands in them."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import page as checker
import pytest

from report.renditions.assembly import LANGUAGES, Job, article
from report.renditions.pdf_document import Assembly
from report.renditions.printing import pdf
from study import building
from study.knowledge import Knowledge
from tests.conftest import ROOT
from tests.report.renditions.reading import bookmarks, fonts, opened, tags, words

CHAPTER = "technologies/ai"  # it has charts, tables, cases, questions and foreign sources
TIME = 1_790_000_000
SHORT = """
import sys
from pathlib import Path
from report.renditions.assembly import Job
from report.renditions.pdf_document import Assembly
from report.renditions.printing import pdf
from study import building
root, site = Path(sys.argv[1]), Path(sys.argv[2])
job = Job(root, site, building.knowledge(root), 1_790_000_000)
sys.stdout.buffer.write(pdf(root, Assembly(job, "fr").chapter("verify")))
"""


@pytest.fixture(scope="module")
def job(site: Path) -> Job:
    return Job(ROOT, site, building.knowledge(ROOT), TIME)


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def printed(job: Job, language: str) -> bytes:
    """One chapter as a PDF."""
    return pdf(ROOT, Assembly(job, language).chapter(CHAPTER))


def failures(content: bytes) -> list[str]:
    """Return what the checker finds wrong by the rules of PDF/UA-1."""
    found = checker.validate_pdf_bytes(content, profile="ua1")
    assert found.is_compliant == (not found.failures)
    return [f"{each.rule_id}: {each.message}" for each in found.failures]


def test_a_chapter_meets_pdf_ua(printed: bytes) -> None:
    assert failures(printed) == []


@pytest.mark.parametrize("broken", ["language", "alternative text", "tags", "title"])
def test_the_checker_finds_a_pdf_that_was_broken(printed: bytes, broken: str) -> None:
    found = opened(printed)
    if broken == "language":
        del found.Root.Lang
    elif broken == "alternative text":
        del next(tags(found, "Figure")).Alt
    elif broken == "tags":
        del found.Root.StructTreeRoot
    else:
        del found.Root.Metadata
    changed = io.BytesIO()
    found.save(changed)
    assert failures(changed.getvalue())


def test_title_language_and_keywords_are_those_of_the_chapter_and_nobody_is_its_author(
    job: Job, printed: bytes, language: str
) -> None:
    found = opened(printed)
    title = "Artificial intelligence" if language == "en" else "Intelligence artificielle"
    status = job.words(language)("status_sentence", "draft")
    assert str(found.Root.Lang) == language
    assert str(found.docinfo["/Title"]).startswith(title)
    assert status in str(found.docinfo["/Title"])
    assert "/Author" not in found.docinfo
    assert "/CreationDate" not in found.docinfo
    assert job.words(language)("print", "keywords") in str(found.docinfo["/Keywords"])
    assert found.Root.ViewerPreferences.DisplayDocTitle


def test_bookmarks_are_the_headings_of_the_page(job: Job, printed: bytes, language: str) -> None:
    headings = article(job, language, CHAPTER).xpath(".//h1 | .//h2 | .//h3")
    assert bookmarks(opened(printed)) == [heading.text_content() for heading in headings]


def test_only_our_typefaces_are_used_and_all_are_embedded(printed: bytes) -> None:
    found = fonts(opened(printed))
    assert found
    assert all(found.values())
    assert all("+Report-S" in name for name in found)


def test_every_sheet_says_edition_and_status(job: Job, printed: bytes, language: str) -> None:
    line = f"{job.words(language)('general', 'edition')} 2026 · {job.words(language)('status_sentence', 'draft')}"
    found = opened(printed)
    for sheet in found.pages:
        assert line in words(sheet)


def test_every_sheet_has_its_number_and_how_many_there_are(printed: bytes) -> None:
    found = opened(printed)
    pages = list(found.pages)
    for number, sheet in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in words(sheet)


def test_every_chart_has_its_title_as_alternative_text(job: Job, printed: bytes, language: str) -> None:
    titles = [each.text for each in article(job, language, CHAPTER).xpath(".//svg/title")]
    assert titles
    found = opened(printed)
    assert [str(figure.Alt) for figure in tags(found, "Figure")] == titles


def test_contents_give_the_sheets_on_which_sections_begin(job: Job, printed: bytes, language: str) -> None:
    found = opened(printed)
    sheets = [words(sheet) for sheet in found.pages]
    contents = next(at for at, said in enumerate(sheets) if job.words(language)("print", "contents") in said)
    sections = [each.text_content() for each in article(job, language, CHAPTER).xpath(".//h2")]
    for title in sections:
        shown = " ".join(title.split())
        number = re.search(rf"{re.escape(shown)}[ .]*?(\d+)(?!\d)", sheets[contents])
        assert number, shown
        assert shown in sheets[int(number[1]) - 1]


def test_footnotes_are_notes_with_ids_of_their_own(printed: bytes) -> None:
    found = opened(printed)
    notes = [str(note.ID) for note in tags(found, "Note")]
    assert len(notes) > 20
    assert len(notes) == len(set(notes))


def test_titles_in_other_languages_keep_their_language(printed: bytes, language: str) -> None:
    other = {"en": "fr", "fr": "en"}[language]
    found = opened(printed)
    assert {other, "es"} <= {str(tag.Lang) for tag in tags(found) if "/Lang" in tag}


def test_links_lead_to_the_site_by_permalink_and_within_the_file(printed: bytes, language: str) -> None:
    outside, inside = set(), 0
    found = opened(printed)
    for sheet in found.pages:
        for link in sheet.get("/Annots", []):
            if "/A" in link and "/URI" in link.A:
                outside.add(str(link.A.URI))
            elif "/Dest" in link or "/A" in link:
                inside += 1
    assert f"https://example.org/report/2026/{language}/{CHAPTER}/#p1" in outside
    assert all(address.startswith(("https://", "http://")) for address in outside)
    assert inside > 50


def test_a_pdf_has_the_same_bytes_wherever_and_whenever_it_is_made(site: Path, tmp_path: Path) -> None:
    made = []
    for number, zone in enumerate(("Pacific/Kiritimati", "America/St_Johns")):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = subprocess.run(
            [sys.executable, "-c", SHORT, str(ROOT), str(site)],
            cwd=folder,
            env={
                **os.environ,
                "TZ": zone,
                "PYTHONHASHSEED": str(number + 1),
                "PYTHONPATH": str(ROOT),
                "LC_ALL": ("C", "C.UTF-8")[number],
                "HOME": str(folder),
            },
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        made.append(done.stdout)
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF-1.7")


@pytest.mark.long
def test_the_whole_report_meets_pdf_ua_and_holds_every_chapter_and_case(
    job: Job, language: str, knowledge: Knowledge
) -> None:
    assembly = Assembly(job, language)
    content = pdf(ROOT, assembly.whole())
    assert failures(content) == []
    marked = bookmarks(opened(content))
    for part in assembly.parts:
        for chapter in part.chapters:
            assert chapter.title in marked
    for case in knowledge.cases:
        assert case.title[language] in marked
