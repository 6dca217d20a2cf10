"""What addresses answered is kept for a while; a file that is damaged only costs questions."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from report.links.answers import Result
from report.links.cache import LinksCache

TODAY = date(2026, 11, 22)
PAGE = "https://example.org/é"
MOVED = Result("moved", "200 OK", "https://example.org/new")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "links.json"


def kept(path: Path, result: Result = MOVED, day: date = TODAY) -> Path:
    cache = LinksCache(path, day)
    cache.put(PAGE, result)
    cache.save()
    return path


def test_results_are_kept_from_one_run_to_the_next(path: Path) -> None:
    assert LinksCache(kept(path), TODAY).result(PAGE, 7) == MOVED
    assert LinksCache(path, TODAY).result("https://example.org/other", 7) is None
    assert [each.name for each in path.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize(
    ("age", "days", "fresh"),
    [(0, 1, True), (0, 0, False), (6, 7, True), (7, 7, False), (-1, 7, False), (4000, 7, False)],
)
def test_a_result_is_fresh_for_some_days(path: Path, age: int, days: int, fresh: bool) -> None:
    kept(path, day=TODAY - timedelta(days=age))
    assert (LinksCache(path, TODAY).result(PAGE, days) is not None) == fresh


def test_a_new_result_takes_the_place_of_the_old_one_and_others_stay(path: Path) -> None:
    kept(path, day=TODAY - timedelta(days=3))
    cache = LinksCache(path, TODAY)
    cache.put("https://example.org/other", Result("dead", "404 Not Found"))
    cache.save()
    assert LinksCache(path, TODAY).result(PAGE, 3) is None
    kept(path, Result("fine", "200 OK"))
    cache = LinksCache(path, TODAY)
    assert cache.result(PAGE, 1) == Result("fine", "200 OK")
    assert cache.result("https://example.org/other", 1) == Result("dead", "404 Not Found")


def test_addresses_are_sorted_so_that_files_can_be_compared(path: Path) -> None:
    cache = LinksCache(path, TODAY)
    for address in ("https://b.example/", "https://a.example/"):
        cache.put(address, MOVED)
    cache.save()
    assert list(json.loads(path.read_text(encoding="utf-8"))) == ["https://a.example/", "https://b.example/"]


GOOD = {"day": "2026-11-22", "kind": "dead", "words": "404 Not Found", "target": None}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"https://example.org/": [1]}'],
)
def test_a_damaged_file_counts_as_empty(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert LinksCache(path, TODAY).result("https://example.org/", 7) is None
    assert LinksCache(kept(path), TODAY).result(PAGE, 7) == MOVED


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "alive"},
        {"kind": ["dead"]},
        {"day": "22 November"},
        {"day": 20261122},
        {"words": None},
        {"words": "\x1b[2J"},
        {"words": "\ud800"},
        {"target": 1},
        {"target": "a\nb"},
    ],
)
def test_a_damaged_entry_is_asked_again_and_hides_no_other(path: Path, wrong: dict[str, object]) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"a": {**GOOD, **wrong}, "b": GOOD, "c": {"day": "2026-11-22"}}))
    cache = LinksCache(path, TODAY)
    assert [cache.result(name, 7) for name in "abc"] == [None, Result("dead", "404 Not Found"), None]
    cache.save()


def test_a_folder_in_its_place_is_no_result(path: Path) -> None:
    path.mkdir(parents=True)
    assert LinksCache(path, TODAY).result(PAGE, 7) is None
