"""Records looked up by their ids."""

from __future__ import annotations

import pytest

from study.documents import REGISTERS
from study.editions.standing import Standing
from study.knowledge import Knowledge
from tests.study.conftest import documents
from tests.study.editions.approved import approval
from tests.study.small import SMALL
from tests.study.worded import in_edition, with_publication


@pytest.mark.parametrize(
    ("attribute", "key"),
    [
        ("case", "no-gate"),
        ("member", "NO"),
        ("region", "EUR"),
        ("body", "eac"),
        ("technology", "ai"),
        ("source", "note"),
        ("term", "data"),
        ("data_note", "rounding"),
    ],
)
def test_a_record_is_found_by_its_id(attribute: str, key: str, little: Knowledge) -> None:
    assert getattr(little, attribute)[key].id == key


@pytest.mark.parametrize("kind", [kind for kind in REGISTERS if kind != "level"])
def test_ids_are_the_same_as_those_written(kind: str, little: Knowledge) -> None:
    name, _ = REGISTERS[kind]
    name = name.removeprefix("data/")
    written = documents(**{name.removesuffix(".yaml"): SMALL.get(name, "[]\n")})
    assert set(little.ids(kind)) == written.ids(kind)


def test_the_edition_is_the_current_one(little: Knowledge) -> None:
    assert little.edition.id == "2026"


def test_a_technology_has_a_chapter_per_language(little: Knowledge) -> None:
    assert little.chapter("ai", "fr") == little.root / "docs" / "fr" / "technologies" / "ai.md"


def test_what_is_not_built_is_a_draft(little: Knowledge) -> None:
    assert (little.standing.name, little.standing.status, little.standing.approval) == ("2026", "draft", None)


def test_the_edition_has_the_status_of_its_standing(little: Knowledge) -> None:
    candidate = little.standing_as(Standing("2026", "2026-rc1", "candidate"), {})
    assert (candidate.edition.status, candidate.standing.name) == ("candidate", "2026-rc1")
    assert candidate.editions.editions[0].status == "candidate"
    assert little.edition.status == "draft"


def test_a_record_does_not_approve_the_edition_that_is_built(little: Knowledge) -> None:
    draft = little.standing_as(little.standing, {"2026": approval()})
    assert (draft.edition.status, draft.edition.date) == ("draft", None)


def test_an_earlier_edition_with_a_record_is_approved(little: Knowledge) -> None:
    later = in_edition(little, "2027").standing_as(Standing("2027", "2027", "draft"), {"2026": approval()})
    assert [(each.id, each.status, each.date) for each in later.editions.editions] == [
        ("2027", "draft", None),
        ("2026", "approved", "2026-01-30"),
    ]


def test_an_earlier_edition_without_a_record_is_a_draft(little: Knowledge) -> None:
    later = in_edition(little, "2027", status="approved")
    later = in_edition(later, "2028").standing_as(Standing("2028", "2028", "approved"), {})
    assert {each.id: each.status for each in later.editions.editions} == {
        "2028": "approved",
        "2027": "draft",
        "2026": "draft",
    }


def test_an_earlier_edition_that_was_rehearsed_says_so(little: Knowledge) -> None:
    approvals = {"2026": approval(rehearsal=True)}
    later = in_edition(little, "2027").standing_as(Standing("2027", "2027", "draft"), approvals)
    assert later.editions.editions[1].status == "rehearsal"
    copy = with_publication(in_edition(little, "2027"), rehearsal=True)
    later = copy.standing_as(Standing("2027", "2027", "draft"), {"2026": approval()})
    assert later.editions.editions[1].status == "rehearsal"


def test_an_edition_that_was_published_elsewhere_stays_as_it_is(little: Knowledge) -> None:
    elsewhere = in_edition(little, "2022", status="superseded", published_elsewhere=True)
    later = in_edition(elsewhere, "2027", published_elsewhere=False).standing_as(
        Standing("2027", "2027", "draft"), {"2022": approval()}
    )
    assert {each.id: each.status for each in later.editions.editions}["2022"] == "superseded"
