"""Texts that were certified are found again by their hash."""

from __future__ import annotations

from collections.abc import Iterator

from report.past_texts import FARTHEST, past_texts
from study.concordance.passages import Text, Texts

FILES = {"new": "a=three b=two", "middle": "a=two b=two", "old": "a=one b=one", "gone": None}


def texts_in(file: str) -> Texts:
    return {part[0]: Text(part[2:], 1) for part in file.split()}


def digest(words: str) -> str:
    return Text(words, 1).digest


def test_each_text_is_taken_from_the_newest_commit_that_has_it() -> None:
    asked: list[str] = []

    def at(commit: str) -> str | None:
        asked.append(commit)
        return FILES[commit]

    wanted = {"a": digest("two"), "b": digest("two")}
    assert past_texts(wanted, ["gone", "new", "middle", "old"], at, texts_in) == {"a": "two", "b": "two"}
    assert asked == ["gone", "new", "middle"]


def test_a_text_that_no_commit_has_is_left_out() -> None:
    wanted = {"a": digest("four"), "b": digest("one"), "c": digest("one")}
    assert past_texts(wanted, FILES, FILES.__getitem__, texts_in) == {"b": "one"}


def test_only_so_many_changes_are_looked_through() -> None:
    asked: list[str] = []

    def commits() -> Iterator[str]:
        while True:
            yield "old"

    def at(commit: str) -> str | None:
        asked.append(commit)
        return FILES[commit]

    assert past_texts({"a": digest("four")}, commits(), at, texts_in) == {}
    assert len(asked) == FARTHEST
