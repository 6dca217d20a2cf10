"""What a build knows: read again only when a file or the day has changed."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from study import building
from study.problems import ReportError
from tests.study.conftest import Edit
from tests.study.editions.approved import COMMIT, record

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


# What is asked for


def ask(monkeypatch: pytest.MonkeyPatch, edition: str, commit: str = COMMIT) -> None:
    monkeypatch.setenv("REPORT_EDITION", edition)
    monkeypatch.setenv("REPORT_COMMIT", commit)


def test_what_nobody_asks_for_is_a_draft_even_beside_an_approval(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REPORT_EDITION", raising=False)
    monkeypatch.setenv("REPORT_COMMIT", COMMIT)
    record(small)
    found = building.knowledge(small)
    assert (found.standing.status, found.edition.status) == ("draft", "draft")
    assert found.standing.approval is None
    assert found.standing.commit == COMMIT
    assert list(found.approvals) == ["2026"]


def test_asking_for_something_else_is_another_build(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask(monkeypatch, "2026-rc1")
    assert building.knowledge(small).edition.status == "candidate"
    assert building.last_knowledge(small).standing.name == "2026-rc1"
    ask(monkeypatch, "")
    assert building.knowledge(small).edition.status == "draft"
    assert building.last_knowledge(small).standing.name == "2026"


def test_a_record_that_is_added_makes_the_approved_edition(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(monkeypatch, "2026")
    with pytest.raises(ReportError, match="there is no record of an approval"):
        building.knowledge(small)
    record(small)
    found = building.knowledge(small)
    assert (found.standing.status, found.edition.status) == ("approved", "approved")
    assert found.standing.approval == found.approvals["2026"]


def test_the_approved_edition_is_built_of_the_approved_commit_only(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(small)
    ask(monkeypatch, "2026", "f" * 40)
    assert building.reading(small).knowledge is None
    with pytest.raises(ReportError, match="is not the one that was approved"):
        building.knowledge(small)


def test_what_the_list_of_editions_says_makes_nothing_approved(small: Path, change: Edit) -> None:
    change("editions.yaml", "status: draft", "status: approved")
    with pytest.raises(ReportError, match="expected draft"):
        building.knowledge(small)


def test_a_record_that_is_wrong_stops_every_build(small: Path) -> None:
    record(small, rehearsal=True)
    with pytest.raises(ReportError, match="does not say `rehearsal: true`"):
        building.knowledge(small)


def test_problems_of_data_and_records_are_said_together(small: Path, change: Edit) -> None:
    record(small, rehearsal=True)
    change("cases.yaml", "stage: pilot", "stage: pilots")
    with pytest.raises(ReportError, match=r"(?s)rehearsal.*did you mean"):
        building.knowledge(small)


def test_an_approval_may_be_younger_than_the_version_that_is_built(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(small, date="2026-06-27")
    ask(monkeypatch, "2026")
    assert building.knowledge(small).edition.status == "approved"


def test_a_rehearsed_approval_says_so_wherever_a_status_stands(
    small: Path, change: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(small, rehearsal=True)
    change("publication.yaml", "disclaimers: []", "disclaimers: []\nrehearsal: true")
    ask(monkeypatch, "2026")
    assert building.knowledge(small).edition.status == "rehearsal"
