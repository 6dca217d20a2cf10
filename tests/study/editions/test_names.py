"""Names of editions and candidates: one spelling each, compared as numbers."""

from __future__ import annotations

import pytest

from study.editions.names import edition_of, edition_order, is_candidate, is_edition

EDITIONS = ["2026", "2026-e1", "2026-e2", "2026.1", "2026.1-e1", "2026.2", "2026.10", "2027"]
NO_NAMES = [
    "",
    "26",
    "2026 ",
    " 2026",
    "2026\n",
    "2026.0",
    "2026.01",
    "2026-e0",
    "2026-E1",
    "v2026",
    "2026.1.1",
]
NO_NAMES += [
    "２０２６",
    "2026-rc",
    "2026-rc0",
    "2026-rc01",
    "2026-RC1",
    "2026-rc1-e1",
    "../2026",
    "2026/",
    "latest",
]


def shuffled(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: name[::-1])


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_is_known_by_its_name(name: str) -> None:
    assert is_edition(name)
    assert not is_candidate(name)
    assert is_candidate(f"{name}-rc1")
    assert not is_edition(f"{name}-rc1")
    assert edition_of(f"{name}-rc12") == edition_of(name) == name


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_name_is_neither(name: str) -> None:
    assert not is_edition(name)
    assert not is_candidate(name)


def test_editions_are_sorted_as_numbers() -> None:
    assert sorted(shuffled(EDITIONS), key=edition_order) == EDITIONS


def test_candidates_come_before_their_edition_in_their_order() -> None:
    names = ["2025.1", "2026-rc2", "2026-rc10", "2026", "2026-e1-rc1", "2026-e1", "2026.1-rc1", "2026.1"]
    assert sorted(shuffled(names), key=edition_order) == names


def test_what_is_no_name_can_be_sorted_too() -> None:
    names = ["", "2026." + "9" * 5000, "README", "2026"]
    assert sorted(["2026", "README", "", names[1]], key=edition_order) == names
