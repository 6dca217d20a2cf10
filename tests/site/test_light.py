"""The light pages and the Markdown of the built site: small, whole, without a script, one of each for every chapter."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from study.chapters import pages as chapters_of
from study.knowledge import Knowledge
from study.renditions import light_path, markdown_path
from tests.site.parsing import LANGUAGES, Element, Page, Site, parse

LARGEST = 30_000  # bytes of a page, all included, compressed
SIGNS = re.compile(r"\w")  # white space and the marks of Markdown are no part of what is said


def keys(root: Path) -> list[str]:
    return [page.removesuffix(".md") for page in chapters_of(root, "en")]


def light(pages: Site, language: str, key: str) -> Page:
    return pages.pages[f"{light_path(language, key)}index.html"]


def full(pages: Site, language: str, key: str) -> Page:
    folder = f"{language}/{key}".removesuffix("/index")
    return pages.pages[f"{folder}/index.html"]


def faults(page: Page) -> list[str]:
    """Say what makes a light page heavy: its weight, scripts, what it would fetch, styles in elements."""
    size = len(gzip.compress(page.html.encode(), 6))
    found = [f"{page.name} has {size} bytes"] if size > LARGEST else []
    for element in page.root.all():
        if element.tag in ("script", "img", "svg", "iframe", "button", "input", "form"):
            found.append(f"{page.at(element)}: <{element.tag}>")
        if element.tag == "link" and element["rel"] not in ("canonical", "icon"):
            found.append(f"{page.at(element)}: <link {element['rel']}>")
        found += [
            f"{page.at(element)}: {name}" for name in element.attributes if name.startswith(("on", "style"))
        ]
    return found


def test_each_chapter_has_a_light_page_of_at_most_thirty_kilobytes(root: Path, pages: Site) -> None:
    for language in LANGUAGES:
        for key in keys(root):
            assert faults(light(pages, language, key)) == []


@pytest.mark.parametrize(
    "html",
    ["<script>1</script>", '<p style="a">', '<img src="a.png">', '<link rel="stylesheet" href="a.css">'],
)
def test_what_makes_a_page_heavy_is_found(html: str) -> None:
    assert faults(Page("en/light/index.html", f"<html><body>{html}</body></html>"))
    heavy = "".join(f"<p>{number**7}</p>" for number in range(9000))
    assert faults(Page("en/light/index.html", heavy))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["index", "survey-2024", "technologies/ai", "glossary", "sources", "roadmap"])
def test_a_light_page_says_what_the_full_page_says(language: str, key: str, pages: Site) -> None:
    said = numbered(full(pages, language, key).root)
    assert len(said) > 3
    assert numbered(light(pages, language, key).root) == said


def numbered(root: Element) -> dict[str, str]:
    """Return what the paragraphs with a number say, without what serves the screen."""
    return {
        each["id"]: signs(each.text()) for each in root.all("p", "li") if re.fullmatch(r"p\d+\w*", each["id"])
    }


def signs(text: str) -> str:
    return "".join(SIGNS.findall(text))


def texts(element: Element) -> list[str]:
    """Return the runs of text in an element."""
    found: list[str] = []
    for child in element.children:
        found += [child] if isinstance(child, str) else texts(child)
    return found


def test_headings_and_anchors_are_those_of_the_full_page(root: Path, pages: Site) -> None:
    for language in LANGUAGES:
        for key in keys(root):
            page, whole = light(pages, language, key), full(pages, language, key)
            for each in article(whole).all("h1", "h2", "h3"):
                assert not each["id"] or each["id"] in page.ids, f"{page.name}: {each['id']}"


def article(page: Page) -> Element:
    found = page.root.first("article")
    assert found
    return found


def test_every_light_page_leads_to_its_full_page_and_to_the_other_language(root: Path, pages: Site) -> None:
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        for key in keys(root):
            page = light(pages, language, key)
            targets = {target(page, link["href"]) for link in page.root.all("a")}
            assert f"{full(pages, language, key).address}" in targets
            assert light_path(other, key) in targets


def target(page: Page, href: str) -> str:
    from posixpath import normpath

    path = href.partition("#")[0]
    found = normpath(f"{page.address}{path}") if path else page.address.rstrip("/")
    return found if re.search(r"\.\w+$", found) else f"{found}/"


def test_no_list_of_pages_names_a_light_page(site: Path) -> None:
    known = json.loads((site / "pages.json").read_text(encoding="utf-8"))["pages"]
    assert not [path for path in known if path.startswith("light/")]
    assert "/light/" not in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_the_markdown_of_each_chapter_says_what_its_light_page_says(
    root: Path, site: Path, pages: Site
) -> None:
    for language in LANGUAGES:
        for key in keys(root):
            text = (site / markdown_path(language, key)).read_text(encoding="utf-8")
            _, front, body = text.split("---\n", 2)
            assert 'edition: "2026"' in front
            page = light(pages, language, key)
            written = signs(re.sub(r"\]\(http[^)\s]*\)", "]", body.replace("&lt;", "<")))
            missing = [each for each in texts(article(page)) if signs(each) not in written]
            assert not missing or "too long" in page.html, f"{language}/{key}: {missing[:5]}"


def test_links_in_markdown_are_absolute_and_lead_to_pages(site: Path, pages: Site) -> None:
    base = "https://example.org/report/2026/"
    for file in sorted(site.rglob("*.md")):
        for href in re.findall(r"(?<!\\)\]\(([^)\s]*)\)", file.read_text(encoding="utf-8")):
            assert re.match(r"https?://", href), f"{file}: {href}"
            if href.startswith(base):
                name = href.removeprefix(base).partition("#")[0]
                assert name in pages.files or f"{name}index.html" in pages.files, f"{file}: {href}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_for_programs_names_each_chapter_once(
    language: str, root: Path, site: Path, knowledge: Knowledge
) -> None:
    text = (site / language / "llms.txt").read_text(encoding="utf-8")
    address = f"https://example.org/report/{knowledge.edition.id}/"
    for key in keys(root):
        assert text.count(f"({address}{markdown_path(language, key)})") == 1
    named = re.findall(rf"\({re.escape(address)}([^)]*)\)", text)
    assert [name for name in named if not (site / name).is_file()] == []
    assert (site / "llms.txt").read_text(encoding="utf-8").count("llms.txt)") == 2


def test_a_page_is_parsed_as_written(pages: Site) -> None:
    page = parse("<p id='p1'>a <b>b</b></p>")
    assert numbered(page) == {"p1": "ab"}
