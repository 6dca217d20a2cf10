"""Where terms stand in running text, and where a text only looks like it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.concordance.occurrences import Occurrence, occurrences, running, stands_in
from study.models.registers import Term
from study.terms import Spellings

KNOWN = Spellings(
    re.compile(r"(?<![\w&#-])(?:[Cc]loud(?: computing)?|AI|[Dd]ata [Ll]ake|R&amp;D)(?![\w-])"),
    {"cloud": "cloud", "cloud computing": "cloud", "AI": "ai", "data lake": "lake", "R&amp;D": "rd"},
)


def term(*spellings: str) -> Term:
    first, *more = spellings
    return Term.model_validate(
        {
            "id": "t",
            "term": {"en": first, "fr": first},
            "forms": {"en": more, "fr": more},
            "definition": {"en": "D", "fr": "D"},
            "basis": "usage",
        }
    )


def test_a_term_is_named_as_it_is_written_first_and_by_its_line() -> None:
    text = "One\ntwo Cloud computing\ncloud AI"
    assert occurrences(text, KNOWN) == {"cloud": Occurrence("Cloud computing", 1), "ai": Occurrence("AI", 2)}


def test_a_call_names_a_term_by_its_id_even_after_words() -> None:
    found = occurrences('cloud\n{{ term(\'cloud\', "words") }} {{term("ai")}}', KNOWN)
    assert found == {"cloud": Occurrence("cloud", 1, called=True), "ai": Occurrence("ai", 1, called=True)}


@pytest.mark.parametrize("written", ["cloud-based", "AI-assisted work", "Cloud-to-cloud", "AI-driven"])
def test_a_compound_that_names_the_term_counts(written: str) -> None:
    assert len(occurrences(written, KNOWN)) == 1


@pytest.mark.parametrize("written", ["cloud-cuckoo", "multi-cloud", "clouds", "AIs", "#cloud", "`cloud`"])
def test_another_word_does_not(written: str) -> None:
    assert occurrences(written, KNOWN) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a cloud", True),
        ("The Trade Cloud Computing Act", True),  # a name writes it with capitals
        ("clouds", False),
        ("cloud\n computing", True),
        ("the ai", False),  # an abbreviation is written as it is declared
        ("the AI", True),
        ("l'autre", True),
        ('[page](cloud.md) {{ cite("cloud") }} {: #cloud }', False),
        ("R&D", True),
    ],
)
def test_any_form_answers(text: str, expected: bool) -> None:
    assert stands_in(text, term("cloud", "cloud computing", "AI", "l’autre", "R&D"), "en") is expected


@given(st.text())
def test_running_text_keeps_its_lines(text: str) -> None:
    assert running(text).count("\n") == text.count("\n")
