"""The HTML that a PDF is made of."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from report.renditions.assembly import Job
from report.renditions.pdf_document import Assembly
from report.renditions.problems import NotPrintedError

Put = Callable[[str], None]


@pytest.fixture
def styled(job: Job, root: Path) -> Job:
    """The small report with the templates of the real one."""
    shutil.copytree(root / "overrides/print", job.root / "overrides/print")
    return job


def read(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_the_whole_report_has_its_parts_and_chapters_in_the_order_of_the_navigation(styled: Job) -> None:
    page = read(Assembly(styled, "en").whole())
    assert page.get("lang") == "en"
    assert [each.text_content() for each in page.xpath("//h1 | //h2")] == [
        *("Summary", "Technologies", "Technologies\u202f?", "Artificial intelligence"),
    ]
    assert [each.get("href") for each in page.xpath("//a[@class='contents-line']")] == [
        *("#top-summary--", "#top-technologies-index--", "#top-technologies-ai--"),
    ]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_way_within_the_document_leads_to_something(styled: Job, put: Put) -> None:
    put(
        '<h1 id="ai">AI</h1><h2 id="uses">Uses</h2><p><a href="../../summary/#summary">s</a> <a href="../">t</a></p>'
    )
    page = read(Assembly(styled, "en").whole())
    ids = {f"#{each}" for each in page.xpath("//@id")}
    assert {each for each in page.xpath("//a/@href") if each.startswith("#")} <= ids
    assert "#summary--summary" in page.xpath("//a/@href")


def test_the_pdf_of_a_chapter_has_its_sections_as_contents_and_leads_to_others_on_the_site(
    styled: Job, put: Put
) -> None:
    put('<h1 id="ai">AI</h1><h2 id="uses">Uses</h2><p><a href="../../summary/">s</a></p>')
    page = read(Assembly(styled, "en").chapter("technologies/ai"))
    lines = [each.text_content() for each in page.xpath("//a[@class='contents-line']")]
    assert lines == ["AI", "Uses"]
    assert "https://example.org/report/2026/en/summary/" in page.xpath("//a/@href")


def test_title_page_and_title_say_edition_and_status(styled: Job) -> None:
    page = read(Assembly(styled, "fr").chapter("summary"))
    assert "Édition 2026 (Projet — non approuvé par le Conseil)" in page.findtext(".//title")
    assert page.xpath("string(//p[contains(@class, 'status')])") == "Projet — non approuvé par le Conseil"


def test_a_title_in_a_script_without_typeface_is_replaced_by_a_note(styled: Job, put: Put) -> None:
    put('<h1 id="ai">AI</h1><p><cite lang="zh">機械</cite></p>')
    assert "[title in Chinese, see the site]" in Assembly(styled, "en").chapter("technologies/ai")


def test_a_sign_of_our_own_without_typeface_is_an_error(styled: Job, put: Put) -> None:
    put('<h1 id="ai">AI</h1><p>Gear \u2699</p>')
    with pytest.raises(NotPrintedError, match='no typeface has the signs "\u2699"'):
        Assembly(styled, "en").chapter("technologies/ai")


def test_an_unknown_chapter_is_a_key_error(styled: Job) -> None:
    with pytest.raises(KeyError):
        Assembly(styled, "en").chapter("none")
