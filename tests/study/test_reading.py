"""YAML as it was written: no value is converted, and nothing gets through that no record needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study.problems import Problem, ReportError
from study.reading import LARGEST_FILE, parse_yaml, place_of, read_text, read_yaml

NAME = "data/cases.yaml"
BOMB = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*b{n - 1}, *b{n - 1}]\n" for n in range(1, 30))


def beginning(value: str | bytes) -> str:
    """Return a short name for a test's input."""
    return repr(value[:20])


def refusal(text: str) -> str:
    """Return what is said of a text that must be refused."""
    with pytest.raises(ReportError) as refused:
        parse_yaml(text, NAME)
    return str(refused.value).removeprefix(f"{NAME}:")


@pytest.mark.parametrize(
    "written",
    ["NO", "no", "yes", "on", "true", "012", "1:20", "2026-11-22", "1e3", "0x1f", "1_000", ".inf", "=", "<<"],
)
def test_a_value_stays_what_was_written(written: str) -> None:
    assert parse_yaml(f"value: {written}", NAME) == {"value": written}
    assert parse_yaml(f"[{written}]", NAME) == [written]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none_unless_it_stands_in_quotes(written: str) -> None:
    assert parse_yaml(f"value: {written}", NAME) == {"value": None}
    assert parse_yaml(f"value: '{written}'", NAME) == {"value": written}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1: the file is empty; expected records"),
        ("# only a remark\n", "1:1: the file is empty; expected records"),
        ("a: 1\nb: 2\na: 3\n", '3:1: the field "a" stands here twice; it is already on line 1'),
        ("a: &x 1\n", "1:4: anchors (&name) are not allowed; write the value out"),
        ("a: *x\n", "1:4: aliases (*name) are not allowed; write the value out"),
        (BOMB, "1:4: anchors (&name) are not allowed; write the value out"),
        ("a: !!python/object/apply:os.system [ls]\n", "1:4: tags (!name) are not allowed"),
        ("a: !x 1\n", "1:4: tags (!name) are not allowed"),
        ("[" * 100_000, "1:21: nested more than 20 levels deep; expected a record"),
        ("[" * 100_000 + "]" * 100_000, "1:21: nested more than 20 levels deep; expected a record"),
        ("- " * 100_000, "1:41: nested more than 20 levels deep; expected a record"),
        ("{" * 100_000, "1:2: a field name must be text; expected `name: value`"),
        ("? [a]\n: b\n", "1:3: a field name must be text; expected `name: value`"),
        ("a:\n\tb: c\n", "2:1: a tab or a special character starts this value"),
        ("a: @b\n", "1:4: a tab or a special character starts this value"),
        ("a: b\n---\nc: d\n", "2:1: a second document starts here (---); expected one per file"),
        ("a: b: c\n", "1:5: a second colon on this line; put the text in quotes"),
        ('a: b\nc: "d\ne: f\n', "2:4: this quotation mark is never closed"),
        ("a: b\n  c: d\n", "2:4: a second colon on this line; put the text in quotes"),
        ("- a: b\n  c: d\n   e: f\n", "3:5: a second colon on this line; put the text in quotes"),
        ("- a: b\n   c: d\n  e: f\n", "2:5: a second colon on this line; put the text in quotes"),
        ("- a: [b\n- c\n", "1:6: this bracket is never closed, or a comma is missing after it"),
        ("- {a: b, c: d\n- e\n", "1:3: this bracket is never closed, or a comma is missing after it"),
        ("a:\n  b: c\n d: e\n", "3:2: the indentation or a quotation mark is wrong here or just above"),
        ("a: b\nc\n", "3:1: a colon is missing here or just above"),
        ("a: x\x00y\n", "1:5: the character U+0000 is not allowed; remove it"),
        ("# a\n# b\x85c\n", "2:4: the character U+0085 is not allowed; remove it"),
        ("a: x\u2028y\n", "1:5: the character U+2028 is not allowed; remove it"),
        ("a: x\ue000y\n", "1:5: the character U+E000 is not allowed; remove it"),
        ("a: x\uffffy\n", "1:5: the character U+FFFF is not allowed; remove it"),
        ("%YAML 9.9\n---\na: b\n", "1:1: this is not well-formed YAML"),
    ],
    ids=beginning,
)
def test_what_no_record_needs_is_refused_with_its_place(text: str, said: str) -> None:
    assert refusal(text).startswith(said)


def test_every_field_that_stands_twice_is_said_and_the_rest_is_read() -> None:
    found: list[Problem] = []
    value = parse_yaml("a: 1\na: [2, {x: 3}]\nb: 4\nb: 5\nc: 6\n", NAME, found)
    assert value == {"a": "1", "b": "4", "c": "6"}
    assert [(problem.line, problem.column) for problem in found] == [(2, 1), (4, 1)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xef\xbb\xbfa: b\n", "1:1: the file starts with a byte order mark; save it as UTF-8 without BOM"),
        (b"a: b\nc: caf\xe9\n", "2:7: this byte is not UTF-8; save the file as UTF-8"),
        ("a: b\n".encode("utf-16"), "1:1: this byte is not UTF-8; save the file as UTF-8"),
        (b"\xed\xa0\x80", "1:1: this byte is not UTF-8; save the file as UTF-8"),
        (b"#" * 50_000_000, "1:1: the file has 48 MB; expected at most 40 MB"),
    ],
    ids=beginning,
)
def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "cases.yaml"
    path.write_bytes(content)
    with pytest.raises(ReportError) as refused:
        read_text(path, NAME)
    assert str(refused.value) == f"{NAME}:{said}"


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    path.write_bytes(b"x" * LARGEST_FILE)
    assert len(read_text(path, NAME)) == LARGEST_FILE


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_read_the_same(tmp_path: Path, end: str) -> None:
    path = tmp_path / "cases.yaml"
    path.write_bytes("a: >-\n  one\n  two\nb: |\n  three\nb: four\n".replace("\n", end).encode())
    found: list[Problem] = []
    assert read_yaml(path, NAME, found) == {"a": "one two", "b": "three\n"}
    assert found[0].line == 6


def test_a_file_with_a_field_that_stands_twice_is_refused_where_nobody_collects(tmp_path: Path) -> None:
    path = tmp_path / "cases.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(ReportError, match=r'data/cases\.yaml:2:1: the field "a" stands here twice'):
        read_yaml(path, NAME)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (2, 1)),
        ((0,), (2, 3)),
        ((0, "title", "fr"), (3, 18)),
        ((0, "title", "de"), (3, 3)),
        ((0, "sources", 1), (4, 16)),
        ((0, "sources", 9), (4, 3)),
        ((9, "id"), (2, 1)),
    ],
)
def test_every_value_knows_its_place_and_a_missing_one_that_of_its_parent(
    path: tuple[object, ...], place: tuple[int, int]
) -> None:
    value = parse_yaml("# remark\n- id: a\n  title: {en: A, fr: B}\n  sources: [b, c]\n", NAME)
    assert place_of(value, path) == place


@given(
    st.one_of(
        st.binary(max_size=200), st.text("-?:,[]{}#&*!|>'\"%@` \n\tab0~<.", max_size=80).map(str.encode)
    )
)
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_bytes_give_a_value_or_problems(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cases.yaml"
    path.write_bytes(content)
    try:
        value = read_yaml(path, NAME)
    except ReportError as error:
        assert all(problem.line >= 0 and problem.message for problem in error.problems)
    else:
        assert value is not None
