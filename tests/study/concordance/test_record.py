"""The record keeps what others certified byte for byte, and git merges what two branches certify."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.concordance.record import FIELDS, HEAD, ROLES, Entry, Record, with_entries, without
from study.concordance.record_reading import parsed
from tests.report.test_git import git

NAME = "data/concordance/technologies/ai.yaml"
KEYS = ("at-a-glance", "what-it-is", "uses", "policy", "legal")
ONE = Entry("0123456789abcdef", "fedcba9876543210", "2026-11-22", "editors")
TWO = Entry("a" * 16, "b" * 16, "2026-11-23", "secretariat")
NONE = Record(NAME, (), {}, exists=False)
EMPTY = with_entries(NONE, dict.fromkeys(KEYS), KEYS)


def filled(**entries: Entry) -> str:
    """Return the empty record of all keys with some certified: filled(uses=ONE)."""
    named = {key.replace("_", "-"): entry for key, entry in entries.items()}
    return with_entries(parsed(EMPTY, NAME), named, KEYS)


def test_a_record_is_yaml_with_an_empty_line_between_entries() -> None:
    text = with_entries(NONE, {"uses": ONE, "policy": None}, ("uses", "policy"))
    assert text == (
        f"{HEAD}\n\nuses:\n  en: 0123456789abcdef\n  fr: fedcba9876543210\n  date: 2026-11-22\n  role: editors\n"
        "\npolicy:\n"
    )


def test_what_is_written_is_read_again() -> None:
    record = parsed(filled(uses=ONE, legal=TWO), NAME)
    assert (record.problems, tuple(record.held)) == ((), KEYS)
    assert [record.entry(key) for key in KEYS] == [None, None, ONE, None, TWO]
    assert record.lines[record.held["legal"].line - 1] == "legal:"


def test_a_record_that_is_not_there_has_no_entry() -> None:
    assert NONE.entry("uses") is None


def test_other_entries_stay_byte_for_byte() -> None:
    text = filled(uses=ONE).replace("policy:\n", "# a remark of somebody\n\n\npolicy:\n")
    changed = with_entries(parsed(text, NAME), {"uses": TWO, "legal": ONE}, KEYS)
    assert "# a remark of somebody\n\n\npolicy:\n" in changed
    assert parsed(changed, NAME).entry("uses") == TWO
    back = with_entries(parsed(changed, NAME), {"uses": ONE, "legal": None}, KEYS)
    assert back == text


def test_a_new_entry_stands_where_its_section_does() -> None:
    new = (
        "before",
        "at-a-glance",
        "what-it-is",
        "uses",
        "after-uses",
        "and-again",
        "policy",
        "legal",
        "last",
    )
    wanted = {key: None for key in new if key not in KEYS}
    text = with_entries(parsed(filled(uses=ONE), NAME), {**wanted, "last": TWO}, new)
    record = parsed(text, NAME)
    assert (record.problems, tuple(record.held)) == ((), new)
    assert (record.entry("uses"), record.entry("last")) == (ONE, TWO)
    assert without(record, wanted.keys()) == filled(uses=ONE)


def test_an_entry_that_goes_takes_nothing_else_with_it() -> None:
    assert without(parsed(filled(uses=ONE, legal=TWO), NAME), ["uses"]) == filled(legal=TWO).replace(
        "uses:\n\n", ""
    )


WRONG = [
    ("  en: 0123456789abcdef", "  en: 0123456789ABCDEF", '4:3: uses › en: "0123456789ABCDEF" is no hash; expected 16'),
    ("  en: 0123456789abcdef", "  en: 0123", '4:3: uses › en: "0123" is no hash; expected 16 digits 0 to f'),
    ("role: editors", "role: editor", '7:3: uses › role: "editor" is not a known role; expected editors, secretariat'
     ' or translators; did you mean "editors"?'),
    ("date: 2026-11-22", "date: 2026-02-30", '6:3: uses › date: "2026-02-30" is no day; expected a form such as'),
    ("date: 2026-11-22", "date: 20261122", '6:3: uses › date: "20261122" is no day'),
    ("  fr: fedcba9876543210\n", "", "5:3: uses › date: stands here; expected fr, as the fields are en, fr, date, role"),
    ("  role: editors\n", "", "3:1: uses: has en, fr or date only; expected en, fr, date, role"),
    ("  role: editors\n", "  role: editors\n  by: me\n", '8:1: "by: me" is no part of an entry'),
    ("  en: 0123456789abcdef\n", "  en: 0123456789abcdef\n" * 2, '6:1: "fr: fedcba9876543210" is no part of an entry'),
    ("policy:", "uses:", '9:1: "uses" stands twice; it is already on line 3, expected it once'),
    ("uses:\n", "<<<<<<< main\nuses:\n", "3:1: is the mark of a merge that was not finished; keep one side"),
    ("policy:", "=======\npolicy:", "9:1: is the mark of a merge that was not finished"),
    ("uses:", "uses: &a [*a]", '3:1: "uses: &a [*a]" is no part of an entry; expected an id such as uses:'),
    ("uses:", "<script>:", '3:1: "<script>:" is no part of an entry'),
    (HEAD, "# a remark\n- a list", '2:1: "- a list" is no part of an entry'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_what_cannot_be_understood_is_named_with_its_line(old: str, new: str, said: str) -> None:
    text = with_entries(NONE, {"uses": ONE, "policy": None}, ("uses", "policy"))
    assert old in text
    problems = [str(problem) for problem in parsed(text.replace(old, new, 1), NAME).problems]
    assert [line for line in problems if line.startswith(f"{NAME}:{said}")], problems


def test_an_entry_that_is_wrong_certifies_nothing() -> None:
    broken = filled(uses=ONE, legal=TWO).replace("role: editors", "role: nobody")
    record = parsed(broken, NAME)
    assert (record.entry("uses"), record.entry("legal")) == (None, TWO)


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    parsed(text, NAME)


@given(
    st.lists(st.sampled_from(KEYS), unique=True),
    st.dictionaries(st.sampled_from(KEYS), st.none() | st.sampled_from([ONE, TWO])),
)
def test_any_entries_are_read_as_they_were_written(held: list[str], entries: dict[str, Entry | None]) -> None:
    order = tuple(key for key in KEYS if key in held or key in entries)
    before = parsed(with_entries(NONE, dict.fromkeys(held), [key for key in KEYS if key in held]), NAME)
    record = parsed(with_entries(before, entries, order), NAME)
    assert (record.problems, tuple(record.held)) == ((), order)
    assert {key: record.entry(key) for key in entries} == entries


def test_the_fields_are_those_of_an_entry() -> None:
    assert [line.strip().split(":")[0] for line in ONE.lines] == list(FIELDS)
    assert ONE.role in ROLES


# Two branches, merged by git itself.


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose main branch has an empty record of two chapters."""
    folder = tmp_path / "repository"
    (folder / "data").mkdir(parents=True)
    git(folder, "init")
    (folder / "data" / "ai.yaml").write_text(EMPTY)
    (folder / "data" / "iot.yaml").write_text(EMPTY)
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Empty")
    return folder


