"""Names, dates and counts as tables and charts write them."""

from __future__ import annotations

import pytest

from macros.wording import (
    capitalized,
    counted,
    region_name,
    technology_list,
    technology_name,
    when,
)
from study.models.surveys import CalendarEntry
from tests.macros.conftest import MakePage, plain


def test_a_row_names_its_region_or_says_it_in_its_own_words(page: MakePage) -> None:
    here = page("fr")
    known, unknown = here.knowledge.use_cases.rows
    assert region_name(here, known) == "Est et Sud (AOA)"
    assert region_name(here, unknown) == "EUR ou <AMS>"


@pytest.mark.parametrize(
    ("language", "dates", "text"),
    [
        ("en", {"date": "2024-04"}, "April 2024"),
        ("fr", {"date": "2024-04-01"}, "1er avril 2024"),
        ("en", {"start": "2024-03-18", "end": "2024-03-22"}, "18–22 March 2024"),
        ("fr", {"start": "2024-04-28", "end": "2024-05-02"}, "28 avril – 2 mai 2024"),
        ("en", {"days": ["2024-06-17", "2024-06-20"]}, "17 and 20 June 2024"),
    ],
)
def test_a_moment_is_a_day_several_days_or_a_span(
    language: str, dates: dict[str, object], text: str, page: MakePage
) -> None:
    entry = {"id": "a", "label": {"en": "A", "fr": "A"}, "sources": ["paper"], **dates}
    assert plain(when(page(language), CalendarEntry.model_validate(entry))) == text


def test_a_technology_has_its_full_name(page: MakePage) -> None:
    here = page("fr")
    assert technology_name(here, "cloud") == here.knowledge.technology["cloud"].name.fr


def test_several_technologies_have_their_short_names(page: MakePage) -> None:
    here = page("fr")
    assert technology_list(here, ["ai", "cloud"]) == ", ".join(
        here.knowledge.technology[key].short.fr for key in ("ai", "cloud")
    )
    assert technology_list(here, []) == ""


@pytest.mark.parametrize(("text", "expected"), [("état", "État"), ("3D", "3D"), ("", ""), ("aB", "AB")])
def test_only_the_first_letter_is_made_a_capital(text: str, expected: str) -> None:
    assert capitalized(text) == expected


@pytest.mark.parametrize(
    ("language", "noun", "count", "label", "text"),
    [
        ("en", "cases", 0, "cases_none", ""),
        ("en", "cases", 1, "cases_one", "1"),
        ("en", "cases", 2, "cases_many", "2"),
        ("en", "members", 1234, "members_many", "1,234"),
        ("fr", "members", 0, "members_none", ""),
        ("fr", "cases", 2345, "cases_many", "2\u202f345"),
    ],
)
def test_a_count_stands_with_its_noun(
    language: str, noun: str, count: int, label: str, text: str, page: MakePage
) -> None:
    here = page(language)
    assert counted(here, noun, count) == here.words("count", label, count=text)
    assert text in counted(here, noun, count)
