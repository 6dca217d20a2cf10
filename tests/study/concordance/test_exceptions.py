"""Declared differences: each excuses what it names, nothing else, and goes when it is not needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.concordance.exceptions import FILE, Declared, Mismatch, declared, left_over, term_id_problems
from study.problems import Problem, ReportError

REASON = "reason: {en: R, fr: R}"
ONE = f'terms:\n  - {{chapter: a.md, section: uses, starts: "The first words", term: cloud, {REASON}}}\n'


def written(root: Path, text: str) -> Declared:
    (root / "data").mkdir(exist_ok=True)
    (root / FILE).write_text(text, encoding="utf-8")
    return declared(root)


def mismatch(starts: str = "The first words of it.", what: str = "cloud", **other: str | bool) -> Mismatch:
    fields = {"chapter": "a.md", "section": "uses", "starts": starts, "what": what, **other}
    return Mismatch(**fields, problem=Problem("docs/en/a.md", 7, 1, f"has {what}"))  # type: ignore[arg-type]


def test_a_declared_difference_is_no_problem(tmp_path: Path) -> None:
    assert list(left_over([mismatch()], written(tmp_path, ONE), "terms")) == []


@pytest.mark.parametrize(
    "starts",
    ["- The first words", "> # The first\n words and", "| The first words | x |", "The  first\nwords"],
)
def test_marks_and_line_ends_in_front_of_the_first_words_do_not_matter(tmp_path: Path, starts: str) -> None:
    assert list(left_over([mismatch(starts)], written(tmp_path, ONE), "terms")) == []


@pytest.mark.parametrize(
    "other", [{"starts": "Other words"}, {"what": "ai"}, {"section": "policy"}, {"chapter": "b.md"}]
)
def test_an_exception_excuses_only_what_it_names(tmp_path: Path, other: dict[str, str]) -> None:
    problems = [str(each) for each in left_over([mismatch(**other)], written(tmp_path, ONE), "terms")]
    assert problems == [
        f"docs/en/a.md:7:1: has {other.get('what', 'cloud')}",
        "data/concordance-exceptions.yaml:2:5: terms › no. 1: is no longer needed: no block of a.md#uses starts "
        'with "The first words" and has the term "cloud" in one language only; remove this exception',
    ]


def test_the_same_exception_twice_is_once_too_often(tmp_path: Path) -> None:
    twice = ONE + ONE.partition("\n")[2]
    [problem] = left_over([mismatch()], written(tmp_path, twice), "terms")
    assert (problem.file, problem.line) == (FILE, 3)


def test_one_exception_serves_every_block_that_starts_so(tmp_path: Path) -> None:
    blocks = [mismatch("The first words"), mismatch("The first words again")]
    assert list(left_over(blocks, written(tmp_path, ONE), "terms")) == []


def test_numbers_have_a_list_of_their_own(tmp_path: Path) -> None:
    text = f'numbers:\n  - {{chapter: a.md, section: "", starts: The, value: "1,234", {REASON}}}\n'
    known = written(tmp_path, text)
    assert list(left_over([mismatch(what="1,234", section="")], known, "numbers")) == []
    assert list(left_over([], known, "terms")) == []
    [problem] = left_over([], known, "numbers")
    assert "no block of a.md starts with" in problem.message and 'the number "1,234"' in problem.message


def test_an_everyday_term_counts_only_where_a_macro_calls_it(tmp_path: Path) -> None:
    known = written(tmp_path, f"everyday: [{{term: cloud, {REASON}}}]\n")
    assert list(left_over([mismatch()], known, "terms")) == []
    assert len(list(left_over([mismatch(), mismatch(called=True)], known, "terms"))) == 1
    [problem] = left_over([], known, "terms")
    assert '"cloud" is no longer needed' in problem.message


def test_no_file_means_no_exceptions(tmp_path: Path) -> None:
    assert list(left_over([mismatch()], declared(tmp_path), "terms")) == [mismatch().problem]


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    assert len(written(tmp_path, ONE).exceptions.terms) == 1
    assert written(tmp_path, "terms: []\n").exceptions.terms == []


def test_an_unknown_term_is_named_with_the_nearest(tmp_path: Path) -> None:
    known = written(tmp_path, ONE + f"everyday: [{{term: clowd, {REASON}}}]\n")
    said = [str(each) for each in term_id_problems(known, ["clouds", "drone"])]
    assert said[0].endswith('"cloud" is not a known term; did you mean "clouds"?')
    assert said[1].startswith(f"{FILE}:3:13: everyday › no. 1 › term: ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ONE.replace(", reason: {en: R, fr: R}", ""),
            "2:5: terms › no. 1 › reason: is missing; expected this",
        ),
        (ONE.replace(", fr: R", ""), "reason › fr: the French text is missing"),
        (ONE.replace("starts:", "begins:"), "begins: is not a known field"),
        (ONE.replace("a.md", "docs/en/a.md"), "expected a page such as technologies/ai.md"),
        (ONE.replace("a.md", "a"), 'chapter: is "a"; expected a page such as technologies/ai.md'),
        (ONE.replace("cloud", "The Cloud"), "expected a key in lower case"),
        (ONE.replace('"The first words"', '" "'), "starts: is empty; expected text"),
        ("- a\n", "is a list; expected named fields"),
        ("terms: x\n", 'is "x"; expected a list'),
        ("", "the file is empty"),
        ("terms: &a []\nnumbers: *a\n", "are not allowed"),
        ("terms: [x\n", "this bracket is never closed"),
    ],
)
def test_what_is_wrong_in_the_file_is_named_with_its_place(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(ReportError) as error:
        written(tmp_path, text)
    said = str(error.value)
    assert said.startswith(FILE) and expected in said, said


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    written(tmp_path, ONE)
    (tmp_path / FILE).write_bytes(b"terms: \xff")
    with pytest.raises(ReportError, match="not UTF-8"):
        declared(tmp_path)