def branch(
    folder: Path, name: str, entries: dict[str, Entry], file: str = "ai.yaml", start: str = "main"
) -> None:
    """Certify in a branch of its own, and commit."""
    git(folder, "checkout", "-q", "-b", name, start)
    path = folder / "data" / file
    path.write_text(with_entries(parsed(path.read_text(), NAME), entries, KEYS))
    git(folder, "commit", "-q", "-am", name)


def merged(folder: Path, *names: str) -> Record:
    """Merge branches into main one after another; return what it holds of ai.yaml. A conflict raises."""
    git(folder, "checkout", "-q", "main")
    for name in names:
        git(folder, "merge", "-q", "--no-edit", name)
    return parsed((folder / "data" / "ai.yaml").read_text(), NAME)


@pytest.mark.parametrize("first", KEYS)
@pytest.mark.parametrize("second", KEYS)
def test_two_branches_certify_different_sections(first: str, second: str, repository: Path) -> None:
    if first == second:
        return
    branch(repository, "one", {first: ONE})
    branch(repository, "two", {second: TWO})
    record = merged(repository, "one", "two")
    assert record.problems == ()
    assert (record.entry(first), record.entry(second)) == (ONE, TWO)
    assert [key for key in KEYS if record.entry(key)] == sorted((first, second), key=KEYS.index)


