"""Tags, in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.git import (
    GitError,
    branch_name,
    can_name_the_tagger,
    changed_files,
    commit_of,
    git_folder,
    setting,
    top_folder,
)
from report.tags import make_tag, tag_of, unsigned
from tests.report.test_git import git

MESSAGE = "Candidate 2026-rc1 – d’essai\n\nen: sha256:0\n# no comment\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits; git knows no settings but its own."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    git(folder, "config", "user.name", "TEST")
    git(folder, "config", "user.email", "test@example.org")
    (folder / "kept").write_text("1\n")
    (folder / "gone").write_text("1\n")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "One")
    (folder / "kept").write_text("2\n")
    (folder / "gone").rename(folder / "here, now é")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "Two")
    return folder


def test_a_tag_that_was_made_is_read(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD~1")
    make_tag(repository, "2026-rc1", first, MESSAGE)
    tag = tag_of(repository, "2026-rc1")
    assert tag is not None
    assert (tag.commit, tag.annotated, tag.message, tag.signed) == (first, True, MESSAGE, False)


def test_a_tag_is_never_moved(repository: Path) -> None:
    make_tag(repository, "2026-rc1", "HEAD~1", MESSAGE)
    with pytest.raises(GitError, match="already exists"):
        make_tag(repository, "2026-rc1", "HEAD", MESSAGE)


def test_light_tags_missing_tags_and_branches_are_told_apart(repository: Path) -> None:
    git(repository, "tag", "light")
    git(repository, "branch", "2026")
    light = tag_of(repository, "light")
    assert light is not None
    assert (light.annotated, light.message) == (False, "")
    assert tag_of(repository, "2026") is None
    assert tag_of(repository, "--help") is None


def test_a_tag_without_a_signature_is_signed_by_none(repository: Path, tmp_path: Path) -> None:
    make_tag(repository, "2026-rc1", "HEAD", MESSAGE)
    (tmp_path / "signers").touch()
    assert "is signed by none of" in str(unsigned(repository, "2026-rc1", tmp_path / "signers"))


def test_changes_are_told_by_their_kind(repository: Path) -> None:
    assert changed_files(repository, "HEAD~1") == {"gone": "D", "here, now é": "A", "kept": "M"}
    assert changed_files(repository, "HEAD") == {}
    with pytest.raises(GitError):
        changed_files(repository, "0" * 40)


def test_a_checkout_knows_its_folders_and_its_branch(repository: Path, tmp_path: Path) -> None:
    (repository / "data").mkdir()
    assert top_folder(repository / "data") == repository.resolve()
    assert git_folder(repository / "data") == (repository / ".git").resolve()
    assert branch_name(repository) == "main"
    git(repository, "switch", "--detach")
    assert branch_name(repository) is None
    outside = tmp_path / "outside"
    outside.mkdir()
    assert (top_folder(outside), git_folder(outside), commit_of(outside, "HEAD")) == (None, None, None)


def test_settings_are_read_and_a_nameless_tagger_noticed(repository: Path) -> None:
    assert setting(repository, "user.name") == "TEST"
    assert setting(repository, "user.signingkey") is None
    assert can_name_the_tagger(repository)
    git(repository, "config", "user.useConfigOnly", "true")
    git(repository, "config", "--unset", "user.email")
    assert not can_name_the_tagger(repository)


def test_a_hook_does_not_lead_elsewhere(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert branch_name(repository) == "main"
    assert changed_files(repository, "HEAD") == {}
