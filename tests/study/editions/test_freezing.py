"""The first candidate gives paragraphs their numbers; later ones keep them and only add."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.editions.freezing import freezing, frozen_problems, unreadable_numbers
from study.paragraph_maps import frozen_map
from study.problems import ReportError

TEXT = {
    "en": "# A {: #a }\n\nOne.\n\nTwo.\n\n## B {: #b }\n\nThree.\n",
    "fr": "# A {: #a }\n\nUn.\n\nDeux.\n\n## B {: #b }\n\nTrois.\n",
}
FILE = "data/paragraphs/2026.yaml"


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """A report of one chapter."""
    for language, text in TEXT.items():
        (tmp_path / "docs" / language).mkdir(parents=True)
        put(tmp_path, language, text)
    return tmp_path


def put(root: Path, language: str, text: str, page: str = "a.md") -> None:
    (root / "docs" / language / page).write_text(f"---\n---\n{text}", encoding="utf-8")


def keep(root: Path) -> None:
    found = freezing(root, "2026")
    path = root / found.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(found.text, encoding="utf-8")


def numbers(root: Path, page: str = "a.md") -> list[tuple[str, str]]:
    return [(each.number, each.kind) for each in (frozen_map(root, "2026") or {})[page]]


def insert(root: Path) -> None:
    for language, after, new in (("en", "One.", "New."), ("fr", "Un.", "Neuf.")):
        put(root, language, TEXT[language].replace(after, f"{after}\n\n{new}"))


def test_a_candidate_needs_frozen_numbers(pair: Path) -> None:
    [problem] = frozen_problems(pair, "2026")
    assert str(problem).startswith(f"{FILE}:1:1: is missing")
    assert "run: report freeze 2026" in problem.message


def test_the_first_time_all_get_numbers(pair: Path) -> None:
    found = freezing(pair, "2026")
    assert (found.file, found.pages, found.added, found.removed, found.changed) == (FILE, 1, 3, 0, True)
    keep(pair)
    assert numbers(pair) == [("1", "paragraph"), ("2", "paragraph"), ("3", "paragraph")]
    assert frozen_problems(pair, "2026") == []


def test_freezing_again_changes_nothing(pair: Path) -> None:
    keep(pair)
    insert(pair)
    keep(pair)
    found = freezing(pair, "2026")
    assert (found.added, found.removed, found.changed) == (0, 0, False)


def test_a_later_candidate_adds_and_keeps(pair: Path) -> None:
    keep(pair)
    insert(pair)
    [problem] = frozen_problems(pair, "2026")
    assert "1 paragraphs have no number yet, 0 are gone" in problem.message
    keep(pair)
    assert [number for number, _ in numbers(pair)] == ["1", "1a", "2", "3"]
    assert frozen_problems(pair, "2026") == []


def test_words_that_changed_ask_for_freezing_too(pair: Path) -> None:
    keep(pair)
    put(pair, "en", TEXT["en"].replace("Two.", "Two, rather."))
    [problem] = frozen_problems(pair, "2026")
    assert "0 paragraphs have no number yet, 0 are gone, or words have changed" in problem.message


def test_the_number_of_a_removed_paragraph_is_never_given_again(pair: Path) -> None:
    keep(pair)
    for language, gone in (("en", "Two."), ("fr", "Deux.")):
        put(pair, language, TEXT[language].replace(f"{gone}\n\n", ""))
    assert freezing(pair, "2026").removed == 1
    keep(pair)
    assert numbers(pair) == [("1", "paragraph"), ("2", "removed"), ("3", "paragraph")]


def test_the_numbers_of_a_chapter_that_is_gone_stay(pair: Path) -> None:
    for language in TEXT:
        put(pair, language, TEXT[language], "b.md")
    keep(pair)
    for language in TEXT:
        (pair / "docs" / language / "b.md").unlink()
    keep(pair)
    assert {kind for _, kind in numbers(pair, "b.md")} == {"removed"}
    assert freezing(pair, "2026").changed is False


def test_all_that_keeps_from_freezing_is_said_at_once(pair: Path) -> None:
    put(pair, "fr", TEXT["fr"].replace("Deux.", "Deux.\n\nTrop."))
    put(pair, "en", TEXT["en"], "alone.md")
    (pair / "docs" / "en" / "bytes.md").write_bytes(b"\xff")
    (pair / "docs" / "fr" / "bytes.md").write_bytes(b"\xff")
    with pytest.raises(ReportError) as caught:
        freezing(pair, "2026")
    files = {problem.file for problem in caught.value.problems}
    assert files == {"docs/en/a.md", "docs/fr/alone.md", "docs/en/bytes.md"}
    assert {problem.file for problem in frozen_problems(pair, "2026")} == files


def test_a_file_of_numbers_that_is_damaged_is_said_and_not_replaced(pair: Path) -> None:
    keep(pair)
    path = pair / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("number: 2", "number: 1"), encoding="utf-8")
    assert any("the number 1 stands twice" in str(each) for each in frozen_problems(pair, "2026"))
    assert any("the number 1 stands twice" in str(each) for each in unreadable_numbers(pair))
    with pytest.raises(ReportError):
        freezing(pair, "2026")


def test_without_files_of_numbers_there_is_nothing_to_read(pair: Path) -> None:
    assert list(unreadable_numbers(pair)) == []
