"""The register by technology and region or stage: every count is that of the list it leads to."""

from __future__ import annotations

import pytest

import macros
from macros.matrices import Matrix, Row
from macros.report_charts import chart
from macros.tables import Link
from study.addresses import facet_path, pair_path
from study.facets import all_values
from study.knowledge import Knowledge
from study.selection import select
from tests.macros.conftest import MakeKnowledge, MakePage, plain
from tests.macros.markup import Element, read
from tests.macros.small import HOSTILE, SMALL

LANGUAGES = ("en", "fr")
FACET = {"cases-by-region-technology": "region", "cases-by-technology-stage": "stage"}
NAMES = {
    "en": ("Artificial intelligence, East and South: 2 cases", "Artificial intelligence, Europe: 1 case"),
    "fr": ("Intelligence artificielle, Est et Sud : 2 cas", "Intelligence artificielle, Europe : 1 cas"),
}


def seen(page: MakePage, knowledge: Knowledge, key: str, language: str = "en") -> Matrix:
    view = chart(page(language, knowledge), key)
    assert isinstance(view, Matrix)
    return view


def label(row: Row) -> str:
    return " ".join(line for _, line in row.lines)


def figure(page: MakePage, key: str, language: str, knowledge: Knowledge) -> Element:
    here = page(language, knowledge)
    return read(here.parts.put_into(macros.chart(here, key))).one("figure")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", FACET)
def test_every_count_of_the_real_register_is_that_of_the_list_it_leads_to(
    key: str, language: str, page: MakePage, knowledge: Knowledge
) -> None:
    view = seen(page, knowledge, key, language)
    facet = FACET[key]
    wanted = [each for each in all_values("technology", knowledge) if select(knowledge, technology=each)]
    assert len(view.rows) == len(wanted)
    for technology, row, cells in zip(wanted, view.rows, view.table.rows, strict=True):
        assert row.link is not None
        assert row.link.href == f"../{facet_path('technology', technology)}"
        values = all_values(facet, knowledge)
        for value, square, cell in zip(values, row.squares, cells[1:], strict=True):
            count = len(select(knowledge, technology=technology, **{facet: value}))
            address = f"../{pair_path(technology, facet, value)}" if count else None
            assert (square.value, cell.text) == (str(count), str(count))
            assert (square.link.href if square.link else None) == address
            assert cell.link == square.link


@pytest.mark.parametrize("key", FACET)
def test_a_heading_leads_to_the_list_of_its_value_unless_that_is_empty(key: str, page: MakePage) -> None:
    here = page()
    facet = FACET[key]
    links = [each.link for each in seen(page, here.knowledge, key).columns]
    assert [each and each.href for each in links] == [
        f"../{facet_path(facet, value)}" if here.repertory.under(facet, value) else None
        for value in all_values(facet, here.knowledge)
    ]
    assert None in links


def test_a_heading_is_called_by_the_full_name_of_its_value(
    page: MakePage, small_knowledge: Knowledge
) -> None:
    view = seen(page, small_knowledge, "cases-by-region-technology", "fr")
    assert view.columns[2].link == Link("../cases/region/esa/", "Est et Sud (AOA)\u00a0: 3 cas")


def test_the_name_of_a_link_holds_the_words_that_are_seen(page: MakePage, knowledge: Knowledge) -> None:
    for key in FACET:
        for language in LANGUAGES:
            view = seen(page, knowledge, key, language)
            squares = [square for row in view.rows for square in row.squares]
            for text, link in (
                *((each.text, each.link) for each in view.columns),
                *((label(each), each.link) for each in view.rows),
                *((each.value, each.link) for each in squares),
            ):
                if link:
                    assert text.casefold() in link.name.casefold(), link.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_says_what_it_counts_in_picture_and_table(
    language: str, page: MakePage, small_knowledge: Knowledge
) -> None:
    view = figure(page, "cases-by-region-technology", language, small_knowledge)
    for part in (view.one("svg"), view.one("table")):
        names = [plain(link.attributes["aria-label"]) for link in part.all("a")]
        assert [name for name in names if name in NAMES[language]] == list(NAMES[language])
        assert len(names) == len(set(names))


