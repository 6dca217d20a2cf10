"""The repertory in the built site: a page for each case, Member and value, files and feeds where pages say so."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from macros.repertory_pages import page_paths
from study.addresses import CATALOGUE, FEED, case_path, facet_path, permalink
from study.citing import case_reference, in_words
from study.facets import FACETS
from study.knowledge import Knowledge
from study.labels import Words
from study.repertory import repertory
from tests.site.parsing import LANGUAGES, Page, Site

ATOM = "{http://www.w3.org/2005/Atom}"


def page_at(pages: Site, language: str, path: str) -> Page:
    return pages.pages[f"{language}/{path}index.html"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_that_is_promised_is_there_and_no_other(
    language: str, pages: Site, knowledge: Knowledge
) -> None:
    promised = list(page_paths(repertory(knowledge)))
    assert len(promised) == len(set(promised))
    there = {page.address.removeprefix(f"{language}/") for page in pages.in_language(language)}
    chapters = {"cases/", "cases/regions/", "cases/administrations/", "cases/downloads/"}
    assert {path for path in there if path.startswith(CATALOGUE)} - chapters == set(promised)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_has_a_page_with_its_cases_and_no_others(
    language: str, pages: Site, knowledge: Knowledge
) -> None:
    known = repertory(knowledge)
    for code in knowledge.member:
        page = page_at(pages, language, facet_path("administration", code))
        rows = [link["href"] for table in page.root.all("table", of="case-table") for link in table.all("a")]
        assert sorted(rows) == sorted(
            f"../../../{case_path(case.id)}" for case in known.under("administration", code)
        )
        assert page.root.first("h1").text() == knowledge.member[code].name[language]  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_hold_as_many_cases_as_they_say(language: str, pages: Site, knowledge: Knowledge) -> None:
    known = repertory(knowledge)
    for facet in FACETS:
        for value, cases in known.found[facet].items():
            page = page_at(pages, language, facet_path(facet, value))
            (table,) = page.root.all("table", of="case-table")
            assert len(list(table.all("tr"))) - 1 == len(cases)
            assert str(len(cases)) in page.root.first("p", of="list-count").text()  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_page_tells_programs_and_readers_the_same(
    language: str, pages: Site, knowledge: Knowledge
) -> None:
    words = Words(language, knowledge.labels)
    for case in repertory(knowledge).cases:
        page = page_at(pages, language, case_path(case.id))
        (script,) = (each for each in page.root.all("script") if each["type"] == "application/ld+json")
        data = json.loads(script.text())
        assert data["url"] == permalink(knowledge, language, case_path(case.id))
        assert data["name"] == page.root.first("h1").text() == case.title[language]  # type: ignore[union-attr]
        (cited,) = (each for each in page.root.all("ul", of="how-to-cite"))
        assert in_words(case_reference(case, knowledge, words), words) in cited.text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_gives_no_address_of_its_file_while_there_is_no_repository(
    language: str, pages: Site, knowledge: Knowledge
) -> None:
    assert knowledge.publication.repository is None
    for case in knowledge.cases[:3]:
        assert "data/cases.yaml" not in page_at(pages, language, case_path(case.id)).html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_feed_and_every_entry_of_the_feed_to_a_page(
    language: str, site: Path, pages: Site, knowledge: Knowledge
) -> None:
    for page in pages.in_language(language):
        (link,) = (each for each in page.root.all("link") if each["type"] == "application/atom+xml")
        assert (site / page.name).parent.joinpath(link["href"]).resolve() == (
            site / language / FEED
        ).resolve()
    feed = ElementTree.parse(site / language / FEED).getroot()
    base = permalink(knowledge, language)
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        address = entry.find(f"{ATOM}link").get("href", "")  # type: ignore[union-attr]
        assert f"{language}/{address.removeprefix(base)}index.html" in pages.pages


@pytest.mark.parametrize("language", LANGUAGES)
def test_generated_pages_offer_to_skip_to_their_content(
    language: str, pages: Site, knowledge: Knowledge
) -> None:
    for path in (case_path(knowledge.cases[0].id), facet_path("region", "ESA")):
        page = page_at(pages, language, path)
        (link,) = page.root.all("a", of="skip")
        assert link["href"] == "#trail"
        assert "trail" in page.ids


def menu_entries(page: Page) -> int:
    menu = page.root.first("nav", of="menu")
    return len(list(menu.all("li"))) if menu else 0


def test_generated_pages_carry_no_branch_of_the_navigation(pages: Site, knowledge: Knowledge) -> None:
    """What a page of a case costs does not grow with the report."""
    home = page_at(pages, "en", "")
    entries = menu_entries(home)
    for case in knowledge.cases[:3]:
        page = page_at(pages, "en", case_path(case.id))
        assert menu_entries(page) <= entries
