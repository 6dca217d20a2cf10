from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from report.editions.public_pages import PublicTree, public_files
from study.editions.public import public_editions
from study.knowledge import Knowledge
from study.labels import Words
from study.models.approvals import Approval
from study.models.values import Translated
from tests.study.editions.test_public import approval

PAGES = {
    "2026": ["en/", "fr/", "both/", "en/gone/", "fr/gone/"],
    "2026.1": ["en/", "fr/", "both/", "en/ai/", "fr/ai/"],
}


def files(
    root: Path, knowledge: Knowledge, *numbers: str, rehearsal: bool = False, **others: object
) -> dict[str, str]:
    approvals: dict[str, Approval] = {
        number: approval(number).model_copy(update=others) for number in numbers
    }
    editions = public_editions(approvals, PAGES, rehearsal=rehearsal)
    languages = {language: Words(language, knowledge.labels) for language in ("en", "fr")}
    feeds = {"en": b"<feed/>", "fr": b"<feed/>"} if numbers else {}
    tree = PublicTree(knowledge.publication, languages, editions, feeds)
    return {name: content.decode("utf-8") for name, content in public_files(root, tree)}


class Elements(HTMLParser):
    """The start tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))

    def links(self) -> list[str]:
        return [attributes.get("href") or "" for tag, attributes in self.found if tag == "a"]


def test_the_root_page_lists_every_edition_in_both_languages(root: Path, knowledge: Knowledge) -> None:
    page = files(root, knowledge, "2026", "2026.1")["index.html"]
    page = page.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
    links = Elements(page).links()
    for number in ("2026", "2026.1"):
        assert {f"{number}/en/", f"{number}/fr/"} <= {*links}
    assert "Edition 2026.1</strong><br>Approved · Council · session TEST 1 · 30 January 2026" in page
    assert "Édition 2026.1</strong><br>Approuvée · Conseil · session TEST 1 · 30 janvier 2026" in page
    assert "Superseded" in page
    assert "Remplacée" in page
    assert "noindex" not in page


def test_the_root_page_says_that_no_edition_is_approved(root: Path, knowledge: Knowledge) -> None:
    made = files(root, knowledge)
    assert "No edition has been approved yet." in made["index.html"]
    assert 'content="noindex"' in made["index.html"]
    assert Elements(made["index.html"]).links() == []
    assert not [name for name in made if name.startswith("latest/")]


def test_a_rehearsal_says_so(root: Path, knowledge: Knowledge) -> None:
    made = files(root, knowledge, "2026", rehearsal=True)
    assert "REHEARSAL" in made["index.html"]
    assert "RÉPÉTITION" in made["index.html"]
    assert "Approved" not in made["index.html"]
    assert 'content="noindex"' in made["index.html"]
    assert 'content="noindex"' in made["latest/en/index.html"]
    assert "REHEARSAL" in made["editions.json"]


def test_texts_of_records_are_never_html(root: Path, knowledge: Knowledge) -> None:
    page = files(root, knowledge, "2026", session="<b>{{ 7 * 7 }}</b>")["index.html"]
    assert "&lt;b&gt;{{ 7 * 7 }}&lt;/b&gt;" in page


def test_a_page_of_latest_goes_on_by_script_and_without(root: Path, knowledge: Knowledge) -> None:
    page = files(root, knowledge, "2026", "2026.1")["latest/fr/ai/index.html"]
    assert 'location.replace("../../../2026.1/fr/ai/"+location.search+location.hash)' in page
    assert '<noscript><meta http-equiv="refresh" content="0;url=../../../2026.1/fr/ai/"></noscript>' in page
    assert '<link rel="canonical" href="https://example.org/report/2026.1/fr/ai/">' in page
    assert '<html lang="fr">' in page
    assert Elements(page).links() == ["../../../2026.1/fr/ai/"]


def test_a_page_that_is_gone_leads_to_the_nearest_and_to_the_last_edition_that_has_it(
    root: Path, knowledge: Knowledge
) -> None:
    page = files(root, knowledge, "2026", "2026.1")["latest/en/gone/index.html"]
    assert "This page is not in edition 2026.1." in page
    assert 'location.replace("../../../2026.1/en/?from=2026/gone/")' in page
    assert "refresh" not in page
    assert Elements(page).links() == ["../../../2026.1/en/", "../../../2026/en/gone/"]


def test_what_has_no_language_of_its_own_speaks_both(root: Path, knowledge: Knowledge) -> None:
    made = files(root, knowledge, "2026", "2026.1")
    for name in ("latest/index.html", "latest/both/index.html"):
        assert 'lang="en"' in made[name]
        assert 'lang="fr"' in made[name]


def test_the_page_for_unknown_addresses_has_plain_absolute_links(root: Path, knowledge: Knowledge) -> None:
    page = files(root, knowledge, "2026", "2026.1")["404.html"]
    site = "https://example.org/report/"
    assert {*Elements(page).links()} == {site, f"{site}2026.1/en/", f"{site}2026.1/fr/"}
    assert {*Elements(files(root, knowledge)["404.html"]).links()} == {site}


@pytest.mark.parametrize("numbers", [(), ("2026",), ("2026", "2026.1")])
def test_no_page_has_inline_handlers_or_asks_another_host(
    numbers: tuple[str, ...], root: Path, knowledge: Knowledge
) -> None:
    for name, page in files(root, knowledge, *numbers).items():
        if not name.endswith(".html"):
            continue
        for _, attributes in Elements(page).found:
            assert not [each for each in attributes if each.startswith("on")], name
            loaded = attributes.get("src") or (
                attributes.get("href") if "icon" in (attributes.get("rel") or "") else ""
            )
            assert not re.match(r"https?:|//", loaded or ""), name


def test_the_site_map_names_that_of_each_edition(root: Path, knowledge: Knowledge) -> None:
    made = files(root, knowledge, "2026", "2026.1")
    index = ElementTree.fromstring(made["sitemap.xml"])
    assert index.tag.endswith("sitemapindex")
    assert [each[0].text for each in index] == [
        "https://example.org/report/2026.1/sitemap.xml",
        "https://example.org/report/2026/sitemap.xml",
    ]
    assert "Sitemap: https://example.org/report/sitemap.xml\n" in made["robots.txt"]


def test_without_an_edition_the_site_map_has_the_root_page(root: Path, knowledge: Knowledge) -> None:
    found = ElementTree.fromstring(files(root, knowledge)["sitemap.xml"])
    assert found.tag.endswith("urlset")
    assert [each[0].text for each in found] == ["https://example.org/report/"]


def test_french_pages_keep_their_typography(root: Path, knowledge: Knowledge) -> None:
    page = files(root, knowledge, "2026", "2026.1", decision=Translated(en="x", fr="x"))[
        "latest/fr/gone/index.html"
    ]
    assert "'" not in re.sub(r"<(style|script)>.*?</\1>|<meta http-equiv[^>]*>", "", page, flags=re.DOTALL)