@pytest.mark.parametrize("key", FACET)
def test_a_zero_is_no_link(key: str, page: MakePage, small_knowledge: Knowledge) -> None:
    view = figure(page, key, "en", small_knowledge)
    assert [each.words for each in view.one("svg").all("a") if not each.words] == []
    cells = view.one("table").all("td")
    assert {cell.words for cell in cells if not cell.all("a")} == {"0"}
    assert "0" not in {cell.words for cell in cells if cell.all("a")}


def test_a_picture_with_links_is_no_image(page: MakePage, small_knowledge: Knowledge) -> None:
    for key in FACET:
        view = figure(page, key, "en", small_knowledge)
        assert view.one("svg").attributes["role"] == "group"
        assert view.one("svg").all("a")
    assert figure(page, "maturity", "en", small_knowledge).one("svg").attributes["role"] == "img"


def test_headings_that_a_phone_hides_take_no_focus(page: MakePage, small_knowledge: Knowledge) -> None:
    for key in FACET:
        assert figure(page, key, "en", small_knowledge).one("thead").all("a") == []


def test_names_of_regions_come_out_as_text(page: MakePage, knowing: MakeKnowledge) -> None:
    members = SMALL["members.yaml"].replace(
        "{en: East and South, fr: Est et Sud}", f"{{en: 'Region {HOSTILE}', fr: 'Région {HOSTILE}'}}"
    )
    view = figure(page, "cases-by-region-technology", "fr", knowing(members=members))
    assert not {"script", "b"} & {each.tag for each in view.each()}
    names = [each.attributes["aria-label"] for each in view.all("a")]
    assert sum(f"Région {HOSTILE}" in name for name in names) == 7  # one heading, three squares, three cells


def test_a_technology_without_cases_has_no_row(page: MakePage) -> None:
    here = page()
    for key in FACET:
        assert [label(row) for row in seen(page, here.knowledge, key).rows] == [
            here.knowledge.technology[each].short.en for each in ("ai", "blockchain", "cloud")
        ]


@pytest.mark.parametrize(
    ("key", "counted"),
    [
        (
            "cases-by-region-technology",
            {("ai", "ESA"): 2, ("ai", "EUR"): 1}
            | {("blockchain", "ESA"): 1, ("cloud", "ESA"): 1, ("cloud", "AMS"): 1},
        ),
        (
            "cases-by-technology-stage",
            {("ai", "pilot"): 1, ("ai", "operational"): 1}
            | {("blockchain", "operational"): 1, ("cloud", "planned"): 1},
        ),
    ],
)
def test_a_matrix_counts_a_case_once_under_each_of_its_values(
    key: str, counted: dict[tuple[str, str], int], page: MakePage, small_knowledge: Knowledge
) -> None:
    values = all_values(FACET[key], small_knowledge)
    shown = {
        (technology, value): int(square.value)
        for technology, row in zip(
            ("ai", "blockchain", "cloud"), seen(page, small_knowledge, key).rows, strict=True
        )
        for value, square in zip(values, row.squares, strict=True)
    }
    assert {pair: count for pair, count in shown.items() if count} == counted


def test_a_withdrawn_case_is_not_counted(page: MakePage, knowing: MakeKnowledge) -> None:
    gone = "withdrawn: {edition: '2026', reason: {en: Wrong, fr: Faux}}\n"
    register = SMALL["cases.yaml"].replace("  confirmed: 2026-01-01\n", f"  confirmed: 2026-01-01\n  {gone}")
    knowledge = knowing(cases=register)
    rows = seen(page, knowledge, "cases-by-technology-stage").rows
    assert [label(row) for row in rows] == [knowledge.technology[each].short.en for each in ("ai", "cloud")]


def test_a_register_without_cases_is_no_error(page: MakePage, knowing: MakeKnowledge) -> None:
    view = seen(page, knowing(cases="[]"), "cases-by-region-technology")
    assert view.rows == []
    assert [each.link for each in view.columns] == [None] * 6
