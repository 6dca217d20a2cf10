"""The documents of a book: chapters that lead to each other, cases behind them, contents in front."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from markupsafe import Markup

from report.renditions.assembly import Chapter, Job, Part
from report.renditions.epub_files import CASES, Documents, Entry, Item, contents, file_of
from report.renditions.problems import NoSiteError

AI = Chapter("technologies/ai", "AI", 3)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("../../summary/", "summary.xhtml"),
        ("../../summary/#summary", "summary.xhtml#summary"),
        ("../", "technologies-index.xhtml"),
        ("#ai", "#ai"),
        ("../../summary/#gone", "https://example.org/report/2026/en/summary/#gone"),
        ("../../data/cases.csv", "https://example.org/report/2026/en/data/cases.csv"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_links_stay_in_the_book_where_it_holds_the_place(
    href: str, expected: str, job: Job, put: Callable[[str], None]
) -> None:
    put(f'<h1 id="ai">AI</h1><p><a href="{href}">a</a></p>')
    assert f'<a href="{expected}">a</a>' in Documents(job, "en").chapter(AI).content


def test_a_case_is_found_in_the_book(job: Job, put: Callable[[str], None]) -> None:
    key = job.knowledge.cases[0].id
    put(f'<h1 id="ai">AI</h1><p><a href="../../cases/{key}/">a</a></p>')
    assert f'<a href="{CASES}#case-{key}">a</a>' in Documents(job, "en").chapter(AI).content


def test_a_document_says_that_it_is_not_part_of_what_was_approved(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Documents(job, "en").chapter(AI).reservation == ""
    said = {AI.key: "not part of the approved text"}
    monkeypatch.setattr("report.renditions.epub_files.reservation", lambda job, language, key: said[key])
    assert Documents(job, "en").chapter(AI).reservation == said[AI.key]


def test_a_document_says_whether_it_holds_a_picture(job: Job, put: Callable[[str], None]) -> None:
    documents = Documents(job, "en")
    assert not documents.chapter(AI).has_pictures
    put('<h1 id="ai">AI</h1><svg viewBox="0 0 1 1"><title>t</title></svg>')
    found = documents.chapter(AI)
    assert found.has_pictures
    assert 'viewBox="0 0 1 1"' in found.content
    assert found.id == "text-technologies-ai"


def test_a_page_that_is_missing_is_named(job: Job) -> None:
    (job.site / "fr/summary/index.html").unlink()
    with pytest.raises(NoSiteError, match=r"fr/summary/index\.html"):
        Documents(job, "fr")


def test_contents_have_parts_chapters_and_sections() -> None:
    parts = [Part("", "", None, (Chapter("summary", "S", 1),)), Part("technologies", "T", 1, (AI,))]
    items = [
        Item(file_of("summary"), "S", Markup("")),
        Item(file_of(AI.key), "AI", Markup(""), [("uses", "Uses")]),
        Item(CASES, "Cases", Markup(""), [("case-a", "A")]),
    ]
    assert contents(parts, items, "Report") == [
        Entry("Report", "title.xhtml"),
        Entry("S", "summary.xhtml", []),
        Entry("T", "", [Entry("AI", "technologies-ai.xhtml", [Entry("Uses", "technologies-ai.xhtml#uses")])]),
        Entry("Cases", CASES, [Entry("A", f"{CASES}#case-a")]),
    ]
