"""What git knows of a checkout, asked of real repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from report.git import (
    commit_name,
    commit_time,
    commits_of,
    files_at,
    has_changes,
    is_shallow,
    text_at,
    version_day,
)

NOON = 1_700_049_600  # 2023-11-15, 12:00 UTC


def git(folder: Path, *arguments: str) -> str:
    """Run git as nobody in particular, at a time of its own."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_COMMITTER_DATE": f"{NOON} +1400",
        "GIT_AUTHOR_DATE": "1600000000 +0000",
    }
    identity = (
        "-c",
        "user.name=Nobody",
        "-c",
        "user.email=nobody@example.org",
        "-c",
        "init.defaultBranch=main",
    )
    done = subprocess.run(
        ["git", *identity, "-C", str(folder), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit, clean."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    (folder / ".gitignore").write_text("*.tmp\n")
    (folder / "œuvre.md").write_text("one\n")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "One")
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A repository without a commit."""
    folder = tmp_path / "empty"
    folder.mkdir()
    git(folder, "init")
    return folder


def today_between(before: datetime, folder: Path) -> bool:
    return before.date() <= version_day(folder) <= datetime.now(UTC).date()


def test_a_clean_checkout_is_the_version_of_its_commit(repository: Path) -> None:
    assert commit_time(repository) == NOON
    assert commit_name(repository) == git(repository, "rev-parse", "HEAD")
    assert not has_changes(repository)
    assert version_day(repository).isoformat() == "2023-11-15"


@pytest.mark.parametrize("name", ["œuvre.md", "new.md", "folder/new.md"])
def test_work_that_is_not_committed_counts_from_today(name: str, repository: Path) -> None:
    (repository / name).parent.mkdir(exist_ok=True)
    (repository / name).write_text("two\n")
    before = datetime.now(UTC)
    assert has_changes(repository)
    assert today_between(before, repository)


def test_a_file_that_git_ignores_is_no_work(repository: Path) -> None:
    (repository / "a.tmp").touch()
    assert not has_changes(repository)


def test_a_removed_file_is_work(repository: Path) -> None:
    (repository / "œuvre.md").unlink()
    assert has_changes(repository)


def test_a_folder_of_the_checkout_knows_the_same(repository: Path) -> None:
    (repository / "docs").mkdir()
    assert commit_time(repository / "docs") == NOON


def test_a_repository_without_a_commit_has_no_version(empty: Path) -> None:
    assert (commit_time(empty), commit_name(empty)) == (None, None)
    assert today_between(datetime.now(UTC), empty)


def test_a_folder_outside_git_has_no_version(tmp_path: Path) -> None:
    assert (commit_time(tmp_path), commit_name(tmp_path), has_changes(tmp_path)) == (None, None, False)


def test_without_git_nothing_is_known(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert (commit_time(repository), commit_name(repository), has_changes(repository)) == (None, None, False)


def test_the_history_holds_plain_line_ends_whoever_edits(repository: Path, root: Path) -> None:
    (repository / ".gitattributes").write_bytes((root / ".gitattributes").read_bytes())
    (repository / "windows.yaml").write_bytes(b"one\r\ntwo\r\n")
    git(repository, "-c", "core.autocrlf=false", "add", ".")
    assert git(repository, "show", ":windows.yaml") == "one\ntwo"
    assert git(repository, "ls-files", "--eol", "windows.yaml").split()[0] == "i/lf"


def test_the_commits_of_a_file_come_newest_first(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    (repository / "other.md").touch()
    git(repository, "add", ".")
    git(repository, "commit", "-m", "Other")
    (repository / "œuvre.md").write_text("two\n")
    git(repository, "commit", "-am", "Two")
    assert list(commits_of(repository, "œuvre.md")) == [git(repository, "rev-parse", "HEAD"), first]
    assert list(commits_of(repository, "[œ]uvre.md")) == []
    assert list(commits_of(repository, "../outside.md")) == []


def test_a_file_is_read_as_a_commit_has_it(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    (repository / "œuvre.md").write_bytes(b"caf\xe9\n")
    git(repository, "commit", "-am", "Not UTF-8")
    assert text_at(repository, first, "œuvre.md") == "one\n"
    assert text_at(repository, "HEAD", "œuvre.md") is None
    assert text_at(repository, first, "missing.md") is None
    assert text_at(repository, "0" * 40, "œuvre.md") is None


def test_a_folder_of_a_larger_repository_has_its_own_paths(repository: Path) -> None:
    (repository / "docs").mkdir()
    (repository / "docs" / "a.md").write_bytes("été\r\n".encode())
    git(repository, "add", ".")
    git(repository, "commit", "-m", "A")
    (commit,) = commits_of(repository / "docs", "a.md")
    assert text_at(repository / "docs", commit, "a.md") == "été\n"


def test_a_copy_with_a_part_of_the_history_knows_it(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", repository.as_uri(), "shallow")
    assert (is_shallow(tmp_path / "shallow"), is_shallow(repository)) == (True, False)


def test_outside_git_no_file_has_a_history(tmp_path: Path) -> None:
    assert (list(commits_of(tmp_path, "a.md")), text_at(tmp_path, "HEAD", "a.md")) == ([], None)
    assert not is_shallow(tmp_path)


def test_the_files_of_a_commit_are_those_it_has(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    for name in ("docs/en/a b.md", "docs/en/é/c.md", "docs/fr/a.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    (tmp_path / "docs" / "en" / "later.md").touch()
    assert files_at(tmp_path, "HEAD", "docs/en/") == ["docs/en/a b.md", "docs/en/é/c.md"]
    assert files_at(tmp_path, "HEAD", "none/") == []
    assert files_at(tmp_path, "nowhere", "docs/en/") == []
