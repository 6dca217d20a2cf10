"""Whatever is wrong with the file of what was kept, nothing but what was put comes out of it, and the build goes on."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hooks.store import LAYOUT, Store
from study.digests import digest
from tests.hooks.test_store import KEY, TEXT, fill, found

RESULTS = {digest(str(number)): str(number).encode() * 300 for number in range(200)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "cache" / "en.sqlite"
    fill(file, RESULTS)
    return file


def assert_harmless(file: Path) -> None:
    """Hold a store to give what was put or nothing, and to keep everything again one build later."""
    given = found(file, list(RESULTS))
    assert [key for key, result in given.items() if result not in (None, RESULTS[key])] == []
    for _ in range(2):  # the first one may have to do without
        fill(file, RESULTS)
    assert found(file, list(RESULTS)) == RESULTS


@pytest.mark.parametrize("share", [0, 0.001, 0.01, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_short_is_put_right(share: float, file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    assert_harmless(file)


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_some_bytes_changed_is_put_right(seed: int, file: Path) -> None:
    content, draw = bytearray(file.read_bytes()), random.Random(seed)
    for _ in range(10 ** (seed % 4)):
        content[draw.randrange(len(content))] = draw.randrange(256)
    file.write_bytes(content)
    assert_harmless(file)


@pytest.mark.parametrize("length", [1, 100, 4096, 200_000])
def test_a_file_of_random_bytes_is_put_right(length: int, file: Path) -> None:
    file.write_bytes(random.Random(length).randbytes(length))
    assert_harmless(file)


def test_a_file_of_random_bytes_behind_the_head_of_a_database_is_put_right(file: Path) -> None:
    head = file.read_bytes()[:100]
    file.write_bytes(head + random.Random(1).randbytes(100_000))
    assert_harmless(file)


@pytest.mark.parametrize(
    "table",
    [
        "create table results (key text primary key, result blob)",
        "create view results as select 1 as key, 2 as digest, 3 as result",
    ],
)
def test_a_database_with_another_table_is_put_right(table: str, file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(table)
    assert_harmless(file)


def test_a_file_of_another_layout_is_put_right(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database, database:
        database.execute(f"pragma user_version = {LAYOUT + 1}")
        database.execute("create table results (digest text, key text, result blob)")
    assert_harmless(file)


def test_the_journal_of_a_build_that_was_killed_is_put_right(file: Path) -> None:
    file.with_name(f"{file.name}-journal").write_bytes(random.Random(1).randbytes(10_000))
    assert_harmless(file)


def test_a_folder_in_the_place_of_the_file_is_gone_without(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "x").touch()
    assert_gone_without(file)
    assert (file / "x").exists()


def test_a_file_in_the_place_of_the_folder_is_gone_without(file: Path) -> None:
    file.unlink()
    file.parent.rmdir()
    file.parent.write_bytes(b"mine")
    assert_gone_without(file)
    assert file.parent.read_bytes() == b"mine"


def test_a_folder_that_no_file_can_be_made_in_is_gone_without() -> None:
    assert_gone_without(Path(os.devnull) / "cache" / "en.sqlite")
    if Path("/proc").is_dir():
        assert_gone_without(Path("/proc/en.sqlite"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_gone_without(file: Path) -> None:
    content = file.read_bytes()
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        assert_gone_without(file)
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == content


def assert_gone_without(file: Path) -> None:
    store = Store(file)
    store.put("kind", KEY, TEXT)
    assert store.get("kind", KEY) is None
    store.close(keep=True)


def test_of_two_builds_at_once_one_goes_without_and_leaves_the_file_alone(file: Path) -> None:
    first = Store(file)
    first.put("kind", KEY, TEXT)
    assert_gone_without(file)
    assert first.get("kind", KEY) == TEXT
    first.close(keep=True)
    assert found(file, [KEY]) == {KEY: TEXT}
