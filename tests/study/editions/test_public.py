from __future__ import annotations

import random

import pytest

from study.editions.public import (
    PublicEdition,
    Redirect,
    editions_record,
    nearest,
    public_editions,
    redirects,
    relative,
    versions,
)
from study.knowledge import Knowledge
from study.labels import Words
from study.models.approvals import Approval
from tests.study.editions import approved


def approval(number: str, *, rehearsal: bool = False) -> Approval:
    return approved.approval(edition=number, candidate=f"{number}-rc1", rehearsal=rehearsal)


def editions(
    *numbers: str, pages: dict[str, set[str]] | None = None, rehearsal: bool = False
) -> list[PublicEdition]:
    approvals = {number: approval(number) for number in numbers}
    return public_editions(approvals, pages or dict.fromkeys(numbers, ()), rehearsal=rehearsal)


def test_the_newest_edition_comes_first_and_is_current() -> None:
    found = editions("2026", "2027", "2026.10", "2026.2", "2026-e1", "2026.1")
    assert [each.id for each in found] == ["2027", "2026.10", "2026.2", "2026.1", "2026-e1", "2026"]
    assert [each.id for each in found if each.current] == ["2027"]


def test_all_but_the_current_edition_are_superseded() -> None:
    assert [each.status for each in editions("2026", "2026.1")] == ["approved", "superseded"]


def test_a_rehearsal_never_counts_as_approved() -> None:
    assert [each.status for each in editions("2026", "2026.1", rehearsal=True)] == ["rehearsal", "rehearsal"]
    one = public_editions({"2026": approval("2026", rehearsal=True)}, {"2026": ()}, rehearsal=False)
    assert one[0].status == "rehearsal"


def test_without_an_edition_the_lists_are_empty(knowledge: Knowledge) -> None:
    assert versions([]) == []
    assert editions_record([], {}) == {"format": 1, "current": None, "editions": []}
    assert list(redirects([])) == []


def test_sixty_editions_are_listed_in_order(knowledge: Knowledge) -> None:
    numbers = [f"{year}{revision}" for year in range(2026, 2046) for revision in ("", "-e1", ".1")]
    shuffled = random.Random(1).sample(numbers, len(numbers))
    languages = {language: Words(language, knowledge.labels) for language in ("en", "fr")}
    found = editions(*shuffled)
    record = editions_record(found, languages)
    assert [each["id"] for each in record["editions"]] == numbers[::-1]
    assert [each["version"] for each in versions(found)] == numbers[::-1]
    assert [each["aliases"] for each in versions(found) if each["aliases"]] == [["latest"]]
    assert record["current"] == "2045.1"
    assert record["editions"][0] == {
        "id": "2045.1",
        "path": "2045.1/",
        "title": {"en": "Edition 2045.1", "fr": "Édition 2045.1"},
        "status": {"en": "Approved", "fr": "Approuvée"},
        "date": "2026-01-30",
        "body": {"en": "Council", "fr": "Conseil"},
        "session": "TEST 1",
        "digests": approved.DIGESTS,
    }


def test_every_page_of_any_edition_has_a_lasting_address() -> None:
    found = editions(
        "2026",
        "2026.1",
        "2027",
        pages={"2026": {"en/", "en/a/", "en/a/b/"}, "2026.1": {"en/", "en/a/b/"}, "2027": {"en/", "en/a/"}},
    )
    assert list(redirects(found)) == [
        Redirect("latest/", "2027/"),
        Redirect("latest/en/", "2027/en/"),
        Redirect("latest/en/a/", "2027/en/a/"),
        # the last edition that has the page is named
        Redirect("latest/en/a/b/", "2027/en/a/", gone=found[1]),
    ]


@pytest.mark.parametrize(
    ("page", "above"),
    [
        ("en/cases/x/", "en/cases/"),
        ("en/gone/deep/", "en/"),
        ("fr/gone/", ""),
        ("both/cases/", ""),
        ("en/cases/x.html", "en/cases/"),
    ],
)
def test_a_page_that_is_gone_leads_to_the_nearest_above_it(page: str, above: str) -> None:
    assert nearest(page, frozenset({"en/", "en/cases/", "fr/cases/"})) == above


@pytest.mark.parametrize(
    ("page", "target", "address"),
    [
        ("latest/en/ai/", "2026/en/ai/", "../../../2026/en/ai/"),
        ("latest/", "2026/", "../2026/"),
        ("latest/en/x.html", "2026/en/x.html", "../../2026/en/x.html"),
        ('latest/en/"/', '2026/en/"é/', "../../../2026/en/%22%C3%A9/"),
        ("", "2026/", "2026/"),
        ("", "", "./"),
    ],
)
def test_addresses_are_relative_so_that_any_prefix_will_do(page: str, target: str, address: str) -> None:
    assert relative(page, target) == address


def test_the_nearest_page_is_told_which_page_it_stands_for() -> None:
    gone = editions("2026")[0]
    assert Redirect("latest/en/cases/x/", "2027/en/cases/", gone).missed == "2026/cases/x/"
    assert Redirect("latest/en/x/", "2027/en/", gone).missed == "2026/x/"
    assert Redirect("latest/en/x/", "2027/", gone).missed == ""
    assert Redirect("latest/both/x/", "2027/both/", gone).missed == ""
    assert Redirect("latest/en/x/", "2027/en/x/").missed == ""
