"""The pages at the root: the door and the page for unknown addresses speak both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.addresses import edition_address
from study.knowledge import Knowledge
from study.labels import Words
from tests.site import inspection
from tests.site.parsing import LANGUAGES, Site, site_of

ROOT = {
    "llms.txt",
    "404.html",
    "assets",
    "both",
    "en",
    "fr",
    "index.html",
    "pages.json",
    "sitemap.xml",
    "sitemap.xml.gz",
}
DOORS = ("index.html", "404.html")


def test_nothing_else_lies_at_the_root(site: Path) -> None:
    assert {path.name for path in site.iterdir()} == ROOT


@pytest.mark.parametrize("name", DOORS)
def test_a_door_acts_by_itself_in_no_way(name: str, pages: Site) -> None:
    assert list(inspection.acting_by_itself(pages.pages[name])) == []


@pytest.mark.parametrize(
    "snippet", ["<script>location='en/'</script>", '<meta http-equiv="Refresh" content="0; en/">']
)
def test_a_door_that_acts_by_itself_is_found(snippet: str) -> None:
    page = site_of({"index.html": snippet}).pages["index.html"]
    (said,) = inspection.acting_by_itself(page)
    assert "acts by itself" in said


@pytest.mark.parametrize("name", DOORS)
def test_a_door_speaks_both_languages(name: str, pages: Site) -> None:
    parts = [each["lang"] for each in pages.pages[name].root.all("section")]
    assert parts == list(LANGUAGES)


def test_the_door_tells_the_status_and_leads_to_both_languages(
    pages: Site, knowledge: Knowledge, both_words: list[Words]
) -> None:
    page, status = pages.pages["index.html"], knowledge.edition.status
    for part, words in zip(page.root.all("section"), both_words, strict=True):
        shown = part.text()
        assert knowledge.publication.title[words.language] in shown
        assert words("status_sentence", status, edition=knowledge.edition.id) in shown
        (link,) = part.all("a")
        assert (link["href"], link["hreflang"]) == (f"{words.language}/", words.language)


def test_the_page_for_unknown_addresses_leads_home_from_anywhere(pages: Site, knowledge: Knowledge) -> None:
    page = pages.pages["404.html"]
    address = edition_address(knowledge)
    assert list(inspection.wrong_absolute_links(pages, page, address)) == []
    assert [link["hreflang"] for link in page.root.all("a")] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("href", "fault"),
    [
        ("en/", "does not begin with /report/"),
        ("/en/", "does not begin with /report/"),
        ("/report//en/", "leads nowhere"),
        ("/report/es/", "leads nowhere"),
    ],
)
def test_a_link_that_does_not_lead_home_from_anywhere_is_found(href: str, fault: str) -> None:
    made = site_of({"404.html": f'<a href="{href}">', "en/index.html": ""})
    (said,) = inspection.wrong_absolute_links(made, made.pages["404.html"], "https://example.org/report/")
    assert fault in said
