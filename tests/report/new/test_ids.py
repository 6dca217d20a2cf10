"""Ids of new cases: short, plain, and nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.new.ids import LONGEST_ID, LONGEST_PROPOSED, PATTERN, id_fault, proposed_id, taken_ids
from study.addresses import RESERVED
from study.loading import read
from tests.conftest import TODAY
from tests.study.small import SMALL

HISTORY = "cases:\n  ke-old: pilot\n  no-gate: pilot\n"


@pytest.mark.parametrize(
    ("actors", "title", "names", "expected"),
    [
        (["KE"], "Drones that watch Kenya’s border", ["Kenya"], "ke-drones-watch-border"),
        (["KE", "UG"], "Exchange of scanned images", ["Kenya", "Uganda"], "ke-ug-exchange-scanned-images"),
        (["eac"], "Electronic seals", ["East African Community"], "eac-electronic-seals"),
        (["CI"], "Côte d’Ivoire’s 3D‑printed façade", ["Côte d’Ivoire"], "ci-3d-printed-facade"),
        (["JP"], "税関 🛃", ["Japan"], "jp-case"),
        (["JP"], "The use of the new by customs", ["Japan"], "jp-case"),
        (["FR"], "x" * 200, ["France"], "fr-case"),
        (["AA", "BB", "CC", "DD"], "Gate", [], "aa-bb-cc-gate"),
        (["KE"], "One two three four five six", ["Kenya"], "ke-one-two-three-four"),
    ],
)
def test_an_id_is_made_of_who_acts_and_of_the_title(
    actors: list[str], title: str, names: list[str], expected: str
) -> None:
    assert proposed_id(actors, title, names, ()) == expected


def test_an_id_that_is_taken_gets_a_number() -> None:
    taken = {"ke-gate", "ke-gate-2"}
    assert proposed_id(["KE"], "Gate", [], taken) == "ke-gate-3"


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["KE", "UG", "eac"]), min_size=1, max_size=9), st.text(), st.booleans())
def test_any_title_makes_an_id_that_can_be_used(actors: list[str], title: str, known: bool) -> None:
    first = proposed_id(actors, title, [], ())
    assert PATTERN.fullmatch(first)
    assert len(first) <= LONGEST_PROPOSED
    assert proposed_id(actors, title, [], {first}) == f"{first}-2"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("KE-gate", "expected lower-case letters"),
        ("ke--gate", "expected lower-case letters"),
        ("ke-gate-", "expected lower-case letters"),
        ("ke gate", "expected lower-case letters"),
        ("ke/../gate", "expected lower-case letters"),
        ("ké-gate", "expected lower-case letters"),
        ("ke-gate\n", "expected lower-case letters"),
        ("", "expected lower-case letters"),
        ("null", "that word means nothing in YAML"),
        ("ke-" + "x" * LONGEST_ID, f"it has {LONGEST_ID + 3} characters; expected at most {LONGEST_ID}"),
        ("ke-taken", "it is taken: data/cases.yaml:7"),
    ],
)
def test_an_id_that_cannot_be_used_is_explained(key: str, said: str) -> None:
    assert str(id_fault(key, {"ke-taken": "data/cases.yaml:7"})).startswith(said)
    assert id_fault("ke-gate", {"ke-taken": "data/cases.yaml:7"}) is None


def test_ids_of_the_register_of_editions_and_of_lists_are_taken(tmp_path: Path) -> None:
    (tmp_path / "data" / "history").mkdir(parents=True)
    for name, text in SMALL.items():
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")
    (tmp_path / "data" / "history" / "2025.yaml").write_text(HISTORY, encoding="utf-8")
    taken = taken_ids(tmp_path, read(tmp_path, TODAY).documents)
    assert taken["no-gate"] == "data/cases.yaml:1"
    assert taken["ke-old"] == "data/history/2025.yaml:2"
    assert taken["year"] == "cases/year/ is the address of a list"
    assert taken.keys() == {"no-gate", "ke-old", *RESERVED}
