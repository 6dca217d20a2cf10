"""The report in numbers."""

from __future__ import annotations

import pytest

from study.chapters import Chapter
from study.knowledge import Knowledge
from study.stats import TextStats, stats, words_of

FRONT = "---\ndescription: not counted here\n---\n"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", 0),
        ("# A title {: #not-counted }\n", 2),
        ('One, two; three.{{ cite("note", page="1") }}\n', 3),
        ("l’an d'été e-commerce 2026\n", 4),
        ("[a page](../glossary.md#term) here\n", 3),
        ("| a | b |\n|---|---|\n", 2),
    ],
)
def test_words_are_those_of_the_running_text(body: str, words: int) -> None:
    assert words_of(Chapter("a.md", "en", "a.md", FRONT + body)) == words


def test_everything_is_counted_by_what_it_is(little: Knowledge) -> None:
    for language in ("en", "fr"):
        folder = little.root / "docs" / language
        folder.mkdir(parents=True)
        (folder / "a.md").write_text(FRONT + 'One two.{{ cite("note") }} Three four.\n', encoding="utf-8")
    numbers = stats(little)
    assert numbers.texts == [TextStats("en", 1, 4, 1), TextStats("fr", 1, 4, 1)]
    assert (numbers.cases, numbers.with_results) == (1, 1)
    assert (numbers.terms, numbers.sources, numbers.members) == (2, 1, 2)
    assert numbers.by_technology == {"ai": 1}
    assert numbers.by_region == {"EUR": 1}
    assert numbers.by_stage == {"pilot": 1}
    assert numbers.by_evidence == numbers.by_kind == {"official": 1}


def test_the_largest_count_comes_first_and_equals_stand_in_order(knowledge: Knowledge) -> None:
    counts = stats(knowledge).by_technology
    assert list(counts.items()) == sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def test_citations_are_counted_per_thousand_words() -> None:
    assert TextStats("en", 1, 500, 4).density == 8
    assert TextStats("en", 0, 0, 0).density == 0
