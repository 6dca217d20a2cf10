"""The message of a tag says what was submitted or approved, and can be read back."""

from __future__ import annotations

import pytest

from study.editions.tag_message import FIELDS, candidate_message, digests_of, edition_message

DIGESTS = {field: f"sha256:{number}" + "0" * 63 for number, field in enumerate(FIELDS)}


def test_a_candidate_is_submitted_and_not_approved() -> None:
    lines = candidate_message("2026-rc1", "2026", DIGESTS).split("\n")
    assert lines[0] == "Candidate 2026-rc1 of edition 2026, submitted for approval; not approved"
    assert lines[1] == ""
    assert lines[2] == f"en: {DIGESTS['en']}"
    assert [line.partition(":")[0] for line in lines[2:]] == [*FIELDS, ""]


def test_an_edition_says_by_whom_on_one_line() -> None:
    first, empty, *_ = edition_message("2026", "in a TEST,\non 27 June", DIGESTS).split("\n")
    assert (first, empty) == ("Edition 2026, approved in a TEST, on 27 June", "")


@pytest.mark.parametrize(
    "message", [candidate_message("2026-rc1", "2026", DIGESTS), edition_message("2026", "", DIGESTS)]
)
def test_digests_are_read_back(message: str) -> None:
    assert digests_of(message) == DIGESTS
    assert digests_of(message.replace("\n", "\r\n")) == DIGESTS


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("", []),
        ("en: sha256:12", []),
        (f"en: {DIGESTS['en'].upper()}", []),
        (f"said: en: {DIGESTS['en']}", []),
        (f"en: {DIGESTS['en']}\nen: {DIGESTS['fr']}\nfr: {DIGESTS['fr']}", ["fr"]),
    ],
)
def test_what_is_no_digest_or_stands_twice_is_left_out(message: str, left: list[str]) -> None:
    assert list(digests_of(message)) == left
