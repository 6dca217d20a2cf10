"""What is kept comes back as it was put, or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.store import Store, packed, unpacked
from study.digests import digest

KEY, OTHER = digest("one"), digest("other")
TEXT = "café – œuvre".encode()
NEW = digest("new")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "en.sqlite"


def fill(file: Path, results: dict[str, bytes]) -> None:
    store = Store(file)
    for key, result in results.items():
        store.put("kind", key, result)
    store.close(keep=True)


def found(file: Path, keys: list[str]) -> dict[str, bytes | None]:
    """Return what a store opened anew holds under `keys`, and leave the file as it is."""
    store = Store(file)
    results = {key: store.get("kind", key) for key in keys}
    store.close(keep=False)
    return results


def run(file: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(statement, values)


@pytest.mark.parametrize("result", [b"", TEXT, b"\x00\xff" * 100_000])
def test_what_was_put_comes_back_in_the_same_build_and_in_the_next(result: bytes, file: Path) -> None:
    store = Store(file)
    store.put("kind", KEY, result)
    assert store.get("kind", KEY) == result
    store.close(keep=True)
    assert found(file, [KEY, OTHER]) == {KEY: result, OTHER: None}


def test_kinds_are_told_apart(file: Path) -> None:
    fill(file, {KEY: TEXT})
    store = Store(file)
    assert store.get("other", KEY) is None
    store.close(keep=False)


def test_a_result_put_again_takes_the_place_of_the_first(file: Path) -> None:
    fill(file, {KEY: b"old"})
    fill(file, {KEY: TEXT})
    assert found(file, [KEY]) == {KEY: TEXT}


def test_only_what_was_used_is_kept(file: Path) -> None:
    fill(file, {KEY: TEXT, OTHER: TEXT})
    store = Store(file)
    assert store.get("kind", KEY) == TEXT
    store.put("kind", NEW, b"new")
    store.close(keep=True)
    assert found(file, [KEY, OTHER, NEW]) == {KEY: TEXT, OTHER: None, NEW: b"new"}


def test_without_keep_all_is_left_as_it_was(file: Path) -> None:
    fill(file, {KEY: TEXT, OTHER: TEXT})
    store = Store(file)
    store.put("kind", KEY, b"new")
    store.put("kind", NEW, b"new")
    store.close(keep=False)
    assert found(file, [KEY, OTHER, NEW]) == {KEY: TEXT, OTHER: TEXT, NEW: None}


def test_a_store_that_is_closed_gives_and_takes_nothing(file: Path) -> None:
    fill(file, {KEY: TEXT})
    store = Store(file)
    store.close(keep=False)
    store.put("kind", OTHER, TEXT)
    store.close(keep=True)
    assert store.get("kind", KEY) is None
    assert found(file, [KEY, OTHER]) == {KEY: TEXT, OTHER: None}


@pytest.mark.parametrize(
    "damaged", [b"", TEXT[:-1], TEXT + b" ", bytes([TEXT[0] ^ 1]) + TEXT[1:], "text", None, 7]
)
def test_a_damaged_result_is_not_given_and_may_be_put_again(damaged: object, file: Path) -> None:
    fill(file, {KEY: TEXT, OTHER: TEXT})
    run(file, "update results set result = ? where key = ?", damaged, "kind" + KEY)
    assert found(file, [KEY, OTHER]) == {KEY: None, OTHER: TEXT}
    fill(file, {KEY: TEXT})
    assert found(file, [KEY]) == {KEY: TEXT}


@pytest.mark.parametrize("damaged", ["", "0" * 64, b"bytes", None])
def test_a_result_with_a_damaged_digest_is_not_given(damaged: object, file: Path) -> None:
    fill(file, {KEY: TEXT})
    run(file, "update results set digest = ?", damaged)
    assert found(file, [KEY]) == {KEY: None}


@pytest.mark.parametrize("what", ["digest", "result", "digest, result"])
def test_a_result_of_another_key_is_not_given(what: str, file: Path) -> None:
    fill(file, {KEY: b"one", OTHER: b"other"})
    values = "select " + what + " from results where key = ?"
    run(file, f"update results set ({what}) = ({values}) where key = ?", "kind" + OTHER, "kind" + KEY)
    assert found(file, [KEY, OTHER]) == {KEY: None, OTHER: b"other"}


@given(st.dictionaries(st.text(), st.binary()))
def test_files_packed_as_one_result_come_back(files: dict[str, bytes]) -> None:
    assert unpacked(packed(files)) == files
    assert list(unpacked(packed(files))) == list(files)


@given(st.lists(st.text() | st.binary()), st.lists(st.text() | st.binary()))
def test_only_the_same_parts_have_the_same_digest(one: list[str | bytes], other: list[str | bytes]) -> None:
    same = [part.encode() if isinstance(part, str) else part for part in one] == [
        part.encode() if isinstance(part, str) else part for part in other
    ]
    assert (digest(*one) == digest(*other)) == same


def test_parts_are_not_run_together() -> None:
    assert (
        len({digest("ab"), digest("a", "b"), digest("", "ab"), digest("ab", ""), digest("b", "a"), digest()})
        == 6
    )
    assert digest("\ud800")  # half a character, as a damaged text may hold
