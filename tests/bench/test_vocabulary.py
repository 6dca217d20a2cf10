from __future__ import annotations

from bench.vocabulary import DISTINCT, Writer, vocabulary
from study.knowledge import Knowledge

WORDS = ("one", "two", "three", "four")


def test_each_language_has_words_enough(knowledge: Knowledge) -> None:
    for language in ("en", "fr"):
        words = vocabulary(knowledge, language)
        assert 3000 < len(words) <= DISTINCT
        assert len(set(words)) == len(words)


def test_no_markup_is_taken_for_a_word(knowledge: Knowledge) -> None:
    for language in ("en", "fr"):
        assert {"https", "href", "wco"}.isdisjoint(vocabulary(knowledge, language))


def test_the_same_seed_gives_the_same_text() -> None:
    assert Writer(WORDS, "en 1").paragraph(40) == Writer(WORDS, "en 1").paragraph(40)
    assert Writer(WORDS, "en 1").paragraph(40) != Writer(WORDS, "en 2").paragraph(40)


def test_a_paragraph_names_what_it_is_to_name_once() -> None:
    assert Writer(WORDS, "en 1").paragraph(40, "single window").count("single window") == 1
