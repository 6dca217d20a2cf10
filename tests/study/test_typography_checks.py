"""What `report fix typography` would change is a problem, and nothing else is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from study.typography_checks import corrected_files, corrected_records, typography_problems
from tests.study.conftest import Edit

NARROW, NO_BREAK = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8", newline="")


def said(root: Path) -> list[str]:
    return [str(problem) for problem in typography_problems(root)]


def test_right_typography_passes(small: Path) -> None:
    write(small, "docs/fr/a.md", f"L’an{NO_BREAK}: 62{NARROW}%\n")
    write(small, "docs/en/a.md", "The year’s: 62%\n")
    assert said(small) == []


def test_a_wrong_line_is_said_with_its_place(small: Path, change: Edit) -> None:
    write(small, "docs/fr/b/a.md", "L’an\n\nNon, c’est 62 %\n")
    write(small, "docs/en/a.md", "The year's\n")
    change("cases.yaml", "fr: Une porte", "fr: L'une des portes")
    assert said(small) == [
        'docs/en/a.md:1:9: typography near "The year\'s"; run: report fix typography',
        'docs/fr/b/a.md:3:14: typography near "Non, c’est 62 %"; run: report fix typography',
        'data/cases.yaml:7:28: typography near ": {en: A gate, fr: L\'une des portes}"; run: report fix typography',
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Un mot\n: deux\n", 2),
        ("Un mot\n  ; deux\n", 2),
        ("« \nmot »\n", 1),
        ("mot\n»\n", 2),
        ("62\n% de\n", 2),
    ],
)
def test_a_line_may_not_break_before_or_after_a_french_sign(text: str, place: int, small: Path) -> None:
    write(small, "docs/fr/a.md", text)
    lines = [line for line in said(small) if "a line may not break" in line]
    assert len(lines) == 1
    assert lines[0].startswith(f"docs/fr/a.md:{place}:1: ")


@pytest.mark.parametrize(
    ("written", "corrected"),
    [
        ("fr: L'an", "fr: L’an"),
        ("fr: 'L''an'", "fr: 'L’an'"),
        ("fr: '''un'' mot'", "fr: '’un’ mot'"),
        ("fr: ''", "fr: ''"),
        ('fr: "L\'an"', 'fr: "L’an"'),
        ("fr: >-\n  L'an\n  l'autre", "fr: >-\n  L’an\n  l’autre"),
        ("{en: It's 62 %, fr: C'est 62 %}", f"{{en: It’s 62 %, fr: C’est 62{NARROW}%}}"),
        ("forms: {en: [it's], fr: [l'an, {x: l'an}]}", "forms: {en: [it’s], fr: [l’an, {x: l'an}]}"),
        ("id: l'an", "id: l'an"),
        ("# l'an\nfr: mot  # l'an", "# l'an\nfr: mot  # l'an"),
        ("fr: {x: l'an}", "fr: {x: l'an}"),
        ("[l'an]", "[l'an]"),
        ("title: É 😀\nfr: 😀 L'an\nen: it's", "title: É 😀\nfr: 😀 L’an\nen: it’s"),
    ],
)
def test_only_texts_of_a_language_are_corrected(written: str, corrected: str) -> None:
    assert corrected_records(written) == corrected
    assert corrected_records(corrected) == corrected
    assert yaml.safe_load(corrected) is not None


def test_a_file_that_cannot_be_read_is_left_to_the_other_checks(small: Path) -> None:
    write(small, "docs/fr/a.md", "L'an")
    (small / "docs" / "fr" / "b.md").write_bytes(b"\xe9l'an")
    write(small, "data/cases.yaml", "- fr: [l'an\n")
    write(small, "data/sources.yaml", "[" * 100_000)
    write(small, "data/glossary.yaml", "- fr: l'an\x00")
    assert [path.name for path, _, _ in corrected_files(small)] == ["a.md"]


def test_windows_line_ends_count_as_one(small: Path) -> None:
    write(small, "docs/fr/a.md", "Un\r\nL'an\r\n")
    assert [line.split(": ")[0] for line in said(small)] == ["docs/fr/a.md:2:2"]


def test_the_real_report_has_its_typography(root: Path) -> None:
    assert said(root) == []
