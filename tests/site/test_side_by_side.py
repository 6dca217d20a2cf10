"""The pages that show both languages beside each other: complete, aligned, and kept out of search."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.columns import FOLDER
from macros.numbered import numbers_of
from study.addresses import edition_address
from study.chapters import pages as chapters_of
from study.knowledge import Knowledge
from study.typography import french
from tests.site.parsing import LANGUAGES, Element, Page, Site
from tests.site.search_files import found
from tests.site.wording import shown_texts


@pytest.fixture(scope="session")
def both(pages: Site) -> list[Page]:
    return [page for page in pages.pages.values() if page.name.startswith(f"{FOLDER}/")]


def rows(page: Page) -> list[Element]:
    """The rows of a page: each with its cells, headings included."""
    return [each for each in page.root.all(of="both-row") if any(each.all(of="both-cell"))]


def cells(row: Element) -> dict[str, Element]:
    return {each["lang"]: each for each in row.all(of="both-cell")}


def without_prefix(element: Element, language: str) -> set[str]:
    return {each["id"].removeprefix(f"{language}-") for each in element.all() if each["id"]}


def test_every_numbered_chapter_has_its_page_and_no_other_has(
    root: Path, knowledge: Knowledge, both: list[Page]
) -> None:
    numbered = [page for page in chapters_of(root, "en") if numbers_of(root, knowledge.edition.id, page)]
    paths = {re.sub(r"(^|/)index$", r"\1", page.removesuffix(".md")) for page in numbered}
    assert {page.name for page in both} == {
        f"{FOLDER}/{f'{path}/' if path else ''}index.html".replace("//", "/") for path in paths
    }


def test_every_block_stands_in_both_columns_with_its_number(
    root: Path, knowledge: Knowledge, both: list[Page]
) -> None:
    for page in both:
        found = [cells(row) for row in rows(page)]
        assert all(list(each) == list(LANGUAGES) for each in found), page.name
        empty = [each["en"].text() for each in found if not all(cell.children for cell in each.values())]
        assert empty == [], page.name
        source = page.name.removeprefix(f"{FOLDER}/").removesuffix("/index.html").removesuffix("index.html")
        candidates = [f"{source}.md", f"{source}/index.md".lstrip("/")]
        (chapter,) = [each for each in candidates if (root / "docs" / "en" / each).is_file()]
        numbers = [each.number for each in numbers_of(root, knowledge.edition.id, chapter)]
        assert [row["id"] for row in rows(page) if row.tag == "div" and row["id"]] == [
            f"p{each}" for each in numbers
        ]


def test_each_block_is_what_its_chapter_shows(pages: Site, both: list[Page]) -> None:
    for page in both:
        for language in LANGUAGES:
            chapter = pages.pages[language + page.name.removeprefix(FOLDER)]
            article = chapter.root.first("article")
            assert article
            shown = " ".join(_words(article).split())
            for row in rows(page):
                words = _words(cells(row)[language]).split()
                assert " ".join(words[:6]) in shown, (page.name, language, words[:6])
            there = {each["id"] for each in chapter.root.all() if each["id"]}
            for row in rows(page):
                assert without_prefix(cells(row)[language], language) <= there, page.name


def _words(element: Element) -> str:
    """Return the text of an element without numbers and marks of the page around it."""
    text = ""
    for child in element.children:
        if isinstance(child, str):
            text += child
        elif not child.classes & {"paragraph-number", "headerlink"}:
            text += _words(child)
    return text


def test_no_term_opens_a_note(both: list[Page]) -> None:
    assert [page.name for page in both if any(page.root.all(of="term"))] == []


def test_citations_lead_to_the_sources_of_their_own_column(both: list[Page]) -> None:
    seen = 0
    for page in both:
        for language in LANGUAGES:
            sources = {
                item["id"]: item["value"]
                for row in rows(page)
                for listed in cells(row)[language].all("ol", "ul", of="sources")
                for item in listed.all("li")
            }
            for row in rows(page):
                marks = [each for mark in cells(row)[language].all(of="citation") for each in mark.all("a")]
                for link in [*marks, *cells(row)[language].all("a", of="citation-link")]:
                    seen += 1
                    shown = re.match(r"\[(\d+)", link.text().strip())
                    assert shown
                    assert sources[link["href"].removeprefix("#")] == shown[1], page.name
    assert seen > 1000


def test_french_cells_keep_to_french_typography(both: list[Page]) -> None:
    for page in both:
        for element in page.root.all():
            if element["lang"] == "fr" and element.tag in ("div", "span", "p"):
                for text in shown_texts(element, "fr"):
                    assert french(text) == text, page.name


def test_pages_need_no_script_and_say_where_their_chapters_are(
    both: list[Page], knowledge: Knowledge
) -> None:
    for page in both:
        assert list(page.root.all("script")) == []
        below = page.address.removeprefix(f"{FOLDER}/")
        alternates = [(each["hreflang"], each["href"]) for each in page.root.all("link") if each["hreflang"]]
        site = edition_address(knowledge)
        assert alternates == [(each, f"{site}{each}/{below}") for each in LANGUAGES]


def test_neither_search_nor_the_site_map_knows_them(site: Path) -> None:
    assert f"/{FOLDER}/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    for language in LANGUAGES:
        assert [each for each in found(site, language) if FOLDER in each["path"].split("/")] == []


def test_every_page_is_linked_from_both_chapters(pages: Site, both: list[Page]) -> None:
    for page in both:
        up = "../" * page.name.count("/")
        for language in LANGUAGES:
            chapter = pages.pages[language + page.name.removeprefix(FOLDER)]
            links = {each["href"] for each in chapter.root.all("a")}
            assert f"{up}{page.address}" in links, chapter.name
