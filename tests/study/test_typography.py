"""Typography of both languages. In these tests ~ is a no-break space and · a narrow one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.typography import HIDDEN, TYPOGRAPHY, english, french

SIGNS = str.maketrans({"~": "\N{NO-BREAK SPACE}", "·": "\N{NARROW NO-BREAK SPACE}"})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("l'an", "l’an"),
        ("un : deux", "un~: deux"),
        ("un :", "un~:"),
        ("**un** : **deux** :", "**un**~: **deux**~:"),
        ("quoi ; non ! si ?", "quoi·; non·! si·?"),
        ("62 % et 62%", "62·% et 62·%"),
        ("38,8 %", "38,8·%"),
        ("« mot » et «mot»", "«~mot~» et «~mot~»"),
        ("12 345 678 douanes", "12·345·678 douanes"),
        ("1 000", "1·000"),
        ("en 2024 100 cas", "en 2024 100 cas"),
        ("le 12 mai 2024", "le 12 mai 2024"),
        ("3 millions, 4 milliards, 5 points", "3~millions, 4~milliards, 5~points"),
        ("section 3, art. 4, n° 5, § 6", "section~3, art.~4, n°~5, §~6"),
        ("un~; deux·: trois ·!", "un·; deux~: trois·!"),
        ("12:30 et a:b", "12:30 et a:b"),
        ("déjà fait·?", "déjà fait·?"),
        ("", ""),
    ],
)
def test_french_spaces_do_not_break(written: str, expected: str) -> None:
    assert french(written.translate(SIGNS)) == expected.translate(SIGNS)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("the report's", "the report’s"),
        ("'quoted'", "'quoted'"),
        ("5 million, 6 billion, 7 per cent", "5~million, 6~billion, 7~per cent"),
        ("62 %: why ?", "62 %: why ?"),
        ("1 000", "1 000"),
    ],
)
def test_english_keeps_its_own_spaces(written: str, expected: str) -> None:
    assert english(written) == expected.translate(SIGNS)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "kept",
    [
        "`l'an : 62 %`",
        "```\nl'an : 62 %\n```",
        '{{ cite("l\'an : 62 %") }}',
        "{: #l'an }",
        "[a](l'an%20:%20b.md)",
        "https://example.org/l'an?a=62%",
        "<b title='62 %'>",
        "&nbsp;&#8239;",
        "!!! note l'an",
    ],
)
def test_code_calls_links_and_addresses_stay_as_they_are(kept: str, language: str) -> None:
    assert TYPOGRAPHY[language](f"{kept}\n\nl'an {kept}\n").count(kept) >= 1
    assert TYPOGRAPHY[language](kept) == kept


def test_a_sign_after_a_kept_part_has_its_space() -> None:
    assert french('Dit {{ cite("a") }} : oui `b` !') == 'Dit {{ cite("a") }} : oui `b` !'.replace(
        " :", "\N{NO-BREAK SPACE}:"
    ).replace(" !", "\N{NARROW NO-BREAK SPACE}!")


def test_a_box_without_a_title_does_not_hide_the_text_below() -> None:
    assert french('!!! note\n\n    l\'an\n\n"mot"') == '!!! note\n\n    l’an\n\n"mot"'


def test_a_text_with_a_private_sign_is_left_alone() -> None:
    assert french(f"l'an {HIDDEN}") == f"l'an {HIDDEN}"


@given(text=st.text("l'n 0123:;!?%«»`{}<>()[]&#~·\n*_".translate(SIGNS), max_size=60))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_what_is_right_stays_as_it_is(text: str) -> None:
    for correct in TYPOGRAPHY.values():
        once = correct(text)
        assert correct(once) == once
        assert once.count("\n") == text.count("\n")
