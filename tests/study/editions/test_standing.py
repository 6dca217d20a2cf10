"""How an edition stands comes from what was asked for; a record alone never makes a build look approved."""

from __future__ import annotations

import pytest

from study.editions.standing import Asked, Standing, asked_wrongly, standing_of, standing_problems
from tests.study.editions.approved import COMMIT, approval

OTHER = "f" * 40


def stood(name: str, commit: str = COMMIT, *, recorded: bool = False, rehearsal: bool = False) -> Standing:
    approvals = {"2026": approval()} if recorded else {}
    return standing_of(Asked(name, commit), "2026", approvals, rehearsal=rehearsal)


@pytest.mark.parametrize("recorded", [False, True])
def test_what_nobody_asked_for_is_a_draft_even_beside_a_record(recorded: bool) -> None:
    assert stood("", recorded=recorded) == Standing("2026", "2026", "draft", COMMIT, None, False)


def test_a_candidate_is_asked_for_by_its_name() -> None:
    assert stood("2026-rc1") == Standing("2026", "2026-rc1", "candidate", COMMIT, None, False)


def test_an_edition_is_approved_where_its_record_names_the_commit() -> None:
    assert stood("2026", recorded=True) == Standing("2026", "2026", "approved", COMMIT, approval(), False)


@pytest.mark.parametrize(
    ("name", "commit", "recorded", "said"),
    [
        ("2026", COMMIT, False, "there is no record of an approval; expected data/approvals/2026.yaml"),
        ("2026", OTHER, True, "the commit ffffffffff is not the one that was approved; expected 0123456789"),
        ("2026", "", True, 'REPORT_COMMIT is ""'),
        ("2026-rc1", "0123456789", False, 'REPORT_COMMIT is "0123456789"'),
        ("2026-rc1", COMMIT.upper(), False, "expected the full name of the commit"),
        ("2026-rc3", COMMIT, True, "edition 2026 is approved already"),
        ("2027", COMMIT, True, "this checkout builds edition 2026"),
        ("2026-e1", COMMIT, True, "this checkout builds edition 2026"),
        ("2027-rc1", COMMIT, False, "a candidate such as 2026-rc1"),
        ("approved", COMMIT, True, "it is no edition and no candidate"),
        ("2026 ", COMMIT, True, "it is no edition and no candidate"),
        ("2026-rc0", COMMIT, False, "it is no edition and no candidate"),
        ("../2026", COMMIT, True, "it is no edition and no candidate"),
    ],
)
def test_what_is_not_in_order_is_refused_and_looks_like_a_draft(
    name: str, commit: str, recorded: bool, said: str
) -> None:
    approvals = {"2026": approval()} if recorded else {}
    asked = Asked(name, commit)
    assert any(said in message for message in asked_wrongly(asked, "2026", approvals))
    [*problems] = standing_problems(asked, "2026", approvals)
    assert all(problem.message.startswith("REPORT_EDITION is ") for problem in problems)
    assert standing_of(asked, "2026", approvals, rehearsal=False).status == "draft"


def test_what_is_in_order_has_no_problem() -> None:
    assert list(asked_wrongly(Asked(), "2026", {})) == []
    assert list(asked_wrongly(Asked("2026-rc1", COMMIT), "2026", {})) == []
    assert list(asked_wrongly(Asked("2026", COMMIT), "2026", {"2026": approval()})) == []


def test_a_rehearsed_approval_shows_that_it_is_one() -> None:
    record = {"2026": approval(rehearsal=True)}
    standing = standing_of(Asked("2026", COMMIT), "2026", record, rehearsal=True)
    assert (standing.status, standing.shown, standing.rehearsal) == ("approved", "rehearsal", True)
    assert stood("2026", recorded=True, rehearsal=True).shown == "rehearsal"
    assert stood("2026-rc1", rehearsal=True).shown == "candidate"
    assert stood("2026", recorded=True).shown == "approved"
