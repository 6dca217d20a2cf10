"""What published editions promised, as their files say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.history import files, histories, history_in, read_history, stages_by_edition
from study.paragraph_matching import Frozen

WHOLE = """\
edition: '2026'
sums: sha256:00
cases: {a: pilot}
terms: [model]
sources: ['no']
chapters: {ai.md: [ai, uses]}
pages: ['', ai/]
paragraphs:
  ai.md:
  - {number: 12a, section: "uses", kind: paragraph, print: 0123456789abcdef-fedcba9876543210}
"""


def publish(root: Path, edition: str, text: str) -> Path:
    path = root / "data" / "history" / f"{edition}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_is_known_before_an_edition_is_published(tmp_path: Path) -> None:
    assert (histories(tmp_path), stages_by_edition(tmp_path), files(tmp_path)) == ({}, {}, [])


def test_a_history_says_all_that_was_published(tmp_path: Path) -> None:
    publish(tmp_path, "2026", WHOLE)
    found = histories(tmp_path)["2026"]
    assert found.cases == {"a": "pilot"}
    assert [found.terms, found.sources, found.pages] == [
        frozenset(each) for each in ({"model"}, {"no"}, {"", "ai/"})
    ]
    assert found.chapters == {"ai.md": ("ai", "uses")}
    assert found.sums == "sha256:00"
    entry = Frozen("12a", "uses", "paragraph", "0123456789abcdef", "fedcba9876543210")
    assert found.paragraphs == {"ai.md": (entry,)}


def test_editions_stand_in_their_order(tmp_path: Path) -> None:
    for edition in ("2027", "2026.10", "2026.2", "2026-e1", "2026"):
        publish(tmp_path, edition, "cases: {}\n")
    assert list(histories(tmp_path)) == ["2026", "2026-e1", "2026.2", "2026.10", "2027"]


def test_a_saved_file_is_read_again(tmp_path: Path) -> None:
    path = publish(tmp_path, "2026", "cases: {a: pilot}\n")
    assert stages_by_edition(tmp_path) == {"2026": {"a": "pilot"}}
    path.write_text("cases: {a: operational}\n", encoding="utf-8")
    assert stages_by_edition(tmp_path) == {"2026": {"a": "operational"}}


@pytest.mark.parametrize("text", ["", "- a\n", "cases: []\n", "cases: {a: b\n", "edition: 2026\n", "\t"])
def test_what_has_no_cases_is_no_history(tmp_path: Path, text: str) -> None:
    path = publish(tmp_path, "2026", text)
    found, problems = read_history(path)
    assert found is None
    assert problems
    assert stages_by_edition(tmp_path) == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("edition: '2026'", "edition: '2027'", "expected 2026, as the file is called"),
        ("terms: [model]", "terms: model", "terms: is no list"),
        ("pages: ['', ai/]", "pages: {}", "pages: is no list"),
        ("chapters: {ai.md: [ai, uses]}", "chapters: [ai.md]", "is not made of chapters"),
        ("number: 12a", "number: twelve", "is no number of a paragraph"),
        ("  ai.md:\n", "  ../ai:\n", "is no page"),
    ],
)
def test_what_is_wrong_is_said_and_the_edition_left_out(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in WHOLE
    text = WHOLE.replace(old, new)
    found, problems = history_in(text, "data/history/2026.yaml", "2026")
    assert any(said in str(problem) for problem in problems)
    assert found is not None
    assert found.cases == {"a": "pilot"}, "what a case was published with is kept"
    publish(tmp_path, "2026", text)
    assert histories(tmp_path) == {}
