"""The life of a case across editions."""

from __future__ import annotations

from dataclasses import replace

from study.knowledge import Knowledge
from study.lives import is_new, life_of
from study.repertory import repertory
from tests.study.register import case, with_cases, withdrawn


def test_a_case_that_was_never_published_stands_in_this_edition_only(little: Knowledge) -> None:
    known = repertory(little)
    (appearance,) = life_of(little.cases[0], known)
    assert (appearance.edition, appearance.stage, appearance.current) == ("2026", "pilot", True)
    assert not appearance.changed
    assert is_new(little.cases[0], known)


def test_editions_come_in_order_and_a_changed_stage_is_marked(little: Knowledge) -> None:
    published = {"2025.1": {"no-gate": "planned"}, "2024": {"no-gate": "planned"}, "2025": {}}
    known = replace(repertory(little), published=published)
    life = life_of(little.cases[0], known)
    assert [(each.edition, each.stage, each.changed) for each in life] == [
        ("2024", "planned", False),
        ("2025.1", "planned", False),
        ("2026", "pilot", True),
    ]
    assert not is_new(little.cases[0], known)


def test_the_tenth_revision_comes_after_the_second(little: Knowledge) -> None:
    published = {"2025.10": {"no-gate": "planned"}, "2025.2": {"no-gate": "exploring"}}
    life = life_of(little.cases[0], replace(repertory(little), published=published))
    assert [each.edition for each in life] == ["2025.2", "2025.10", "2026"]


def test_errata_come_between_an_edition_and_its_revision(little: Knowledge) -> None:
    editions = ("2025.1", "2025-e1", "2025", "2025.1-e1")
    known = replace(repertory(little), published={edition: {"no-gate": "planned"} for edition in editions})
    life = life_of(little.cases[0], known)
    assert [each.edition for each in life] == ["2025", "2025-e1", "2025.1", "2025.1-e1", "2026"]


def test_a_new_case_stays_new_while_its_own_edition_is_built_again(little: Knowledge) -> None:
    known = replace(repertory(little), published={"2026": {"no-gate": "pilot"}})
    assert is_new(little.cases[0], known)


def test_the_edition_being_built_is_told_once_even_if_its_history_is_written(little: Knowledge) -> None:
    known = replace(repertory(little), published={"2026": {"no-gate": "planned"}})
    assert [each.stage for each in life_of(little.cases[0], known)] == ["pilot"]


def test_a_withdrawn_case_does_not_stand_in_this_edition(little: Knowledge) -> None:
    gone = case(little, "no-gate", withdrawn=withdrawn())
    known = replace(repertory(with_cases(little, gone)), published={"2025": {"no-gate": "pilot"}})
    assert [each.edition for each in life_of(gone, known)] == ["2025"]