def test_two_branches_certify_sections_by_turns(repository: Path) -> None:
    branch(
        repository,
        "one",
        {key: replace(ONE, en=f"{place:016}") for place, key in enumerate(KEYS) if place % 2},
    )
    branch(
        repository,
        "two",
        {key: replace(ONE, fr=f"{place:016}") for place, key in enumerate(KEYS) if not place % 2},
    )
    record = merged(repository, "one", "two")
    assert record.problems == ()
    assert all(record.entry(key) for key in KEYS)


@pytest.mark.parametrize(("first", "second"), [*pairwise(KEYS), *pairwise(KEYS[::-1])])
def test_two_branches_certify_neighbours_anew(first: str, second: str, repository: Path) -> None:
    branch(repository, "before", dict.fromkeys(KEYS, ONE))
    merged(repository, "before")
    branch(repository, "one", {first: TWO})
    branch(repository, "two", {second: replace(ONE, en="c" * 16)})
    record = merged(repository, "one", "two")
    assert (record.entry(first), record.problems) == (TWO, ())
    assert record.entry(second) == replace(ONE, en="c" * 16)
    assert [record.entry(key) for key in KEYS if key not in (first, second)] == [ONE] * 3


def test_two_branches_certify_different_chapters(repository: Path) -> None:
    branch(repository, "one", dict.fromkeys(KEYS, ONE))
    branch(repository, "two", dict.fromkeys(KEYS, TWO), "iot.yaml")
    record = merged(repository, "one", "two")
    assert record.entry("uses") == ONE
    assert parsed((repository / "data" / "iot.yaml").read_text(), NAME).entry("uses") == TWO


@pytest.mark.parametrize("place", range(len(KEYS) + 1))
def test_a_branch_that_adds_a_section_does_not_touch_its_neighbours(place: int, repository: Path) -> None:
    new = (*KEYS[:place], "new", *KEYS[place:])
    git(repository, "checkout", "-q", "-b", "one")
    path = repository / "data" / "ai.yaml"
    path.write_text(with_entries(parsed(path.read_text(), NAME), {"new": None}, new))
    git(repository, "commit", "-q", "-am", "one")
    below = KEYS[place] if place < len(KEYS) else KEYS[0]
    branch(repository, "two", {below: TWO})
    record = merged(repository, "one", "two")
    assert (tuple(record.held), record.entry(below), record.problems) == (new, TWO, ())


def test_the_same_section_certified_differently_is_a_conflict_that_a_check_names(repository: Path) -> None:
    branch(repository, "one", {"uses": ONE})
    branch(repository, "two", {"uses": TWO})
    with pytest.raises(subprocess.CalledProcessError):
        merged(repository, "one", "two")
    record = parsed((repository / "data" / "ai.yaml").read_text(), NAME)
    assert [problem for problem in record.problems if "a merge that was not finished" in problem.message]


def test_an_entry_that_was_never_made_before_is_what_conflicts(repository: Path) -> None:
    """The reason why entries are made before anyone certifies."""
    (repository / "data" / "ai.yaml").write_text(f"{HEAD}\n")
    git(repository, "commit", "-q", "-am", "No entries")
    branch(repository, "one", {"uses": ONE})
    branch(repository, "two", {"policy": TWO})
    with pytest.raises(subprocess.CalledProcessError):
        merged(repository, "one", "two")
