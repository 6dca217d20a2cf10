"""One at a time, and what a killed process left is removed by the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from report.editions.scratch import PREFIX, BusyError, alone, beside, put, scratch
from tests.report.test_git import git

HOLD = """
import sys
from pathlib import Path
from report.editions.scratch import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    return folder


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def holder(repository: Path, root: Path) -> subprocess.Popen[str]:
    """Start a process that holds the lock until it is told to end."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(repository)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stdout.readline() == "held\n"
    return process


def test_while_one_holds_the_lock_another_is_refused(repository: Path, root: Path) -> None:
    process = holder(repository, root)
    try:
        with pytest.raises(BusyError), alone(repository):
            pass
    finally:
        process.communicate("")
    with alone(repository):
        pass


def test_a_killed_process_holds_no_lock(repository: Path, root: Path) -> None:
    process = holder(repository, root)
    process.kill()
    process.communicate()
    with alone(repository):
        pass


def test_all_checkouts_of_a_repository_have_one_lock(repository: Path, tmp_path: Path) -> None:
    git(repository, "commit", "--allow-empty", "-m", "One")
    git(repository, "worktree", "add", str(tmp_path / "other"))
    with alone(repository), pytest.raises(BusyError), alone(tmp_path / "other"):
        pass


def test_outside_git_there_is_no_lock(tmp_path: Path) -> None:
    with alone(tmp_path), alone(tmp_path):
        pass


def test_the_folder_is_gone_afterwards_whatever_happens(temporary: Path) -> None:
    with pytest.raises(KeyError), scratch() as folder:
        assert folder.parent == temporary.resolve()
        (folder / "clone").mkdir()
        raise KeyError
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="processes are asked for on POSIX only")
def test_what_a_killed_process_left_is_removed_and_nothing_else(temporary: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for name in (f"{PREFIX}-{gone.pid}-abc", f"{PREFIX}-{os.getpid()}-abc", f"{PREFIX}-x-abc", "other"):
        (temporary / name / "clone").mkdir(parents=True)
    with scratch():
        left = {path.name for path in temporary.iterdir()} - {f"{PREFIX}-{gone.pid}-abc"}
        assert len(left) == len(list(temporary.iterdir())) == 4
    assert (temporary / f"{PREFIX}-x-abc" / "clone").is_dir()


def test_a_folder_takes_its_place_whole(tmp_path: Path) -> None:
    target = tmp_path / "dist" / "2026-rc1"
    for text in ("first", "second"):
        folder = beside(target)
        (folder / "file").write_text(text)
        put(folder, target)
        assert [path.name for path in target.parent.iterdir()] == ["2026-rc1"]
        assert (target / "file").read_text() == text


def test_unfinished_folders_are_removed_and_no_others(tmp_path: Path) -> None:
    for name in (".2026-123", ".2026-9-old", ".2026-rc1-123", ".2026-notes", "2026-rc1"):
        (tmp_path / name / "file").mkdir(parents=True)
    folder = beside(tmp_path / "2026")
    assert {path.name for path in tmp_path.iterdir()} == {
        folder.name,
        ".2026-rc1-123",
        ".2026-notes",
        "2026-rc1",
    }
