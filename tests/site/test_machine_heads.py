"""What the built pages tell programs: reference managers, previews, search engines."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from study.addresses import edition_address
from study.knowledge import Knowledge
from study.labels import Words
from tests.site.parsing import Page, Site, site_of
from tests.site.reading import item, metadata
from tests.study.schema_terms import faults

PREVIEW = ("og:title", "og:description", "og:type", "og:url", "og:site_name", "og:locale", "twitter:card")
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
METAS = re.compile(r'<meta (?:name="(?:citation_|DC\.|prism|twitter)|property=)[^>]*>\n?')
AT_MOST = 1_000  # bytes, packed


def told(page: Page) -> list[dict[str, object]]:
    return [json.loads(text) for text in JSON_LD.findall(page.html)]


def shown(pages: Site) -> Iterator[Page]:
    """Yield every page but the one for what is not there, and light pages, which name their chapter as the true one."""
    for name, page in pages.pages.items():
        if name != "404.html" and name.split("/")[1:2] != ["light"]:
            yield page


def unpreviewed(pages: Site, address: str) -> Iterator[str]:
    """Say each page whose preview lacks a word, has that of another page, or a picture."""
    for page in shown(pages):
        metas = metadata(page)
        yield from (f"{page.name}: no {name}" for name in PREVIEW if name not in metas)
        if metas.get("og:url") != f"{address}{page.address}":
            yield f"{page.name}: og:url is {metas.get('og:url')}"
        if "og:image" in metas or "twitter:image" in metas:
            yield f"{page.name}: a picture, which another host would have to serve"


def test_every_page_has_the_words_for_a_preview(pages: Site, knowledge: Knowledge) -> None:
    assert list(unpreviewed(pages, edition_address(knowledge))) == []


def test_a_page_without_words_for_a_preview_is_found() -> None:
    page = '<meta property="og:url" content="https://example.org/fr/"><meta property="og:image" content="x">'
    said = list(unpreviewed(site_of({"en/index.html": page}), "https://example.org/"))
    assert "en/index.html: no og:title" in said
    assert "en/index.html: og:url is https://example.org/fr/" in said
    assert said[-1].startswith("en/index.html: a picture")


def test_previews_say_what_the_title_says_and_that_it_is_a_draft(
    pages: Site, both_words: list[Words], knowledge: Knowledge
) -> None:
    for words in both_words:
        ending = f"({knowledge.edition.id}, {words('status', 'draft').lower()})"
        for page in pages.in_language(words.language):
            title = page.root.first("title")
            preview = metadata(page)["og:title"]
            assert title
            assert preview.endswith(ending), page.name
            assert title.text().endswith(ending), page.name
            assert title.text().startswith(preview.removesuffix(ending).strip()), page.name


def test_no_two_pages_of_a_language_have_the_same_preview(pages: Site) -> None:
    for language in ("en", "fr"):
        titles = Counter(
            metadata(page)["og:title"] + metadata(page)["og:description"]
            for page in pages.in_language(language)
        )
        assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_zotero_reads_a_chapter_as_a_part_of_the_report(
    language: str, pages: Site, knowledge: Knowledge
) -> None:
    page = pages.pages[f"{language}/technologies/ai/index.html"]
    words = Words(language, knowledge.labels)
    read = item(page)
    assert (read.kind, read.creators) == ("bookSection", [])
    assert read.fields == {
        "title": page.root.first("h1").text().replace("¶", "").strip(),  # type: ignore[union-attr]
        "bookTitle": knowledge.publication.title[language],
        "publisher": knowledge.publication.publisher[language],
        "language": language,
        "url": f"{edition_address(knowledge)}{language}/technologies/ai/",
        "date": read.fields["date"],
        "edition": words("cite_case", "edition", edition="2026", status=words("cite_case", "draft")),
        "abstractNote": metadata(page)["description"],
    }
    assert re.fullmatch(r"\d{4}/\d\d/\d\d", read.fields["date"])


def test_zotero_reads_the_home_page_as_a_report_and_a_case_as_a_part_of_it(pages: Site) -> None:
    home, case = pages.pages["fr/index.html"], pages.pages["fr/cases/ke-ug-scanned-image-exchange/index.html"]
    assert item(home).kind == "report"
    assert "non approuvé" in item(home).fields["number"]
    assert item(case).kind == "bookSection"


def test_a_page_that_calls_itself_a_website_would_be_read_as_one() -> None:
    page = '<meta name="citation_book_title" content="x"><meta property="og:type" content="website">'
    assert item(Page("x", page)).kind == "webpage"


def test_every_chapter_and_case_is_told_once_in_terms_of_schema_org(pages: Site) -> None:
    kinds: Counter[str] = Counter()
    for page in pages.chapters:
        for data in told(page):
            assert faults(data) == [], page.name
            kinds[f"{data['@type']} {data['inLanguage']}"] += 1
    for language in ("en", "fr"):
        assert (kinds[f"Report {language}"], kinds[f"DefinedTermSet {language}"]) == (1, 1)
        assert kinds[f"Dataset {language}"] == 1
        assert kinds[f"Chapter {language}"] > 30
        assert kinds[f"Article {language}"] == len(
            {page.name for page in pages.in_language(language) if "case-page" in page.html}
        )


def test_the_parts_of_the_report_are_its_chapters_in_their_order(pages: Site) -> None:
    [report] = told(pages.pages["en/index.html"])
    parts = [each["@id"] for each in report["hasPart"]]  # type: ignore[attr-defined]
    chapters = [data for page in pages.in_language("en") for data in told(page) if "position" in data]
    assert [each["@id"] for each in sorted(chapters, key=lambda each: int(str(each["position"])))] == parts[
        :-1
    ]


def test_what_a_chapter_tells_programs_is_small(pages: Site) -> None:
    for page in pages.chapters:
        bare = METAS.sub("", page.html)
        assert packed(page.html) - packed(bare) < AT_MOST, page.name
        if any(data["@type"] == "Chapter" for data in told(page)):
            assert packed(JSON_LD.findall(page.html)[0]) < AT_MOST, page.name


def packed(text: str) -> int:
    return len(gzip.compress(text.encode()))


def test_each_chapter_names_its_markdown(pages: Site) -> None:
    for name in ("en/index.html", "fr/technologies/ai/index.html", "en/technologies/index.html"):
        [link] = [each for each in pages.pages[name].root.all("link") if each["type"] == "text/markdown"]
        assert link["href"] == {"e": "index.md", "f": "../ai.md"}[name[0]]


def test_a_page_with_both_languages_names_the_chapter_in_each(pages: Site, knowledge: Knowledge) -> None:
    beside = [page for page in pages.pages.values() if page.name.startswith("both/")]
    assert beside
    for page in beside:
        links = {each["hreflang"]: each["href"] for each in page.root.all("link") if each["hreflang"]}
        path = page.address.removeprefix("both/")
        assert links == {each: f"{edition_address(knowledge)}{each}/{path}" for each in ("en", "fr")}
        assert {f"en/{path}index.html", f"fr/{path}index.html"} <= pages.files
