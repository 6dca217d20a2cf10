"""Tables: cells, notes and sources."""

from __future__ import annotations

import pytest

from macros.tables import Cell, Column, Link, link_to, notes_of, number, table
from tests.macros.conftest import MakePage, said


@pytest.mark.parametrize(
    ("language", "value", "percent", "text"),
    [
        ("en", 0, False, "0"),
        ("en", 1234.5, False, "1,234.5"),
        ("fr", 1234.5, False, "1\u202f234,5"),
        ("en", 38.8, True, "38.8%"),
        ("fr", 38.8, True, "38,8\u202f%"),
        ("en", 0.0, True, "0%"),
        ("en", None, False, "@general.not_stated"),
        ("fr", None, True, "@general.not_stated"),
    ],
)
def test_a_number_is_written_as_in_the_language(
    language: str, value: float | None, percent: bool, text: str, page: MakePage
) -> None:
    here = page(language)
    expected = text if value is not None else said(here, text)
    assert number(here, value, percent=percent) == Cell(expected, numeric=True)


def test_a_number_may_lead_somewhere(page: MakePage) -> None:
    link = Link("../cases/region/esa/", "2 cases")
    assert number(page(), 2, link=link) == Cell("2", numeric=True, link=link)


def test_a_link_leads_only_to_what_exists(page: MakePage) -> None:
    here = page(known={"about.md": "../about/"})
    assert link_to(here, "about.md", "About") == Link("../about/", "About")
    assert link_to(here, "gone.md", "Gone") is None
    assert link_to(here, "cases/region/esa/", "2 cases") == Link("../cases/region/esa/", "2 cases")


def test_notes_stand_once_each_in_order(page: MakePage) -> None:
    assert notes_of(page("fr"), ["rounding", "rounding"]) == ["Conservé <tel> quel."]
    assert notes_of(page(), []) == []


def test_a_page_says_a_note_once(page: MakePage) -> None:
    here = page()
    assert table(here, "network", [], [], sources=[], notes=["rounding"]).notes
    assert not table(here, "workshops", [], [], sources=[], notes=["rounding"]).notes
    assert table(page(), "workshops", [], [], sources=[], notes=["rounding"]).notes


def test_an_unknown_note_stops_the_build(page: MakePage) -> None:
    with pytest.raises(KeyError, match="nothing"):
        notes_of(page(), ["nothing"])


@pytest.mark.parametrize(("columns", "stacked"), [(3, False), (4, True)])
def test_a_table_of_more_than_three_columns_is_stacked_on_a_phone(
    columns: int, stacked: bool, page: MakePage
) -> None:
    view = table(page(), "network", [Column("a")] * columns, [], sources=[])
    assert view.stacked is stacked


def test_a_table_takes_its_caption_from_the_labels_and_cites_each_source_once(page: MakePage) -> None:
    here = page("fr")
    view = table(here, "network", [], [], sources=["daily", "paper", "daily"], notes=["rounding"])
    assert (view.id, view.caption) == ("table-network", here.words("table", "network"))
    assert [source.number for source in view.sources] == [1, 2]
    assert list(here.cited) == ["daily", "paper"]
    assert view.notes == ["Conservé <tel> quel."]


def test_a_table_without_a_caption_stops_the_build(page: MakePage) -> None:
    with pytest.raises(KeyError, match="nothing"):
        table(page(), "nothing", [], [], sources=[])
