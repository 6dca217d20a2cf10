"""Chapters and summaries have the length that readers were promised."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.chapters import is_technology, pages, read_chapter
from study.knowledge import Knowledge
from study.stats import words_of

CHAPTER = range(1_200, 2_201)  # words
SUMMARY = range(60, 121)


def words(text: str) -> int:
    """Words as people count them: between spaces, signs aside."""
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_technology_chapter_has_1200_to_2200_words(root: Path, language: str) -> None:
    counts = {page: words_of(read_chapter(root, language, page)) for page in pages(root, language)}
    chapters = {page: count for page, count in counts.items() if is_technology(page)}
    assert len(chapters) == 14
    assert {page: count for page, count in chapters.items() if count not in CHAPTER} == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_summary_has_60_to_120_words(knowledge: Knowledge, language: str) -> None:
    counts = {case.id: words(case.summary[language]) for case in knowledge.cases}
    assert {key: count for key, count in counts.items() if count not in SUMMARY} == {}


def test_words_are_counted_as_people_count_them() -> None:
    assert words("L’administration a lu 62 % des textes : oui !") == 7
