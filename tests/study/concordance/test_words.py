"""What changed, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from study.concordance.words import Piece, marked, word_changes

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "\n\n", "été", "…"]), max_size=30).map(" ".join)


def test_changed_words_stand_between_those_that_did_not_change() -> None:
    assert word_changes("In 2024 half of them did.", "In 2025 half did.") == (
        Piece("In", "In"),
        Piece("2024", "2025"),
        Piece("half", "half"),
        Piece("of them", ""),
        Piece("did.", "did."),
    )


def test_white_space_is_no_change() -> None:
    assert not any(piece.changed for piece in word_changes("a  b\tc", "a b c"))
    assert word_changes("", "") == ()


def test_a_new_paragraph_is_seen_by_its_sign() -> None:
    pieces = word_changes("One.\n\nTwo.", "One.\n\nNew.\n\nTwo.")
    assert "".join(piece.after for piece in pieces if piece.changed).strip() in ("¶ New.", "New. ¶")


def test_long_runs_that_did_not_change_are_shortened() -> None:
    before = " ".join(f"w{number}" for number in range(100))
    runs = list(marked(word_changes(before, before.replace("w50", "x"))))
    assert runs == [
        ("same", "… w42 w43 w44 w45 w46 w47 w48 w49"),
        ("old", "w50"),
        ("new", "x"),
        ("same", "w51 w52 w53 w54 w55 w56 w57 w58 …"),
    ]


def test_a_run_between_two_changes_keeps_both_its_ends() -> None:
    between = " ".join(f"w{number}" for number in range(40))
    runs = list(marked(word_changes(f"a {between} b", f"c {between} d")))
    assert ("same", "w0 w1 w2 w3 w4 w5 w6 w7 … w32 w33 w34 w35 w36 w37 w38 w39") in runs


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_again(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    for side, text in (("before", before), ("after", after)):
        words = " ".join(getattr(piece, side) for piece in pieces if getattr(piece, side))
        assert words.split() == text.replace("\n\n", "¶").split()


def test_huge_texts_are_compared_to_their_end() -> None:
    before = "the gate of the port " * 10_000
    assert word_changes(f"x {before} z", f"y {before.replace('gate', 'door', 3)} {before} w")
