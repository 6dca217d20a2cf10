"""A case and its record: the layout of the file, and every text comes back as it was."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from report.new.records import WIDTH, folded, quoted, record_lines
from study.knowledge import Knowledge
from study.models.cases import Case
from study.models.values import CONTROL
from study.reading import parse_yaml

CASE: dict[str, Any] = {
    "id": "ke-gate",
    "administrations": ["KE", "NO"],
    "technologies": ["ai"],
    "processes": ["transit", "aeo"],
    "stage": "pilot",
    "title": {"en": "A gate", "fr": "Une porte"},
    "summary": {"en": "It opens.", "fr": "Elle s’ouvre."},
    "sources": ["note"],
    "checked": "2026-01-31",
}
RECORD = """\
- id: ke-gate
  administrations: [KE, NO]
  body: null
  office: null
  technologies: [ai]
  processes: [transit, aeo]
  stage: pilot
  stage_note: null
  since: null
  title:
    en: "A gate"
    fr: "Une porte"
  summary:
    en: >-
      It opens.
    fr: >-
      Elle s’ouvre.
  results: []
  partners: []
  sources: [note]
  checked: 2026-01-31
  confirmed: null
  withdrawn: null"""
HOSTILE = [
    'He said "no": # it\'s {{ x }} {% y %} \\n \\',
    "- a list",
    "=1+1",
    "@SUM(A1)",
    "null",
    "~",
    "2024-01-01",
    "&a *a !t | > % ` ---",
    "...",
    "# no comment",
    "🛃 a drone 👩🏽‍✈️",
    "a  b   c",
    "a\tb",
    "a\n\n b\n  c",
    "word " * 3000 + "end",
    "x" * 50_000,
    "\ufeff",
    "« a » ; b ! c ? d % : e «",
    "<script>alert(1)</script> &amp;",
    "\u200b\u202e\u0301",
]


def case(**fields: Any) -> Case:
    return Case.model_validate({**CASE, **fields})


def read_back(made: Case) -> Case:
    [record] = parse_yaml("\n".join(record_lines(made)), "cases.yaml")
    return Case.model_validate(record)


def test_a_record_has_the_layout_of_the_file() -> None:
    assert "\n".join(record_lines(case())) == RECORD


def test_what_is_known_later_has_its_layout_too() -> None:
    both = {"en": "A", "fr": "B"}
    result = {"text": both, "measured_by": both, "sources": ["note"]}
    withdrawn = {"edition": "2026", "reason": both}
    made = case(since=2024, office=both, results=[result], partners=[both, both], withdrawn=withdrawn)
    text = "\n".join(record_lines(made))
    assert '  office:\n    en: "A"\n    fr: "B"\n' in text
    assert "  since: 2024\n" in text
    assert '  partners:\n    - en: "A"\n      fr: "B"\n    - en: "A"\n' in text
    assert '  results:\n    - text:\n        en: "A"\n        fr: "B"\n      measured_by:\n' in text
    assert "\n      sources: [note]\n" in text
    assert '  withdrawn:\n    edition: "2026"\n    reason:\n      en: "A"\n      fr: "B"' in text
    assert read_back(made) == made


def test_every_case_of_the_register_comes_back(knowledge: Knowledge) -> None:
    assert [each.id for each in knowledge.cases if read_back(each) != each] == []


def test_lists_of_keys_come_back_even_if_a_key_is_a_word_of_yaml() -> None:
    made = case(administrations=["NO"], sources=["null", "true", "12", "1e3"])
    assert read_back(made) == made


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_comes_back(text: str) -> None:
    both = {"en": text, "fr": text}
    made = case(title=both, summary=both, office=both)
    assert read_back(made) == made


def allowed(text: str) -> bool:
    return text == text.strip() != "" and CONTROL.search(text) is None


TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab '\"\\:#-{}[]%&*!|>?@`=~,;«»’\n\t\u00a0\u202f\ufeff"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=300,
).map(str.strip)


@settings(max_examples=300, deadline=None)
@given(st.tuples(*[TEXTS.filter(allowed)] * 4))
def test_any_text_that_a_record_may_hold_comes_back(texts: tuple[str, ...]) -> None:
    title, summary = ({"en": a, "fr": b} for a, b in (texts[:2], texts[2:]))
    made = case(title=title, summary=summary)
    assert read_back(made) == made


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text("ab;!?%:«»\u00a0", min_size=1, max_size=30), min_size=1, max_size=80))
def test_no_line_begins_with_a_sign_that_belongs_to_the_word_before(words: list[str]) -> None:
    lines = folded(" ".join(words))
    assert " ".join(lines) == " ".join(words)
    assert [line for line in lines[1:] if re.match("[;!?%:»]", line)] == []
    assert [line for line in lines[:-1] if line.endswith("«")] == []


def test_lines_are_as_long_as_those_of_the_file() -> None:
    lines = folded("word " * 100 + "end")
    assert all(WIDTH - 5 < len(line) <= WIDTH for line in lines[:-1])


def test_a_quotation_mark_does_not_end_the_text() -> None:
    assert quoted('a "b" \\') == '"a \\"b\\" \\\\"'
