"""Lists of cases: one for each value, each crossing, in pages, with what stands around them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros import lists
from macros.facet_pages import facet_pages, further_pages, index_page, list_title, pair_pages
from macros.generated import GeneratedPage
from macros.repertory_pages import listed_values, page_paths, repertory_pages
from study import listing
from study.facets import FACETS
from study.models.cases import Withdrawal
from study.models.values import Translated
from study.models.vocabulary import REGIONS
from study.repertory import crossed, repertory
from tests.macros.conftest import MakePage, plain
from tests.macros.markup import read
from tests.macros.recipes import site_of


def rows(page: GeneratedPage) -> list[str]:
    tables = read(page.content).all("table", class_="case-table")
    return [row.one("th").one("a").attributes["href"] for table in tables for row in table.all("tr")[1:]]


def test_a_list_holds_the_cases_under_its_value(page: MakePage) -> None:
    here = page()
    (made,) = facet_pages(site_of(here), here.repertory, "administration", "KE", {})
    assert made.path == "cases/administration/ke/"
    assert made.title == "Kenya"
    assert rows(made) == ["../../../cases/scanner/", "../../../cases/window/"]


def test_a_member_without_cases_says_so_and_offers_no_filter(page: MakePage) -> None:
    here = page()
    none = replace(here.knowledge, cases=[])
    site = replace(site_of(here), knowledge=none)
    (made,) = facet_pages(site, repertory(none), "administration", "KE", {})
    assert here.words("facet", "nothing_found") in made.content
    assert rows(made) == []
    assert "?administration" not in made.content


def test_an_empty_register_has_a_page_for_each_member_and_region_and_none_for_other_values(
    page: MakePage,
) -> None:
    here = page()
    known = repertory(replace(here.knowledge, cases=[]))
    assert listed_values(known, "administration") == [*here.knowledge.member]
    assert listed_values(known, "region") == list(REGIONS)
    assert all(
        listed_values(known, facet) == [] for facet in FACETS if facet not in ("administration", "region")
    )
    paths = [made.path for made in repertory_pages(replace(site_of(here), knowledge=known.knowledge), known)]
    assert paths == list(page_paths(known))


def test_every_page_that_is_made_is_promised_in_the_same_order(page: MakePage) -> None:
    here = page()
    made = [each.path for each in repertory_pages(site_of(here), here.repertory)]
    assert made == list(page_paths(here.repertory))
    assert len(made) == len(set(made))


def test_a_long_list_is_divided_and_each_page_leads_to_the_others(
    page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = page()
    monkeypatch.setattr(lists, "divided", lambda cases: listing.divided(cases, 1))
    first, second = facet_pages(site_of(here), here.repertory, "administration", "KE", {"cases/x.csv": b"1"})
    assert (first.path, second.path) == ("cases/administration/ke/", "cases/administration/ke/2/")
    assert second.title == "Kenya (page 2)"
    assert (len(rows(first)), len(rows(second))) == (1, 1)
    pages = read(second.content).one("nav", class_="list-pages")
    assert [each.attributes["href"] for each in pages.all("a")] == ["../../../../cases/administration/ke/"]
    assert pages.one("span").attributes["aria-current"] == "page"
    assert first.files == {"cases/x.csv": b"1"}
    assert second.files == {}


def test_the_complete_list_goes_on_after_the_catalogue(
    page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = page()
    assert list(further_pages(site_of(here), here.repertory)) == []
    monkeypatch.setattr(lists, "divided", lambda cases: listing.divided(cases, 2))
    (second,) = further_pages(site_of(here), here.repertory)
    assert second.path == "cases/page/2/"
    assert len(rows(second)) == 1
    assert (
        read(second.content).one("nav", class_="list-pages").one("a").attributes["href"] == "../../../cases/"
    )


def test_a_crossing_holds_the_cases_under_both_values(page: MakePage) -> None:
    here = page()
    pages = {made.path: rows(made) for made in pair_pages(site_of(here), here.repertory, "ai", "region")}
    assert pages == {
        "cases/technology/ai/region/esa/": ["../../../../../cases/scanner/", "../../../../../cases/hostile/"],
        "cases/technology/ai/region/eur/": ["../../../../../cases/hostile/"],
    }
    assert list(crossed(here.repertory, "drones", "stage")) == []


def test_filters_to_combine_begin_with_those_of_the_list(page: MakePage) -> None:
    here = page()
    (made,) = facet_pages(site_of(here), here.repertory, "technology", "cloud", {})
    assert 'href="../../../cases/?technology=cloud"' in made.content
    (made, _) = pair_pages(site_of(here), here.repertory, "ai", "region")
    assert 'href="../../../../../cases/?technology=ai&amp;region=ESA"' in made.content


def test_sizes_stand_beside_downloads(page: MakePage) -> None:
    here = page("fr")
    files = {"cases/stage/pilot/cases.csv": b"0" * 1234}
    (made,) = facet_pages(site_of(here), here.repertory, "stage", "pilot", files)
    assert "CSV (1,2 ko)" in plain(read(made.content).one("p", class_="list-downloads").words)


def test_an_index_names_every_value_with_its_cases(page: MakePage) -> None:
    here = page()
    made = index_page(site_of(here), here.repertory, "stage")
    values = read(made.content).one("ul", class_="facet-values")
    assert [each.words for each in values.all("li")] == [
        "Planned 1 case",
        "Pilot 1 case",
        "Operational 1 case",
    ]


@pytest.mark.parametrize(
    ("facet", "value", "title"),
    [
        ("region", "ESA", "East and South (ESA)"),
        ("year", "2024", "Cases: 2024"),
        ("stage", "pilot", "Cases: Pilot"),
    ],
)
def test_titles_say_what_a_list_is_about(facet: str, value: str, title: str, page: MakePage) -> None:
    assert list_title(facet, value, page().knowledge, page().words) == title


def test_a_withdrawn_case_is_listed_on_the_pages_of_its_administrations_alone(page: MakePage) -> None:
    here = page()
    gone = here.knowledge.case["scanner"].model_copy(
        update={"withdrawn": Withdrawal(edition="2026.1", reason=Translated(en="Asked", fr="Demandé"))}
    )
    others = [each for each in here.knowledge.cases if each.id != "scanner"]
    knowledge = replace(here.knowledge, cases=[*others, gone])
    site = replace(site_of(here), knowledge=knowledge)
    (made,) = facet_pages(site, repertory(knowledge), "administration", "KE", {})
    assert rows(made) == ["../../../cases/window/"]
    listed = read(made.content).one("ul", class_="withdrawn-cases").one("a")
    assert (listed.words, listed.attributes["href"]) == ("A scanner", "../../../cases/scanner/")
    (made,) = facet_pages(site, repertory(knowledge), "administration", "UG", {})
    assert "withdrawn-cases" not in made.content
