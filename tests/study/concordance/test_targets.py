"""What a command is to act on, and what it says where nothing or too much is meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from study.building import reading
from study.concordance.states import states
from study.concordance.targets import Target, UnknownTargetError, standings_of, target
from study.problems import ReportError
from tests.study.concordance.test_states import certify
from tests.study.concordance.twin import FRENCH, KEYS, PAGE, RECORD, edit, write_chapter


def meant(root: Path, written: str) -> Target:
    return target(root, reading(root).documents, written)


@pytest.mark.parametrize(
    "written",
    ["technologies/ai.md", "technologies/ai", "docs/en/technologies/ai.md", "./docs/fr/technologies/ai.md",
     "docs\\en\\technologies\\ai.md"],
)  # fmt: skip
def test_a_chapter_is_named_by_its_page_or_path(written: str, twin: Path) -> None:
    whole, part = meant(twin, written), meant(twin, f"{written}#uses")
    assert (whole.pair.name, whole.keys, whole.whole) == (PAGE, KEYS, True)
    assert (part.pair.name, part.keys, part.whole) == (PAGE, ("uses",), False)


@pytest.mark.parametrize(
    ("written", "name", "keys"),
    [
        ("cases#no-gate", "cases", ("no-gate",)),
        ("cases", "cases", ("no-gate",)),
        ("data/cases.yaml#no-gate", "cases", ("no-gate",)),
        ("terms", "terms", ("model", "data")),
        ("data/glossary.yaml", "terms", ("model", "data")),
        ("members#members/NO", "members", ("members/NO",)),
        ("labels#general", "labels", ("general",)),
    ],
)
def test_a_record_is_named_by_register_and_id(
    written: str, name: str, keys: tuple[str, ...], twin: Path
) -> None:
    found = meant(twin, written)
    assert (found.pair.name, found.keys) == (name, keys)


UNKNOWN = [
    ("technologies/ia", '"technologies/ia" is neither a chapter nor a register; expected a page such as'
     ' technologies/ai.md, or a register such as cases; did you mean "technologies/ai"?'),
    ("case#no-gate", 'did you mean "cases"?'),
    (f"{PAGE}#use", f'{PAGE} has no section "use"; expected one of ai, uses, policy; did you mean "uses"?'),
    (f"{PAGE}#", f'{PAGE} has no section ""; expected one of'),
    ("cases#no-gat", 'cases has no record "no-gat"; expected one of no-gate; did you mean "no-gate"?'),
    ("../../etc/passwd", "is neither a chapter nor a register"),
    ("/etc/passwd", "is neither a chapter nor a register"),
    ("", "is neither a chapter nor a register"),
    ("\x1b[2J#\x00", "is neither a chapter nor a register"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "said"), UNKNOWN)
def test_what_is_not_there_is_refused_with_the_nearest(written: str, said: str, twin: Path) -> None:
    with pytest.raises(UnknownTargetError, match=re.escape(said)):
        meant(twin, written)


def test_a_name_of_a_chapter_and_of_a_register_is_not_guessed(twin: Path) -> None:
    write_chapter(twin, "fr", FRENCH, "sources.md")
    with pytest.raises(
        UnknownTargetError,
        match=re.escape("is a chapter and a register; expected sources.md or data/sources.yaml"),
    ):
        meant(twin, "sources#uses")
    assert meant(twin, "sources.md#uses").pair.record == "data/concordance/sources.yaml"
    assert meant(twin, "data/sources.yaml").pair.record == "data/concordance/records/sources.yaml"


def test_the_states_of_targets_are_those_of_their_parts(twin: Path) -> None:
    certify(twin, PAGE)
    documents = reading(twin).documents
    names = [each.name for each in standings_of(twin, documents, [f"{PAGE}#uses", "terms"])]
    assert names == [f"{PAGE}#uses", "terms#model", "terms#data"]
    assert standings_of(twin, documents, []) == list(states(twin, documents))
    edit(twin, RECORD, "role: editors", "role: nobody")
    with pytest.raises(ReportError, match="is not a known role"):
        standings_of(twin, documents, [f"{PAGE}#uses"])
