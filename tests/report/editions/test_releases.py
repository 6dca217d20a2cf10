from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.editions.reasons import RefusedError
from report.editions.release_files import fetched
from report.editions.releases import is_newest, released, title
from report.github import GithubError, Repository
from study.editions.tag_message import digests_of
from study.knowledge import Knowledge
from study.problems import ReportError
from tests.report.editions.fake_gh import Fake, install
from tests.study.editions.sealed import COMMIT, dist, flip

REPOSITORY = Repository("an-owner/a-report")
CANDIDATE_TAG = {
    "git/ref/tags/2026-rc1": {"object": {"type": "tag", "sha": "t"}},
    "git/tags/t": {"object": {"sha": COMMIT}},
}


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> Fake:
    return install(tmp_path, monkeypatch, root)


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return dist(tmp_path / "dist" / "2026", "2026")


@pytest.fixture
def candidate(tmp_path: Path, github: Fake) -> Path:
    github.answers(CANDIDATE_TAG)
    return dist(tmp_path / "dist" / "2026-rc1")


def made(folder: Path, knowledge: Knowledge, newest: bool = True) -> str:
    return released(REPOSITORY, folder, knowledge.labels, newest)


def test_a_candidate_is_kept_as_a_draft_that_says_that_it_is_not_approved(
    github: Fake, candidate: Path, knowledge: Knowledge
) -> None:
    assert "kept as a draft" in made(candidate, knowledge)
    state = github.release("2026-rc1")
    assert state["isDraft"] and state["pre"]
    assert "not approved" in state["title"] and "non approuvée" in state["title"]
    assert "fr: sha256:" in state["notes"]
    names = {path.name for path in github.files("2026-rc1").iterdir()}
    assert {"2026-rc1.zip", "2026-rc1-data.zip", "MANIFEST.json", "SHA256SUMS"} <= names


def test_the_tag_of_a_candidate_is_never_made_here(
    github: Fake, tmp_path: Path, knowledge: Knowledge
) -> None:
    with pytest.raises(RefusedError, match="push it first"):
        made(dist(tmp_path / "dist" / "2026-rc1"), knowledge)


def test_an_edition_is_attached_to_a_draft_and_then_published(
    github: Fake, edition: Path, knowledge: Knowledge
) -> None:
    assert "is published" in made(edition, knowledge)
    assert github.release("2026")["isDraft"] is False
    actions = [call[1] for call in github.calls if call[0] == "release"]
    assert actions == ["view", "create", "upload", "download", "edit"]


def test_the_tag_of_an_edition_is_made_on_the_approved_commit_with_its_digests(
    github: Fake, edition: Path, knowledge: Knowledge
) -> None:
    made(edition, knowledge)
    tag = github.api["git/tags/made"]
    assert tag["object"]["sha"] == COMMIT
    assert set(digests_of(tag["message"])) == {"en", "fr", "both", "data", "manifest"}
    assert "REHEARSAL" in tag["message"]


def test_the_same_files_again_change_nothing(github: Fake, edition: Path, knowledge: Knowledge) -> None:
    made(edition, knowledge)
    before = len(github.calls)
    assert "already published" in made(edition, knowledge)
    assert {call[1] for call in github.calls[before:] if call[0] == "release"} == {"view", "download"}


def test_other_files_are_refused_and_named(github: Fake, edition: Path, knowledge: Knowledge) -> None:
    made(edition, knowledge)
    (github.files("2026") / "DIGESTS.txt").write_text("another")
    flip(github.files("2026") / "2026.zip", 100)
    with pytest.raises(RefusedError) as refused:
        made(edition, knowledge)
    assert len(refused.value.reasons) == 2
    assert "DIGESTS.txt is additional" in str(refused.value) and "2026.zip has other bytes" in str(
        refused.value
    )


def test_a_tag_on_another_commit_is_refused_before_anything_is_sent(
    github: Fake, edition: Path, knowledge: Knowledge
) -> None:
    github.answers({"git/ref/tags/2026": {"object": {"type": "commit", "sha": "f" * 40}}})
    with pytest.raises(RefusedError, match="leads to ffff"):
        made(edition, knowledge)
    assert not [call for call in github.calls if call[0] == "release"]


def test_an_upload_that_went_wrong_is_not_published(
    github: Fake, edition: Path, knowledge: Knowledge
) -> None:
    (github.folder / "lose").write_text("2026-fr.zip")
    with pytest.raises(RefusedError, match=r"2026-fr\.zip has other bytes; it was not published"):
        made(edition, knowledge)
    assert github.release("2026")["isDraft"] is True
    (github.folder / "lose").unlink()
    assert "is published" in made(edition, knowledge)


def test_a_damaged_folder_is_refused_before_anything_is_asked(
    github: Fake, edition: Path, knowledge: Knowledge
) -> None:
    flip(edition / "2026-en.zip", 200)
    with pytest.raises(ReportError, match=r"2026-en\.zip is changed"):
        made(edition, knowledge)
    assert github.calls == []


def test_a_folder_under_another_name_is_refused(github: Fake, edition: Path, knowledge: Knowledge) -> None:
    other = shutil.move(edition, edition.with_name("2027"))
    with pytest.raises(ReportError, match=r"MANIFEST\.json is that of 2026"):
        made(Path(other), knowledge)


def test_a_candidate_that_somebody_published_is_refused(
    github: Fake, candidate: Path, knowledge: Knowledge
) -> None:
    made(candidate, knowledge)
    REPOSITORY.run("release", "edit", "2026-rc1", "--draft=false")
    with pytest.raises(RefusedError, match="expected a draft"):
        made(candidate, knowledge)


def test_what_was_kept_comes_back_as_it_was(
    github: Fake, candidate: Path, knowledge: Knowledge, tmp_path: Path
) -> None:
    made(candidate, knowledge)
    folder = fetched(REPOSITORY, "2026-rc1", tmp_path / "out")
    names = [
        sorted(path.relative_to(each).as_posix() for path in each.rglob("*")) for each in (candidate, folder)
    ]
    assert names[0] == names[1]
    assert fetched(REPOSITORY, "2026-rc1", tmp_path / "out") == folder, (
        "what is there already is looked at only"
    )


def test_a_damaged_release_leaves_no_folder(
    github: Fake, candidate: Path, knowledge: Knowledge, tmp_path: Path
) -> None:
    made(candidate, knowledge)
    flip(github.files("2026-rc1") / "2026-rc1-fr.zip", 300)
    with pytest.raises(ReportError, match=r"2026-rc1-fr\.zip is changed"):
        fetched(REPOSITORY, "2026-rc1", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_release_that_is_gone_is_said(github: Fake, tmp_path: Path) -> None:
    with pytest.raises(GithubError, match="release not found"):
        fetched(REPOSITORY, "2026", tmp_path / "out")


def test_errata_of_an_earlier_edition_are_not_the_newest() -> None:
    assert is_newest("2026.1", {"2026", "2026-e1"})
    assert not is_newest("2026-e1", {"2026", "2026.1"})


@pytest.mark.parametrize("status", ["candidate", "approved"])
def test_the_title_names_the_status_in_both_languages(status: str, knowledge: Knowledge) -> None:
    assert title("2026", knowledge.labels, status).count("/") >= 1
