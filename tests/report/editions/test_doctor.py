from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from report.__main__ import main
from report.editions.doctor import findings
from report.editions.findings import Finding
from study.knowledge import Knowledge
from tests.report.editions.fake_gh import install
from tests.report.editions.small_editions import COMMIT, approve

Small = Path
GIT = ("-c", "user.name=TEST", "-c", "user.email=test@example.org", "-c", "tag.gpgSign=false")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_REPOSITORY", "GH_REPO", "REPORT_SIGNING_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def found(small: Path, knowledge: Knowledge) -> Callable[..., list[Finding]]:
    """What the doctor finds in a small copy, with fields of the publication changed."""

    def look(**changes: object) -> list[Finding]:
        return list(findings(small, knowledge.publication.model_copy(update=changes)))

    return look


def said(found: list[Finding], mark: str) -> str:
    return "\n".join(str(each) for each in found if each.mark == mark)


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *GIT, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def committed(root: Path) -> str:
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "TEST")
    return git(root, "rev-parse", "HEAD")


def test_everything_open_is_named_at_once(found: Callable[..., list[Finding]]) -> None:
    words = said(found(), "to do")
    assert "has no history" in words
    assert "site_url (still an example), repository, contact, text_licence" in words
    assert "CODEOWNERS" in words


def test_what_could_not_be_looked_at_is_said_plainly(
    found: Callable[..., list[Finding]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "no repository on GitHub is named" in said(found(), "not checked")
    assert "no repository on GitHub" in said(found(repository="https://git.example.org/a/b"), "not checked")
    monkeypatch.setenv("PATH", str(tmp_path))
    words = said(found(repository="https://github.com/an-owner/a-report"), "not checked")
    assert "gh is not installed; the settings of an-owner/a-report were not looked at" in words


def test_without_an_approval_nothing_is_to_be_published(found: Callable[..., list[Finding]]) -> None:
    assert "no edition is approved" in said(found(), "fine")


def test_settings_are_looked_at_where_they_can_be(
    found: Callable[..., list[Finding]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    install(tmp_path, monkeypatch, root)
    monkeypatch.delenv("GITHUB_REPOSITORY")
    words = said(found(repository="https://github.com/an-owner/a-report.git"), "to do")
    assert "environment council-approved: does not exist" in words


def test_a_key_that_is_missing_is_named_where_signing_is_required(
    found: Callable[..., list[Finding]], knowledge: Knowledge, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = knowledge.publication.signing.model_copy(
        update={"required": True, "allowed_signers": "data/signers"}
    )
    words = said(found(signing=wanted), "to do")
    assert "no key" in words and "keys that may sign is missing" in words
    (small / "data" / "signers").touch()
    monkeypatch.setenv("REPORT_SIGNING_KEY", str(small / "data" / "signers"))
    assert "signing" not in said(found(signing=wanted), "to do")


def test_the_tags_of_an_approval_are_compared_with_its_commit(
    found: Callable[..., list[Finding]], small: Path, archives: Path
) -> None:
    approve(small, archives, "2026")
    commit = committed(small)
    assert "the tag 2026-rc1 is not here" in said(found(), "to do")
    git(small, "tag", "-m", "TEST", "2026-rc1")
    assert f"leads to {commit}; expected the approved commit {COMMIT}" in said(found(), "to do")
    record = small / "data" / "approvals" / "2026.yaml"
    record.write_text(record.read_text("utf-8").replace(COMMIT, commit), encoding="utf-8")
    assert "the tag 2026-rc1 leads to the approved commit" in said(found(), "fine")


def test_a_damaged_record_is_named(found: Callable[..., list[Finding]], small: Path, archives: Path) -> None:
    approve(small, archives, "2026")
    record = small / "data" / "approvals" / "2026.yaml"
    record.write_text(record.read_text("utf-8").replace("body: council", "body: cuoncil"), encoding="utf-8")
    assert "data/approvals/2026.yaml" in said(found(), "to do")


@pytest.mark.parametrize(
    "line", ["/data/approvals/ @org/secretariat", "data/approvals @org/secretariat  # records"]
)
def test_owners_of_the_records_are_found(found: Callable[..., list[Finding]], small: Path, line: str) -> None:
    (small / ".github").mkdir()
    (small / ".github" / "CODEOWNERS").write_text(f"# who\n{line}\n")
    assert "CODEOWNERS: says who" in said(found(), "fine")


@pytest.mark.parametrize("line", ["/data/approvals/", "# /data/approvals/ @org/secretariat", "* @org/all"])
def test_a_file_of_owners_without_them_does_not_do(
    found: Callable[..., list[Finding]], small: Path, line: str
) -> None:
    (small / "CODEOWNERS").write_text(f"{line}\n")
    assert "CODEOWNERS" in said(found(), "to do")


def test_the_room_on_pages_is_watched(
    found: Callable[..., list[Finding]], small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small / "public").mkdir()
    (small / "public" / "page.html").write_bytes(b"x" * 900)
    assert "room on Pages: 0 MB of 1000 MB used." in said(found(), "fine")
    monkeypatch.setattr("report.editions.doctor.PAGES_LIMIT", 1000)
    assert "see EDITIONS.md" in said(found(), "to do")


def test_the_command_ends_with_1_where_something_is_to_be_done(small: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(small), "doctor"])
    assert done.exit_code == 1
    assert "to do" in done.output and "What is approved is decided elsewhere" in done.output


def test_the_command_says_what_is_wrong_with_the_data(small: Path) -> None:
    (small / "data" / "publication.yaml").write_text("title: x\n")
    done = CliRunner().invoke(main, ["--root", str(small), "doctor"])
    assert done.exit_code == 1
    assert "data/publication.yaml" in done.output
