"""Two processes hand each other their columns, and exactly one of them has both."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from hooks.columns import Columns, handed_over, write_pages
from macros.columns import Cell, Column
from study.knowledge import Knowledge


def columns(language: str, *addresses: str) -> Columns:
    cell = Cell("1", "", "paragraph", "<p>é</p>")
    return {
        address: ["Titre", Column(address.replace("both", language, 1), "", [cell]).packed()]
        for address in addresses
    }


ENGLISH, FRENCH = columns("en", "both/a/"), columns("fr", "both/a/")


@pytest.mark.parametrize("languages", [("en", "fr"), ("fr", "en")])
def test_the_last_one_gets_both(languages: tuple[str, str], tmp_path: Path) -> None:
    made = {"en": ENGLISH, "fr": FRENCH}
    first, last = languages
    assert handed_over(tmp_path, first, made[first]) is None
    assert handed_over(tmp_path, last, made[last]) == made


def test_of_two_that_come_at_once_one_gets_both(tmp_path: Path) -> None:
    for attempt in range(20):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        start, got = threading.Barrier(2), []

        def come(language: str, given: Columns, folder=folder, start=start, got=got) -> None:
            start.wait()
            got.append(handed_over(folder, language, given))

        both = [threading.Thread(target=come, args=each) for each in (("en", ENGLISH), ("fr", FRENCH))]
        for each in both:
            each.start()
        for each in both:
            each.join()
        assert sorted(each is None for each in got) == [False, True]


def test_pages_are_written_for_chapters_of_both_languages(knowledge: Knowledge) -> None:
    written: dict[str, bytes] = {}
    given = {"en": columns("en", "both/a/", "both/b.html"), "fr": columns("fr", "both/b.html", "both/c/")}
    write_pages(knowledge, given, lambda content, path: written.update({path: content}))
    assert list(written) == ["both/b.html"]
    assert "<p>é</p>".encode() in written["both/b.html"]
