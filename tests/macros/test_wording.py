"""Names, dates and counts as tables and charts write them."""

from __future__ import annotations

import pytest

from macros.wording import capitalized, counted, region_name, region_with_code, technology_name, when
from tests.macros.conftest import MakePage


@pytest.mark.parametrize(
    ("language", "key", "text"),
    [
        ("en", "ESA", "East and South (ESA)"),
        ("fr", "ESA", "Est et Sud (AOA)"),
        ("en", "MENA", "Mena"),
        ("fr", "MENA", "Moyen-Orient (MENA)"),
    ],
)
def test_a_region_shows_its_code_unless_it_is_its_name(
    language: str, key: str, text: str, page: MakePage
) -> None:
    assert region_with_code(page(language), key) == text


def test_a_row_names_its_region_or_says_it_in_its_own_words(page: MakePage) -> None:
    here = page("fr")
    known, unknown = here.knowledge.use_cases.rows
    assert region_name(here, known) == "Est et Sud (AOA)"
    assert region_name(here, unknown) == "EUR ou <AMS>"


@pytest.mark.parametrize(
    ("language", "dates", "text"),
    [
        ("en", ("2024-04", None, None), "April\u00a02024"),
        ("fr", ("2024-04-01", None, None), "1er\u00a0avril 2024"),
        ("en", (None, "2024-03-18", "2024-03-22"), "18–22\u00a0March 2024"),
        ("fr", (None, "2024-04-28", "2024-05-02"), "28\u00a0avril – 2\u00a0mai 2024"),
    ],
)
def test_a_moment_is_a_day_or_a_span(
    language: str, dates: tuple[str | None, str | None, str | None], text: str, page: MakePage
) -> None:
    assert when(page(language), *dates) == text


def test_a_technology_has_its_full_name(page: MakePage) -> None:
    here = page("fr")
    assert technology_name(here, "cloud") == here.knowledge.technology["cloud"].name.fr


@pytest.mark.parametrize(("text", "expected"), [("état", "État"), ("3D", "3D"), ("", ""), ("aB", "AB")])
def test_only_the_first_letter_is_made_a_capital(text: str, expected: str) -> None:
    assert capitalized(text) == expected


@pytest.mark.parametrize(
    ("language", "noun", "count", "label", "text"),
    [
        ("en", "cases", 0, "cases_none", ""),
        ("en", "cases", 1, "cases_one", "1"),
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
