"""The numbers of a chapter are the same whichever language asks, and those that a candidate has frozen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from study.chapter_numbers import numbers_of
from study.chapters import read_chapter
from study.paragraph_maps import written
from study.paragraphs import map_of

LANGUAGES = ("en", "fr")
EDITION = "2026"
BEGINNING = "---\ndescription: A.\n---\n# A {: #a }\n\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Callable[..., Path]:
    """A checkout of one chapter in both languages; None leaves a language out."""

    def make(english: str, french: str | None = None) -> Path:
        for language, text in (("en", english), ("fr", english if french is None else french)):
            file = tmp_path / "docs" / language / "a.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(BEGINNING + text, encoding="utf-8")
        return tmp_path

    return make


def given(root: Path) -> list[str]:
    return [each.number for each in numbers_of(root, EDITION, "a.md")]


def test_numbers_are_those_that_a_candidate_has_frozen(checkout: Callable[..., Path]) -> None:
    root = checkout("One.\n\nTwo.\n\nThree.\n")
    assert given(root) == ["1", "2", "3"]
    frozen = map_of(read_chapter(root, "en", "a.md"), read_chapter(root, "fr", "a.md"))
    file = root / "data" / "paragraphs" / f"{EDITION}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(written({"a.md": frozen}), encoding="utf-8")
    checkout("One.\n\nNew.\n\nThree.\n\nLast.\n\n- Item\n", "One.\n\nNeuf.\n\nThree.\n\nFin.\n\n- Point\n")
    assert given(root) == ["1", "2", "3", "3a", "3b"]


def test_a_page_of_two_paragraphs_has_no_numbers(checkout: Callable[..., Path]) -> None:
    assert given(checkout("One.\n\nTwo.\n")) == []


def test_a_chapter_has_no_numbers_while_its_languages_differ(checkout: Callable[..., Path]) -> None:
    root = checkout("One.\n\nTwo.\n\nThree.\n", "One.\n\nTwo.\n\n- Three\n")
    assert given(root) == []
    (root / "docs" / "fr" / "a.md").unlink()
    assert given(root) == []
