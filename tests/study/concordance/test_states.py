"""The states of the two languages: the same rules for both."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from report.files import write_whole
from study.building import reading
from study.concordance.certifying import certified
from study.concordance.passages import all_pairs, chapter_pair, register_pair
from study.concordance.record_reading import read_record
from study.concordance.states import chapter_states, not_concordant, states
from study.concordance.targets import target
from study.problems import ReportError
from tests.study.concordance.twin import KEYS, PAGE, RECORD, edit

DAY = date(2026, 1, 31)


def certify(root: Path, *written: str) -> None:
    """Certify as the command would, whatever the texts say."""
    documents = reading(root).documents
    for each in written:
        meant = target(root, documents, each)
        record = read_record(root, meant.pair.record)
        text, _ = certified(meant.pair, record, meant.keys, "editors", DAY, anew=True)
        write_whole(root / meant.pair.record, text)


def found(root: Path) -> list[str]:
    return [each.state for each in chapter_states(root, PAGE)]


def test_what_nobody_read_was_never_certified(twin: Path) -> None:
    assert found(twin) == ["never certified"] * 3


def test_what_was_read_is_certified_and_nothing_else(twin: Path) -> None:
    certify(twin, f"{PAGE}#uses")
    assert found(twin) == ["never certified", "certified", "never certified"]
    certify(twin, PAGE)
    assert found(twin) == ["certified"] * 3


CHANGES = [
    ({"en": ("62%", "63%")}, "changed in English", ("en",)),
    ({"fr": ("62 %", "63 %")}, "changed in French", ("fr",)),
    ({"en": ("62%", "63%"), "fr": ("62 %", "63 %")}, "changed in both", ("en", "fr")),
    ({"en": ("them, and\n", "them,\n\n\nand ")}, "changed in English", ("en",)),
    ({"en": ("them, and\nthe", "them,  and the")}, "certified", ()),
    ({"fr": ("description: Ce", "updated: 2026-01-31\ndescription: Voici ce")}, "certified", ()),
]


@pytest.mark.parametrize(("edits", "state", "changed"), CHANGES)
def test_a_change_of_either_side_is_said_alike(
    edits: dict[str, tuple[str, str]], state: str, changed: tuple[str, ...], twin: Path
) -> None:
    certify(twin, PAGE)
    for language, (old, new) in edits.items():
        edit(twin, f"docs/{language}/{PAGE}", old, new)
    standing = chapter_states(twin, PAGE)[1]
    assert (standing.state, standing.changed) == (state, changed)
    assert {each.state for each in chapter_states(twin, PAGE) if each.key != "uses"} == {"certified"}


def test_a_text_that_is_as_it_was_is_certified_again_by_itself(twin: Path) -> None:
    certify(twin, PAGE)
    edit(twin, f"docs/fr/{PAGE}", "62 %", "63 %")
    edit(twin, f"docs/fr/{PAGE}", "63 %", "62 %")
    assert found(twin) == ["certified"] * 3


def test_a_section_renamed_on_both_sides_is_gone_and_new(twin: Path) -> None:
    certify(twin, PAGE)
    for language in ("en", "fr"):
        edit(twin, f"docs/{language}/{PAGE}", "#uses", "#use")
    standings = {each.key: each.state for each in chapter_states(twin, PAGE)}
    assert standings == {"ai": "certified", "use": "never certified", "policy": "certified", "uses": "gone"}


def test_a_section_renamed_on_one_side_has_changed_there(twin: Path) -> None:
    certify(twin, PAGE)
    edit(twin, f"docs/fr/{PAGE}", "#uses", "#emplois")
    standings = {each.key: each.state for each in chapter_states(twin, PAGE)}
    assert (standings["uses"], standings["emplois"]) == ("changed in French", "never certified")


@pytest.mark.parametrize(("language", "state"), [("en", "changed in English"), ("fr", "changed in French")])
def test_a_chapter_that_lost_a_language_has_changed_there(language: str, state: str, twin: Path) -> None:
    certify(twin, PAGE)
    (twin / "docs" / language / PAGE).unlink()
    assert found(twin) == [state] * 3


def test_sections_in_another_order_are_still_certified(twin: Path) -> None:
    certify(twin, PAGE)
    path = twin / "docs" / "en" / PAGE
    head, uses, policy = path.read_text().split("\n## ")
    path.write_text(f"{head}\n## {policy}\n## {uses}\n")
    assert found(twin) == ["certified"] * 3


def test_records_are_certified_like_sections(twin: Path) -> None:
    certify(twin, "cases#no-gate", "terms", "labels#general")
    edit(twin, "data/cases.yaml", "Une porte", "Un portail")
    edit(twin, "data/glossary.yaml", "A rule", "A set of rules")
    edit(twin, "data/labels.yaml", "Bonjour {name}", "Salut {name}")
    standings = {each.name: each.state for each in states(twin) if each.entry}
    assert standings == {
        "cases#no-gate": "changed in French",
        "terms#model": "changed in English",
        "terms#data": "certified",
        "labels#general": "changed in French",
    }


def test_every_chapter_and_register_has_its_states(twin: Path) -> None:
    names = {each.pair.name for each in states(twin)}
    assert names == {pair.name for pair in all_pairs(twin, reading(twin).documents)}
    assert {PAGE, "cases", "terms", "labels", "members", "publication"} <= names


def test_a_candidate_is_told_what_is_not_concordant(twin: Path) -> None:
    documents = reading(twin).documents
    certify(twin, *(pair.name for pair in all_pairs(twin, documents)))
    assert not_concordant(twin) == []
    edit(twin, f"docs/fr/{PAGE}", "62 %", "63 %")
    edit(twin, "data/cases.yaml", "A gate", "The gate")
    said = [str(problem) for problem in not_concordant(twin)]
    assert said == [
        f"docs/en/{PAGE}:8:1: uses: changed in French since 2026-01-31 (editors); expected this text and "
        f"docs/fr/{PAGE}:8 to be read together, then: report concord {PAGE}#uses --role ROLE",
        "data/cases.yaml:1:1: no-gate: changed in English since 2026-01-31 (editors); expected this text and "
        "data/cases.yaml:1 to be read together, then: report concord cases#no-gate --role ROLE",
    ]


def test_a_candidate_is_told_what_is_gone(twin: Path) -> None:
    certify(twin, PAGE)
    for language in ("en", "fr"):
        edit(twin, f"docs/{language}/{PAGE}", "#uses", "#use")
    said = [str(problem) for problem in not_concordant(twin) if problem.file == RECORD]
    assert said == [f"{RECORD}:9:1: uses: is no longer in docs/en/{PAGE}; run: report fix concordance"]


def test_what_cannot_be_read_is_never_taken_for_certified(twin: Path) -> None:
    (twin / "docs" / "fr" / PAGE).write_bytes(b"\xff")
    with pytest.raises(ReportError, match="not UTF-8"):
        states(twin)


def test_the_order_is_that_of_the_text(twin: Path) -> None:
    assert [each.key for each in chapter_states(twin, PAGE)] == list(KEYS)
    assert chapter_pair(twin, PAGE).keys == KEYS
    assert register_pair(reading(twin).documents, "terms").keys == ("model", "data")
