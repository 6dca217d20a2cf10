"""Any text as TeX writes it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.citing_tex import tex, tex_address


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("AT&T", r"AT\&T"),
        ("100 %", r"100 \%"),
        ("a_b^c~d", r"a\_b\textasciicircum{}c\textasciitilde{}d"),
        ("{a}", r"\textbraceleft{}a\textbraceright{}"),
        ("\\par", r"\textbackslash{}par"),
        ("--- '' ``", "-{}-{}- '{}' `{}`"),
        ("«\u00a0a\u202f;\u2060b", r"«~a\,;b"),
    ],
)
def test_signs_that_tex_would_obey_are_written_as_themselves(text: str, written: str) -> None:
    assert tex(text) == written


@given(st.text("\\{}$&#^_~%<>|-'`?!\" aé\u00a0", max_size=60))
@settings(max_examples=200, derandomize=True, database=None, deadline=None)
def test_braces_stay_balanced_and_nothing_is_a_command_of_the_text(text: str) -> None:
    written = tex(text)
    depth = 0
    for sign in written:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth in (0, 1)
    assert depth == 0
    commands = set(re.findall(r"\\([a-zA-Z]+|.)", written))
    assert all(len(each) == 1 or each.startswith("text") for each in commands)
    assert not re.search(r"(?<!\\)[$&#_%]", written)


def test_braces_of_an_address_stay_balanced() -> None:
    assert tex_address("https://example.org/{a}\\_b") == "https://example.org/%7Ba%7D%5C_b"
