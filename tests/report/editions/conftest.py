"""Scratch reports: one that is ready for its first candidate, one that has it, one whose approval is rehearsed,
one that is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.editions.scratch_reports import ScratchReport, approve, scratch_report
from tests.report.editions.small_editions import small_checkout


@pytest.fixture(scope="session")
def ready_once(root: Path, tmp_path_factory: pytest.TempPathFactory) -> ScratchReport:
    return scratch_report(root, tmp_path_factory.mktemp("ready"))


@pytest.fixture(scope="session")
def submitted_once(ready_once: ScratchReport, tmp_path_factory: pytest.TempPathFactory) -> ScratchReport:
    report = ready_once.copy(tmp_path_factory.mktemp("submitted"))
    done = report.report("candidate", "2026-rc1")
    assert done.code == 0, done.err
    return report


@pytest.fixture(scope="session")
def approved_once(submitted_once: ScratchReport, tmp_path_factory: pytest.TempPathFactory) -> ScratchReport:
    report = submitted_once.copy(tmp_path_factory.mktemp("approved"))
    approve(report)
    return report


@pytest.fixture(scope="session")
def published_once(approved_once: ScratchReport, tmp_path_factory: pytest.TempPathFactory) -> ScratchReport:
    report = approved_once.copy(tmp_path_factory.mktemp("published"))
    done = report.report("publish", "2026")
    assert done.code == 0, done.err
    assert "REHEARSAL: nothing was approved." in done.out
    return report


@pytest.fixture
def ready(ready_once: ScratchReport, tmp_path: Path) -> ScratchReport:
    """A report that is ready for its first candidate."""
    return ready_once.copy(tmp_path)


@pytest.fixture
def submitted(submitted_once: ScratchReport, tmp_path: Path) -> ScratchReport:
    """A report whose candidate 2026-rc1 is made."""
    return submitted_once.copy(tmp_path)


@pytest.fixture
def approved(approved_once: ScratchReport, tmp_path: Path) -> ScratchReport:
    """A report with a rehearsed approval of 2026-rc1, committed."""
    return approved_once.copy(tmp_path)


@pytest.fixture
def published(published_once: ScratchReport, tmp_path: Path) -> ScratchReport:
    """A report whose edition 2026 is made, with its tag."""
    return published_once.copy(tmp_path)


@pytest.fixture
def small(root: Path, tmp_path: Path) -> Path:
    """A copy of the data and templates, without any approval."""
    return small_checkout(root, tmp_path)


@pytest.fixture
def archives(tmp_path: Path) -> Path:
    folder = tmp_path / "archives"
    folder.mkdir()
    return folder
