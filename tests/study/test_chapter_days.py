"""The day of the last change of substance, in the front matter of every chapter."""

from __future__ import annotations

from datetime import date

import pytest

from study.chapter_checks import chapter_problems
from study.knowledge import Knowledge
from tests.study.conftest import DAY


def said(
    little: Knowledge, english: str, french: str = "updated: 2026-01-31", as_of: date | None = DAY
) -> list[str]:
    """Return what is said of a chapter with these lines of front matter."""
    for language, line in (("en", english), ("fr", french)):
        path = little.root / "docs" / language / "a.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ndescription: A page.\n{line}\n---\n# A {{: #a }}\n", encoding="utf-8")
    return [str(problem) for problem in sorted(chapter_problems(little.root, little, as_of))]


def test_a_real_day_that_is_not_in_the_future_passes(little: Knowledge) -> None:
    assert said(little, "updated: 2026-01-31") == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("hide: [toc]", "has no day of its last change; expected a line updated: 2026-01-31 below description:"),
        ("updated:", 'updated: is ""; expected a day such as 2026-01-31'),
        ("updated: 31/01/2026", 'updated: is "31/01/2026"; expected a day such as 2026-01-31'),
        ("updated: 2026-01", 'updated: is "2026-01"; expected a day such as 2026-01-31'),
        ("updated: [2026-01-31]", """updated: is "['2026-01-31']"; expected a day such as 2026-01-31"""),
        ("updated: 2025-02-29", 'updated: is "2025-02-29"; expected a day that the calendar has'),
        ("updated: 2026-02-01", "updated: is \"2026-02-01\", after the day of this version (2026-01-31); expected that day or earlier"),
    ],
)  # fmt: skip
def test_a_wrong_day_is_said_with_its_place(line: str, message: str, little: Knowledge) -> None:
    place = "1:1" if message.startswith("has") else "3:1"
    assert f"docs/en/a.md:{place}: {message}" in said(little, line)


def test_the_day_is_checked_in_french_too(little: Knowledge) -> None:
    lines = said(little, "updated: 2026-01-31", "updated: hier")
    assert 'docs/fr/a.md:3:1: updated: is "hier"; expected a day such as 2026-01-31' in lines


def test_both_languages_have_the_same_day(little: Knowledge) -> None:
    assert said(little, "updated: 2026-01-30") == [
        'docs/en/a.md:3:1: updated: is "2026-01-30" here, but "2026-01-31" in docs/fr/a.md; expected the same day'
    ]


def test_without_a_day_of_the_version_the_build_says_it(
    little: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert "after the day of this version (1970-01-01)" in said(little, "updated: 2026-01-31", as_of=None)[0]


def test_front_matter_that_cannot_be_read_is_said_once(little: Knowledge) -> None:
    assert len(said(little, "updated: a: b")) == 1
