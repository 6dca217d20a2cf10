"""The catalogue without a script: every case and every list is a link; what needs a script is hidden."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import macros
from bench.registers import many_cases
from macros.pages import ReportPage
from study.addresses import facet_path
from study.catalogue import files
from study.downloads import edition_files
from study.facets import FACETS
from study.knowledge import Knowledge
from study.labels import Words, sort_key
from study.listing import PAGE_LENGTH, in_order
from tests.macros.conftest import MakeKnowledge, MakePage
from tests.macros.markup import Element, read
from tests.macros.small import HOSTILE

Make = Callable[[Knowledge], tuple[ReportPage, Element]]


@pytest.fixture(params=["en", "fr"])
def make(request: pytest.FixtureRequest) -> Make:
    """The page `cases/` of a register, in a language, and its catalogue."""

    def catalogue(knowledge: Knowledge) -> tuple[ReportPage, Element]:
        page = ReportPage(knowledge, Words(request.param, knowledge.labels), lambda target: f"../{target}")
        return page, read(page.parts.put_into(macros.catalogue(page)))

    return catalogue


def rows(tree: Element) -> list[str]:
    return [row.one("th").one("a").attributes["href"] for row in tree.one("tbody").all("tr")]


def test_every_list_of_cases_is_a_link_with_the_number_of_its_cases(make: Make, knowledge: Knowledge) -> None:
    page, tree = make(knowledge)
    groups = [each for each in tree.all("div") if "data-facet" in each.attributes]
    assert [each.attributes["data-facet"] for each in groups] == list(FACETS)
    for group in groups:
        facet = group.attributes["data-facet"]
        shown = {
            item.attributes["data-value"]: (item.one("a").attributes["href"], item.one("span").words)
            for item in group.all("li")
        }
        assert shown == {
            value: (f"../{facet_path(facet, value)}", str(len(cases)))
            for value, cases in page.repertory.found[facet].items()
        }


def test_administrations_stand_in_the_alphabet_of_the_language(make: Make, knowledge: Knowledge) -> None:
    _, tree = make(knowledge)
    (group,) = [each for each in tree.all("div") if each.attributes.get("data-facet") == "administration"]
    names = [each.words for each in group.all("a")]
    assert names == sorted(names, key=sort_key)


def test_long_facets_are_folded_and_every_group_has_its_name(make: Make, knowledge: Knowledge) -> None:
    _, tree = make(knowledge)
    for group in (each for each in tree.all("div") if each.attributes.get("role") == "group"):
        facet = group.attributes["data-facet"]
        assert bool(group.all("details")) is (facet in ("administration", "process"))
        assert group.one("p").attributes["id"] == group.attributes["aria-labelledby"]


def test_the_complete_list_is_the_table_in_the_order_of_lists(make: Make, knowledge: Knowledge) -> None:
    page, tree = make(knowledge)
    cases = in_order(page.repertory.cases, page.repertory, page.words)
    assert rows(tree) == [f"../cases/{case.id}/" for case in cases[:PAGE_LENGTH]]
    assert (
        tree.one("p", class_="catalogue-count").words
        == f"{len(cases)} " + {"en": "cases", "fr": "cas"}[page.language]
    )
    assert not tree.all("nav")


def test_a_long_list_goes_on_in_further_pages(make: Make, knowledge: Knowledge) -> None:
    page, tree = make(many_cases(knowledge, 2 * PAGE_LENGTH + 1))
    assert len(rows(tree)) == PAGE_LENGTH
    pages = tree.one("nav")
    assert pages.one("p").words == page.words("catalogue", "page_of", number=1, total=3)
    assert [each.attributes["href"] for each in pages.all("a")] == ["../cases/page/2/", "../cases/page/3/"]
    assert pages.one("span", **{"aria-current": "page"}).words == "1"


def test_what_needs_a_script_is_hidden(make: Make, knowledge: Knowledge) -> None:
    _, tree = make(knowledge)
    hidden = {id(each) for part in tree.each() if "hidden" in part.attributes for each in part.each()}
    controls = [each for each in tree.each() if each.tag in ("input", "select", "button")]
    assert len(controls) == 6
    assert all(id(each) in hidden for each in controls)
    assert not [each for each in (*tree.all("a"), *tree.all("summary")) if id(each) in hidden]


def test_the_script_finds_what_it_loads(make: Make, knowledge: Knowledge) -> None:
    page, tree = make(knowledge)
    form = tree.one("form")
    made = files(page.repertory, page.words)
    data = form.attributes["data-data"].removeprefix("../")
    assert {f"{data}facets.json", f"{data}titles-0.json"} == set(made)
    values = {
        facet: set(column["values"])
        for facet, column in json.loads(made[f"{data}facets.json"])["facets"].items()
    }
    groups = [each for each in tree.all("div") if "data-facet" in each.attributes]
    assert {
        each.attributes["data-facet"]: {item.attributes["data-value"] for item in each.all("li")}
        for each in groups
    } == values
    assert form.attributes["data-case"] == "../cases/{id}/"
    assert (page.scripts, page.styles) == (["catalogue.js"], ["catalogue.css"])


def test_the_table_to_download_is_named_with_its_size(make: Make, knowledge: Knowledge) -> None:
    page, tree = make(knowledge)
    path = tree.one("form").attributes["data-table"].removeprefix("../")
    size = page.words.size(len(edition_files(page.repertory, page.language)[path]))
    assert tree.one("span", class_="catalogue-size").words == " ".join(
        page.words("catalogue", "size", size=size).split()
    )


def test_the_words_of_a_case_come_out_as_text(page: MakePage) -> None:
    here = page()
    tree = read(here.parts.put_into(macros.catalogue(here)))
    assert f"title {HOSTILE}" in [each.words for each in tree.all("th", scope="row")]


def test_a_register_without_cases_says_so(page: MakePage, knowing: MakeKnowledge) -> None:
    here = page("fr", knowing(cases="[]"))
    tree = read(here.parts.put_into(macros.catalogue(here)))
    assert not tree.all("table")
    assert not [each for each in tree.all("div") if "data-facet" in each.attributes]
    assert here.words("case", "none") in [each.words for each in tree.all("p", class_="no-cases")]
