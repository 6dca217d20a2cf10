"""Which passages of two chapters are compared with each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from study.chapters import Chapter
from study.concordance.alignment import pairs


def sides(english: str, french: str) -> list[tuple[str, str]]:
    """The passages side by side, each as its text."""
    found = pairs(Chapter("en", "en", "a.md", english), Chapter("fr", "fr", "a.md", french))
    return [(pair.english.text, pair.french.text) for pair in found]


def test_blocks_of_the_same_kinds_stand_side_by_side() -> None:
    assert sides("One\n\nTwo\n", "Un\n\nDeux\n") == [("One", "Un"), ("Two", "Deux")]


def test_items_and_rows_stand_side_by_side() -> None:
    assert sides("- a\n- b\n", "- c\n- d\n") == [("a", "c"), ("b", "d")]
    rows = sides("| a |\n|---|\n| b |\n", "| c |\n|---|\n| d |\n")
    assert rows == [("| a |", "| c |"), ("| b |", "| d |")]


def test_a_box_is_its_title_and_its_paragraphs() -> None:
    assert sides('!!! note "A"\n\n    b\n', '!!! note "C"\n\n    d\n') == [
        ('!!! note "A"', '!!! note "C"'),
        ("b", "d"),
    ]


def test_other_kinds_or_lengths_make_one_passage() -> None:
    assert sides("a\n\n- b\n", "c\n\nd\n") == [("a\n\n- b", "c\n\nd")]
    [(english, french)] = sides("- a\n- b\n", "- c\n")
    assert "a" in english and "b" in english and french == "c"


def test_code_is_left_out() -> None:
    assert sides("```\na\n```\n", "```\nb\n```\n") == [("", "")]


def test_sections_are_found_by_id_in_any_order() -> None:
    english = "# T {: #t }\n\n## A {: #a }\n\na\n\n## B {: #b }\n\nb\n"
    french = "# T {: #t }\n\n## B {: #b }\n\nbb\n\n## A {: #a }\n\naa\n"
    assert ("a", "aa") in sides(english, french) and ("b", "bb") in sides(english, french)


def test_a_section_of_one_language_is_left_out() -> None:
    assert sides("a\n\n## B {: #b }\n\nb\n", "c\n") == [("a", "c")]


@given(st.text(alphabet="ab \n-|>#!`1.", max_size=60), st.text(alphabet="ab \n-|>#!`1.", max_size=60))
def test_any_two_texts_can_be_compared(english: str, french: str) -> None:
    sides(english, french)
