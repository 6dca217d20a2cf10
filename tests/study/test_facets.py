"""Facets: what a case stands under, and in which order values are shown."""

from __future__ import annotations

import pytest

from study.facets import FACETS, NO_YEAR, all_values, name_of, values_of
from study.knowledge import Knowledge
from study.labels import Words
from tests.study.register import case, with_cases


def test_a_case_of_two_regions_stands_under_both_each_once(little: Knowledge) -> None:
    both = case(little, "x", administrations=["NO", "KE", "NO"])
    assert values_of(both, "region", little) == ["EUR", "ESA"]
    assert values_of(both, "administration", little) == ["NO", "KE"]


def test_a_body_counts_as_an_administration_and_has_no_region(little: Knowledge) -> None:
    union = case(little, "x", administrations=[], body="eac")
    assert values_of(union, "administration", little) == ["eac"]
    assert values_of(union, "region", little) == []
    assert name_of("administration", "eac", little, Words("fr", little.labels)) == "Communauté"


def test_a_case_without_a_year_stands_under_a_value_of_its_own(knowledge: Knowledge) -> None:
    undated = case(knowledge, "x", since=None)
    assert values_of(undated, "year", knowledge) == [NO_YEAR]
    for language, words in (("en", "Year not stated"), ("fr", "Année non précisée")):
        assert name_of("year", NO_YEAR, knowledge, Words(language, knowledge.labels)) == words


def test_a_value_named_twice_counts_once(little: Knowledge) -> None:
    twice = case(little, "x", technologies=["ai", "ai"], processes=["aeo", "aeo"])
    assert values_of(twice, "technology", little) == ["ai"]
    assert values_of(twice, "process", little) == ["aeo"]


def test_years_run_from_the_latest_to_the_earliest_and_the_unknown_comes_last(little: Knowledge) -> None:
    dated = with_cases(little, *(case(little, f"c{year}", since=year) for year in (2019, 2024, 2021, None)))
    assert all_values("year", dated) == ["2024", "2021", "2019", NO_YEAR]


@pytest.mark.parametrize("facet", FACETS)
def test_every_value_of_the_register_is_offered_and_has_a_name_in_both_languages(
    facet: str, knowledge: Knowledge
) -> None:
    offered = all_values(facet, knowledge)
    assert len(offered) == len(set(offered))
    for each in knowledge.cases:
        assert set(values_of(each, facet, knowledge)) <= set(offered)
    for language in ("en", "fr"):
        names = [name_of(facet, value, knowledge, Words(language, knowledge.labels)) for value in offered]
        assert len(names) == len(set(names))


def test_a_region_whose_name_is_its_code_is_not_named_twice(small_regions: Knowledge) -> None:
    assert name_of("region", "AMS", small_regions, Words("en", small_regions.labels)) == "word"


@pytest.fixture
def small_regions(little: Knowledge) -> Knowledge:
    assert little.region["AMS"].code.en == little.region["AMS"].name.en
    return little
