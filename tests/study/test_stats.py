"""The report in numbers: each is counted from a small report that anyone can count."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.chapters import Chapter
from study.knowledge import Knowledge
from study.loading import load
from study.problems import ReportError
from study.stats import TextStats, stats, words_of
from tests.study.conftest import DAY, Edit
from tests.study.small import CASE


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("# Customs {: #customs }\n\nTwo words.\n", 3),
        ("---\ndescription: Not counted here\n---\nOne\n", 1),
        ("It’s up-to-date: 62% of 5G.\n", 5),
        ('Said.{{ cite("a-source", page="12") }} More\n', 2),
        ("[the survey](../survey-2024.md#adoption) says\n", 3),
        ("État d’urgence, c’est-à-dire 1 000 agents\n", 6),
        ("– * — | --- … « »\n", 0),
        ("{{ never closed\n", 2),
        ("a_b *c*\n", 3),
    ],
)
def test_the_words_of_running_text_are_counted(text: str, count: int) -> None:
    assert words_of(Chapter("a.md", "en", "a.md", text)) == count


def test_citations_are_counted_per_thousand_words() -> None:
    assert TextStats("en", 1, 500, 3).density == 6
    assert TextStats("en", 0, 0, 0).density == 0


def write(small: Path, language: str, page: str, text: str) -> None:
    path = small / "docs" / language / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_each_language_is_counted_by_itself(small: Path, little: Knowledge) -> None:
    assert [(text.chapters, text.words) for text in stats(little).texts] == [(0, 0), (0, 0)]
    write(small, "en", "a.md", '# A\n\nOne.{{ cite("note") }} Two.{{ cite("note") }} {{ cases() }}\n')
    write(small, "en", "technologies/ai.md", "# B\n")
    write(small, "fr", "a.md", "# A\n")
    assert stats(little).texts == [TextStats("en", 2, 4, 2), TextStats("fr", 1, 1, 0)]


def test_records_are_counted_by_their_fields(small: Path, change: Edit) -> None:
    other = CASE.replace("no-gate", "ke-gate").replace("[NO]", "[KE, NO]").replace("[ai]", "[cloud, ai]")
    third = CASE.replace("no-gate", "ke-port").replace("[NO]", "[KE]").replace("pilot", "operational")
    third = third[: third.index("  results:")] + third[third.index("  sources: [note]\n  checked") :]
    gone = "  withdrawn: {edition: '1', reason: {en: wrong, fr: faux}}\n"
    (small / "data" / "cases.yaml").write_text(
        CASE + other + third + CASE.replace("no-gate", "gone") + gone, encoding="utf-8"
    )
    found = stats(load(small, DAY))
    assert (found.cases, found.with_results) == (3, 2)
    assert list(found.by_technology.items()) == [("ai", 3), ("cloud", 1)]
    assert list(found.by_region.items()) == [("ESA", 2), ("EUR", 2)]
    assert found.by_stage == {"pilot": 2, "operational": 1}
    assert found.by_evidence == {"official": 3}
    assert (found.terms, found.sources, found.members) == (2, 1, 2)
    assert found.by_kind == {"official": 1}


def test_a_report_without_cases_has_no_counts(small: Path) -> None:
    (small / "data" / "cases.yaml").write_text("[]\n", encoding="utf-8")
    found = stats(load(small, DAY))
    assert (found.cases, found.with_results, found.by_technology, found.by_region) == (0, 0, {}, {})


def test_a_chapter_that_cannot_be_read_is_a_problem(small: Path, little: Knowledge) -> None:
    write(small, "fr", "a.md", "")
    (small / "docs" / "fr" / "a.md").write_bytes(b"\xff\n")
    with pytest.raises(ReportError, match=r"docs/fr/a\.md:1:1: this byte is not UTF-8"):
        stats(little)
