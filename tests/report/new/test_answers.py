"""Answers: keys and names are understood, texts become typographic, and what can't be used is explained."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.new.answers import (
    WrongAnswerError,
    bodies,
    labelled,
    members,
    one_of,
    several,
    technologies,
    text_in,
    year,
)
from report.new.records import record_lines
from study.knowledge import Knowledge
from study.models.values import CONTROL
from study.models.vocabulary import PROCESSES
from study.reading import parse_yaml
from study.typography import TYPOGRAPHY
from study.typography_checks import LINE_BREAK, corrected_records
from tests.report.new.test_records import HOSTILE, TEXTS, case

NO_BREAK, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize("answer", ["KE", "ke", " Kenya ", "kenya"])
def test_a_member_is_known_by_code_and_by_name(answer: str, knowledge: Knowledge) -> None:
    assert one_of(members(knowledge), "a code")(answer) == "KE"


def test_names_in_both_languages_and_either_apostrophe_count(knowledge: Knowledge) -> None:
    read = one_of(members(knowledge), "a code")
    for member in knowledge.register.members:
        assert read(member.name.en) == read(member.name.fr.replace("’", "'")) == member.id
    assert one_of(bodies(knowledge), "a body")("UEEA") == "eaeu"
    assert one_of(technologies(knowledge), "a key")("Internet of Things") == "iot"
    assert (
        one_of(labelled(knowledge, "process", PROCESSES), "a key")("gestion des risques") == "risk-management"
    )


@pytest.mark.parametrize(
    ("answer", "near"), [("Kenia", "Kenya"), ("Burkina", "Burkina Faso"), ("Allemagn", "Allemagne")]
)
def test_the_nearest_choice_is_offered(answer: str, near: str, knowledge: Knowledge) -> None:
    with pytest.raises(
        WrongAnswerError, match=f'"{answer}" is unknown; expected a code; did you mean "{near}"?'
    ):
        one_of(members(knowledge), "a code")(answer)


def test_a_misspelt_name_of_several_words_is_one_answer(knowledge: Knowledge) -> None:
    with pytest.raises(
        WrongAnswerError, match=r'"United Kingdon" is unknown; .* did you mean "United Kingdom'
    ):
        several("United Kingdon", one_of(members(knowledge), "a code"))


def test_a_key_is_offered_before_its_name(knowledge: Knowledge) -> None:
    with pytest.raises(WrongAnswerError, match='did you mean "drones"'):
        one_of(technologies(knowledge), "a key")("drons")


def test_several_answers_have_commas_or_spaces_between(knowledge: Knowledge) -> None:
    read = one_of(members(knowledge), "a code")
    assert several("KE, Ouganda;ke , za", read) == ["KE", "UG", "ZA"]
    assert several("KE UG", read) == ["KE", "UG"]
    assert several("South Africa, KE", read) == ["ZA", "KE"]
    assert several("Hong Kong, China", read) == ["HK"]
    for wrong in ("", " , ", "KE, XX", "KE XX"):
        with pytest.raises(WrongAnswerError):
            several(wrong, read)


def test_an_answer_is_shown_without_what_a_terminal_would_obey(knowledge: Knowledge) -> None:
    with pytest.raises(WrongAnswerError) as caught:
        one_of(members(knowledge), "a code")("\x1b[2J\udcff" + "x" * 100_000)
    assert str(caught.value).startswith('"[2J\N{REPLACEMENT CHARACTER}xxx')
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize("answer", ["24", "1949", "2101", "20240", "about 2020", "٢٠٢٤", "-2024"])
def test_what_is_no_year_is_refused(answer: str) -> None:
    with pytest.raises(WrongAnswerError, match="is not a year from 1950 to 2100"):
        year(answer)
    assert year(" 2024 ") == "2024"


def test_texts_get_the_typography_of_their_language() -> None:
    assert text_in("fr")("L'an : 62 % !") == f"L’an{NO_BREAK}: 62{NARROW}%{NARROW}!"
    assert text_in("en")("The year's : 62 %") == "The year’s : 62 %"


def test_line_ends_tabs_and_spaces_become_one_space() -> None:
    assert text_in("en")("  a\r\nb\rc\n\n\td  e ") == "a b c d e"


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("", "is empty; expected text"),
        (" \n\t\u00a0", "is empty; expected text"),
        ("a\x00b", "holds the character U+0000; expected text without it"),
        ("a\x1b[31m", "holds the character U+001B"),
        ("a\u2028b", "holds the character U+2028"),
        ("a\ue000b", "holds the character U+E000"),
        ("a\udce9b", "holds a byte that is not UTF-8"),
    ],
)
def test_a_text_that_no_record_may_hold_is_refused(answer: str, said: str) -> None:
    for language in TYPOGRAPHY:
        with pytest.raises(WrongAnswerError) as caught:
            text_in(language)(answer)
        assert str(caught.value).startswith(said)


def comes_back(texts: dict[str, str]) -> bool:
    made = case(title=texts, summary=texts, office=texts)
    [record] = parse_yaml("\n".join(record_lines(made)), "cases.yaml")
    return all(dict(record[field]) == texts for field in ("title", "summary", "office"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_comes_back_as_it_was_understood(text: str) -> None:
    assert comes_back({language: text_in(language)(text) for language in TYPOGRAPHY})


@settings(max_examples=300, deadline=None)
@given(TEXTS.filter(lambda text: text.strip() != "" and CONTROL.search(text) is None))
def test_any_text_comes_back_as_it_was_understood(text: str) -> None:
    understood = {language: text_in(language)(text) for language in TYPOGRAPHY}
    assert comes_back(understood)


@settings(max_examples=300, deadline=None)
@given(st.text("ab1 '\"«»;:!?%n°—’", min_size=1, max_size=80).filter(str.strip))
def test_a_text_that_was_understood_is_understood_the_same_again(text: str) -> None:
    for language in TYPOGRAPHY:
        once = text_in(language)(text)
        assert text_in(language)(once) == once


PIECES = [
    "l'eau",
    "«",
    "»",
    "a",
    "1",
    "000",
    "%",
    ":",
    "!",
    "?",
    ";",
    "https://x.y/é",
    "`",
    "`c'd`",
    '"q"',
    "\\",
]
PIECES += ["'", "62", "no", "n°", "millions", "§", "{{ a('b') }}", "![x](y)", "<b>", "&amp;"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "  "])), max_size=60))
def test_the_typography_of_a_record_needs_no_repair(pieces: list[tuple[str, str]]) -> None:
    typed = f"Begin {''.join(piece for pair in pieces for piece in pair)} end"
    texts = {language: text_in(language)(typed) for language in TYPOGRAPHY}
    record = "\n".join(record_lines(case(title=texts, summary=texts)))
    assert corrected_records(record) == record
    assert LINE_BREAK.search(record) is None
