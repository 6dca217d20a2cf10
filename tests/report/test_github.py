from __future__ import annotations

from pathlib import Path

import pytest

from report.github import GithubError, Repository, has_gh, repository_name
from study.knowledge import Knowledge
from tests.report.editions.fake_gh import install

REPOSITORY = Repository("an-owner/a-report")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    monkeypatch.delenv("GH_REPO", raising=False)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://github.com/an-owner/a-report", "an-owner/a-report"),
        ("https://github.com/an-owner/a-report.git", "an-owner/a-report"),
        ("https://github.com/an-owner/a-report/", "an-owner/a-report"),
        ("https://git.example.org/an-owner/a-report", None),
        ("https://github.com/an-owner", None),
        ("https://github.com.example.org/a/b", None),
        (None, None),
    ],
)
def test_the_repository_is_read_from_its_address(
    address: str | None, name: str | None, knowledge: Knowledge
) -> None:
    assert repository_name(knowledge.publication.model_copy(update={"repository": address})) == name


@pytest.mark.parametrize(
    ("given", "name"), [("a/b", "a/b"), ("a/b --hostname x", None), ("../x/y", None), ("", None)]
)
def test_a_workflow_says_in_which_repository_it_runs(
    given: str, name: str | None, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_REPOSITORY", given)
    assert repository_name(knowledge.publication.model_copy(update={"repository": None})) == name


def test_without_the_program_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not has_gh()
    with pytest.raises(GithubError, match="can't be run"):
        REPOSITORY.run("release", "list")


def test_an_answer_is_read_and_a_refusal_keeps_its_status(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    github = install(tmp_path, monkeypatch, root)
    github.answers({"pages": {"build_type": "workflow"}, "teapot": 418, "words": "no JSON"})
    assert REPOSITORY.api("pages") == {"build_type": "workflow"}
    with pytest.raises(GithubError) as refused:
        REPOSITORY.api("teapot")
    assert refused.value.status == 418
    with pytest.raises(GithubError, match="is no JSON") as unreadable:
        REPOSITORY.api("words")
    assert unreadable.value.status == 0
