"""Words and codes of a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.translation.inline import Code, marks, pieces, words_of, written


def kinds(text: str) -> list[str]:
    """The codes of a text in order, those inside of others too."""
    found: list[str] = []
    for part in pieces(text):
        if isinstance(part, Code):
            found.append(part.kind)
            found += kinds(written(part.words)) if part.words else []
    return found


@pytest.mark.parametrize(
    ("text", "codes", "words"),
    [
        ("plain words, 2 * 3 and a_b_c", [], "plain words, 2 * 3 and a_b_c"),
        ('Said.{{ cite("a", section="b") }}', ["macro"], "Said."),
        ('A {{ term("id", "the words") }} here', ["term"], "A the words here"),
        ("**bold *both* bold**", ["strong", "emphasis"], "bold both bold"),
        ("_one_ and __two__", ["emphasis", "strong"], "one and two"),
        ("[a **b** c](../x.md#y)", ["link", "strong"], "a b c"),
        ("![a picture](x.png)", ["image"], "a picture"),
        ("`code **not bold**`", ["code"], ""),
        ("see https://example.org/a, or <https://example.org>", ["address", "address"], "see , or "),
        (r"a \* b &amp; c", ["sign", "sign"], "a  b  c"),
        ("one\n    two", ["break"], "onetwo"),
        ("in a quote\n> on two lines", ["break"], "in a quoteon two lines"),
        ("a note[^1] {: #id }", ["footnote", "mark"], "a note "),
        ("[no link] and *no end", [], "[no link] and *no end"),
        ("*a [b* c](x)", ["link"], "*a b* c"),
        ("[](x) ****", [], "[](x) ****"),
    ],
)
def test_codes_and_words_are_told_apart(text: str, codes: list[str], words: str) -> None:
    assert (kinds(text), words_of(pieces(text))) == (codes, words)
    assert written(pieces(text)) == text


SIGNS = st.text(st.sampled_from(list("a b*_[]()!`{}\\\n|<>&;:#\"'.1-é\u00a0漢ע")), max_size=60)


@given(st.text() | SIGNS)
def test_pieces_lose_nothing_of_any_text(text: str) -> None:
    parts = pieces(text)
    assert written(parts) == text
    assert all(mark in text for mark in marks(parts))


@pytest.mark.parametrize(
    "sign", ["*a ", "[", "{{", "[a", "[a](b)*", "**a", "`a``", "\\", "](a)", "\n> ", "&a", "_a", "{: "]
)
def test_hostile_texts_are_read_to_their_end(sign: str) -> None:
    text = sign * 5_000
    assert written(pieces(text)) == text
