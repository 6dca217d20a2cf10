"""Records of the downloads: what is said of a case, a result, a source, a term."""

from __future__ import annotations

import pytest

from study.downloads.records import case_record, result_records, source_records, term_record
from study.knowledge import Knowledge
from study.labels import Words


def words(held: Knowledge, language: str = "en") -> Words:
    return Words(language, held.labels)


def test_a_case_of_two_members_names_each_once_with_both_regions(held: Knowledge) -> None:
    record = case_record(held.case["hostile"], held, words(held, "fr"))
    assert record["administrations"] == [{"key": "NO", "name": "Norvège"}, {"key": "KE", "name": "Kenya"}]
    assert [each["key"] for each in record["regions"]] == ["EUR", "ESA"]  # type: ignore[attr-defined]
    assert record["body"] is None


def test_a_case_of_a_body_has_neither_administration_nor_region_nor_year(held: Knowledge) -> None:
    record = case_record(held.case["union"], held, words(held))
    assert (record["administrations"], record["regions"], record["since"]) == ([], [], None)
    assert record["body"] == {"key": "eac", "name": "Community"}
    assert record["results"] == []


@pytest.mark.parametrize(
    ("language", "status"),
    [("en", "Draft — not approved by the Council"), ("fr", "Projet — non approuvé par le Conseil")],
)
def test_every_record_says_that_it_is_a_draft(held: Knowledge, language: str, status: str) -> None:
    spoken, case = words(held, language), held.case["hostile"]
    records = [
        case_record(case, held, spoken),
        *result_records(case, held, spoken),
        *source_records([case], held, spoken),
        term_record(held.glossary[0], held, spoken),
    ]
    assert {(each["edition"], each["status"]) for each in records} == {("2026", status)}
    for each in records:
        assert str(each["permalink"]).startswith(f"https://example.org/2026/{language}/")


def test_a_source_stands_in_full(held: Knowledge) -> None:
    bare, note = case_record(held.case["hostile"], held, words(held))["sources"]  # type: ignore[misc]
    assert note == {
        "id": "note",
        "title": "A note",
        "title_language": "en",
        "publisher": "Customs",
        "kind": {"key": "official", "name": "official"},
        "date": "2025-06",
        "reference": None,
        "url": "https://example.org/note",
        "archived_url": None,
        "checked": "2026-01-31",
    }
    assert (bare["url"], bare["date"]) == (None, None)


def test_results_are_numbered_and_name_who_measured_them(held: Knowledge) -> None:
    records = list(result_records(held.case["hostile"], held, words(held)))
    assert [(each["number"], each["text"], each["measured_by"], each["sources"]) for each in records] == [
        (1, "10% less", "Customs", ["note"]),
        (2, "=2", "-", ["bare", "note"]),
    ]


def test_sources_stand_in_the_order_of_their_register_unused_ones_left_out(held: Knowledge) -> None:
    records = source_records(held.cases, held, words(held))
    assert [each["id"] for each in records] == ["note", "bare"]


def test_a_term_has_both_languages_side_by_side(held: Knowledge) -> None:
    record = term_record(held.term["3d"], held, words(held, "fr"))
    assert (record["abbreviation_en"], record["abbreviation_fr"]) == ("3D", None)
    assert (record["forms_en"], record["forms_fr"]) == (["three-d"], [])
    assert record["technology"]["key"] == "3d-printing"  # type: ignore[index]
    assert record["permalink"] == "https://example.org/2026/fr/glossary/#term-3d"
