from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.__main__ import main
from tests.report.editions.fake_gh import Fake, install
from tests.report.editions.small_editions import approve
from tests.report.editions.test_doctor import committed, git
from tests.study.editions.sealed import COMMIT, dist, flip

TAG = {"git/ref/tags/2026-rc1": {"object": {"type": "commit", "sha": COMMIT}}}


def run(root: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "release", *map(str, arguments)])


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> Fake:
    fake = install(tmp_path, monkeypatch, root)
    fake.answers(TAG)
    return fake


def test_the_added_approval_and_its_candidate_are_printed_for_a_workflow(small: Path, archives: Path) -> None:
    base = committed(small)
    assert (done := run(small, "approved", base)).exit_code == 3, done.output
    approve(small, archives, "2026")
    git(small, "add", "--all")
    git(small, "commit", "--quiet", "-m", "TEST")
    done = run(small, "approved", base)
    assert (done.exit_code, done.output) == (0, "edition=2026\ncandidate=2026-rc1\n")
    approve(small, archives, "2026.1")
    git(small, "add", "--all")
    git(small, "commit", "--quiet", "-m", "TEST")
    assert "2 approvals were added" in run(small, "approved", base).output
    assert run(small, "approved", "no-such-commit").exit_code == 2


def test_a_candidate_is_kept_and_fetched_by_its_name(small: Path, github: Fake, tmp_path: Path) -> None:
    dist(small / "dist" / "2026-rc1")
    assert run(small, "make", "2026-rc1").exit_code == 0
    done = run(small, "fetch", "2026-rc1", "--out", tmp_path / "back")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "back" / "2026-rc1" / "MANIFEST.json").is_file()


def test_without_an_approval_nothing_is_fetched(small: Path, github: Fake) -> None:
    done = run(small, "fetch")
    assert (done.exit_code, "there is nothing to fetch" in done.output) == (0, True)


def test_what_every_edition_needs_is_fetched_and_what_is_missing_is_said(
    small: Path, archives: Path, github: Fake
) -> None:
    approve(small, archives, "2026")
    done = run(small, "fetch")
    assert (done.exit_code, "release not found" in done.output) == (1, True)


def test_damage_and_refusals_have_exit_codes_of_their_own(small: Path, github: Fake) -> None:
    folder = dist(small / "dist" / "2026-rc1")
    github.answers({"git/ref/tags/2026-rc1": 404})
    assert run(small, "make", "2026-rc1").exit_code == 3
    github.answers({"git/ref/tags/2026-rc1": 500})
    assert run(small, "make", "2026-rc1").exit_code == 1
    flip(folder / "2026-rc1.zip", 50)
    assert run(small, "make", "2026-rc1").exit_code == 1
    assert run(small, "make", "2026-rc2").exit_code == 1


def test_without_a_repository_it_is_said(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    monkeypatch.delenv("GH_REPO", raising=False)
    done = run(small, "make", "2026-rc1")
    assert (done.exit_code, "names no repository" in done.output) == (1, True)
