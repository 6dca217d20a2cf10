"""What an edition publishes is written down so that it reads the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.editions.freezing import freezing
from study.editions.histories import history_of
from study.history import history_in
from study.problems import ReportError
from tests.study.conftest import Edit

SUMS = f"sha256:{'1' * 64}"
TEXT = "---\n---\n# A {: #no }\n\nOne.\n\n## B {: #b }\n\nTwo.\n"


@pytest.fixture
def report(small: Path) -> Path:
    """A small report with a chapter whose numbers are frozen."""
    for language in ("en", "fr"):
        (small / "docs" / language).mkdir(parents=True)
        (small / "docs" / language / "a.md").write_text(TEXT, encoding="utf-8")
    found = freezing(small, "2026")
    (small / found.file).parent.mkdir()
    (small / found.file).write_text(found.text, encoding="utf-8")
    return small


def test_all_that_is_published_is_written_down(report: Path) -> None:
    text = history_of(report, ["ai/", "", "ai/"], SUMS)
    found, problems = history_in(text, "data/history/2026.yaml", "2026")
    assert problems == ()
    assert found is not None
    assert found.document["edition"] == "2026"
    assert found.sums == SUMS
    assert found.cases == {"no-gate": "pilot"}
    assert found.terms == {"model", "data"}
    assert found.sources == {"note"}
    assert found.chapters == {"a.md": ("no", "b")}
    assert found.pages == {"", "ai/"}
    assert [each.number for each in found.paragraphs["a.md"]] == ["1", "2"]


def test_the_same_checkout_gives_the_same_bytes(report: Path) -> None:
    assert history_of(report, ["", "b/", "a/"], SUMS) == history_of(report, ["a/", "b/", ""], SUMS)


def test_it_does_not_depend_on_the_day(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = history_of(report, [""], SUMS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert history_of(report, [""], SUMS) == before


def test_without_frozen_numbers_there_are_none(report: Path) -> None:
    (report / "data" / "paragraphs" / "2026.yaml").unlink()
    found, problems = history_in(history_of(report, [], SUMS), "data/history/2026.yaml", "2026")
    assert problems == ()
    assert found is not None
    assert found.paragraphs == {}


def test_data_that_are_wrong_are_no_history(report: Path, change: Edit) -> None:
    change("cases.yaml", "stage: pilot", "stage: pilots")
    with pytest.raises(ReportError, match="did you mean"):
        history_of(report, [], SUMS)
