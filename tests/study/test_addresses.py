"""Addresses of the repertory: one page for each, none twice."""

from __future__ import annotations

from study.addresses import (
    CATALOGUE,
    RESERVED,
    all_cases_path,
    case_path,
    facet_index_path,
    facet_path,
    pair_path,
    permalink,
)
from study.facets import FACETS, all_values
from study.knowledge import Knowledge


def test_addresses_are_lower_case_and_end_with_a_slash() -> None:
    assert case_path("ke-x") == "cases/ke-x/"
    assert facet_path("region", "ESA") == "cases/region/esa/"
    assert facet_path("administration", "KE", 2) == "cases/administration/ke/2/"
    assert pair_path("ai", "stage", "pilot") == "cases/technology/ai/stage/pilot/"
    assert all_cases_path(1) == CATALOGUE
    assert all_cases_path(3) == "cases/page/3/"


def test_a_body_has_a_folder_of_its_own_so_that_it_never_meets_a_member() -> None:
    assert facet_path("administration", "eac") == "cases/body/eac/"


def test_regions_and_members_are_listed_by_their_chapters() -> None:
    assert facet_index_path("region") == "cases/regions/"
    assert facet_index_path("administration") == "cases/administrations/"
    assert facet_index_path("stage") == "cases/stage/"


def test_no_two_values_share_an_address_and_no_case_can_take_one(knowledge: Knowledge) -> None:
    paths = [facet_path(facet, value) for facet in FACETS for value in all_values(facet, knowledge)]
    assert len(paths) == len(set(paths))
    assert {path.split("/")[1] for path in paths} <= RESERVED
    assert {facet_index_path(facet).split("/")[1] for facet in FACETS} <= RESERVED
    assert not RESERVED & knowledge.case.keys()


def test_the_address_for_quoting_names_edition_and_language(knowledge: Knowledge) -> None:
    edition = knowledge.editions.current
    base = knowledge.publication.site_url
    assert permalink(knowledge, "fr", case_path("ke-x")) == f"{base}{edition}/fr/cases/ke-x/"
