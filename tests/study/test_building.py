"""What a build knows: read again only when a file or the day has changed."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from study import building
from study.problems import ReportError
from tests.study.conftest import Edit

EPOCH = {date(2026, 1, 31): "1769860800", date(2026, 1, 30): "1769817599"}


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH[date(2026, 1, 31)])


def touched(path: Path) -> None:
    """Give the file another time, as a save does."""
    about = path.stat()
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns + 1))


def test_the_data_are_read_once(small: Path) -> None:
    assert building.knowledge(small) is building.knowledge(small)


def test_a_saved_file_is_read_again(small: Path) -> None:
    before = building.knowledge(small)
    touched(small / "data" / "cases.yaml")
    assert building.knowledge(small) is not before


def test_another_day_is_another_version(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert building.knowledge(small)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH[date(2026, 1, 30)])
    with pytest.raises(ReportError, match="after the day of this version"):
        building.knowledge(small)


def test_problems_are_kept_until_they_are_solved(small: Path, change: Edit) -> None:
    change("cases.yaml", "stage: pilot", "stage: pilots")
    assert building.reading(small).knowledge is None
    with pytest.raises(ReportError, match="did you mean"):
        building.knowledge(small)
    change("cases.yaml", "stage: pilots", "stage: pilot")
    assert building.knowledge(small).case["no-gate"].stage == "pilot"


def test_a_file_that_is_missing_is_said(small: Path) -> None:
    (small / "data" / "cases.yaml").unlink()
    with pytest.raises(ReportError, match="the file is missing"):
        building.knowledge(small)


@pytest.mark.parametrize("day", EPOCH)
def test_the_day_is_that_of_the_version(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH[day])
    assert building.build_day() == day


@pytest.mark.parametrize("epoch", ["", "yesterday", "-5", "²"])
def test_without_a_version_the_day_is_today(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = datetime.now(UTC).date()
    assert before <= building.build_day() <= datetime.now(UTC).date()


def test_a_published_edition_that_is_added_is_read(small: Path) -> None:
    before = building.knowledge(small)
    folder = small / "data" / "history"
    folder.mkdir()
    (folder / "2025.yaml").write_text("cases:\n  no-gate: pilot\n", encoding="utf-8")
    assert building.knowledge(small) is not before
