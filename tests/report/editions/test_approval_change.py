"""A change that records an approval adds one file that names a known candidate, and does nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.editions.approval_change import approval_change
from report.git import GitError
from tests.report.conftest import Report
from tests.report.editions.submitted import Submitted, commit, put, submitted
from tests.report.test_git import git

NAME = "data/approvals/2026.yaml"


@pytest.fixture
def story(tmp_path: Path) -> Submitted:
    return submitted(tmp_path)


def said(story: Submitted, base: str = "main") -> list[str]:
    _, problems = approval_change(story.root, base)
    return [str(problem) for problem in problems]


def record(story: Submitted, text: str | None = None, name: str = NAME) -> None:
    put(story.root, name, story.record() if text is None else text)
    commit(story.root)


def test_a_change_without_an_approval_is_none_of_its_business(story: Submitted) -> None:
    put(story.root, "docs/en/a.md", "# Changed\n")
    commit(story.root)
    assert approval_change(story.root, "main") == ([], [])


def test_one_new_record_of_the_tagged_candidate_is_in_order(story: Submitted) -> None:
    record(story)
    assert approval_change(story.root, "main") == ([NAME], [])


def test_what_is_not_committed_does_not_count(story: Submitted) -> None:
    put(story.root, NAME, "edition: 1\n")
    assert approval_change(story.root, "main") == ([], [])
    record(story)
    put(story.root, NAME, "edition: 1\n")
    assert said(story) == []


@pytest.mark.parametrize(
    "other", ["docs/en/a.md", "data/cases.yaml", ".github/workflows/check.yml", "new.md"]
)
def test_whatever_else_changes_is_named(story: Submitted, other: str) -> None:
    put(story.root, other, "x\n")
    record(story)
    [problem] = said(story)
    assert problem == (
        f"{other}:1:1: changes together with {NAME}; expected an approval to change nothing else"
    )


def test_a_file_that_goes_with_it_is_named(story: Submitted) -> None:
    (story.root / "docs" / "en" / "a.md").unlink()
    record(story)
    assert [problem.split(":")[0] for problem in said(story)] == ["docs/en/a.md"]


@pytest.mark.parametrize("how", ["altered", "removed", "made another kind of file", "moved"])
def test_a_record_is_only_ever_added(story: Submitted, how: str) -> None:
    record(story)
    git(story.root, "checkout", "--quiet", "main")
    git(story.root, "merge", "--quiet", "change")
    git(story.root, "checkout", "--quiet", "change")
    path = story.root / NAME
    if how == "altered":
        path.write_text(story.record(session="TEST 2"), encoding="utf-8")
    elif how == "moved":
        path.rename(path.with_name("2027.yaml"))
    else:
        path.unlink()
        if how == "made another kind of file":
            path.symlink_to("../../mkdocs.yml")
    commit(story.root)
    expected = "removed" if how == "moved" else how
    assert f"{NAME}:1:1: is {expected}; a record of an approval is only ever added" in said(story)


def test_a_record_that_the_base_has_by_now_is_not_added_again(story: Submitted) -> None:
    record(story)
    git(story.root, "checkout", "--quiet", "main")
    record(story, story.record(session="TEST 2"))
    git(story.root, "checkout", "--quiet", "change")
    assert said(story) == [f"{NAME}:1:1: stands in main already; a record of an approval is only ever added"]


@pytest.mark.parametrize("name", ["2026.yml", "2026/a.yaml", "README.md", "latest.yaml", "2026-rc1.yaml"])
def test_a_file_that_is_no_record_is_refused(story: Submitted, name: str) -> None:
    record(story, name=f"data/approvals/{name}")
    [problem] = said(story)
    assert "is no record of an approval; expected a name such as data/approvals/2026.yaml" in problem


def test_letters_of_another_size_hide_nothing(story: Submitted) -> None:
    record(story, name="data/Approvals/2026.yaml")
    assert any("is no record of an approval" in problem for problem in said(story))


def test_one_approval_at_a_time(story: Submitted) -> None:
    put(story.root, "data/approvals/2026-e1.yaml", "x: y\n")
    record(story)
    assert any("expected one approval at a time" in problem for problem in said(story))


def test_a_candidate_without_a_tag_is_unknown(story: Submitted) -> None:
    record(story, story.record(candidate="2026-rc2"))
    [problem] = said(story)
    assert "there is no tag 2026-rc2" in problem


def test_a_light_tag_says_nothing(story: Submitted) -> None:
    story.tag("--no-annotate")
    record(story)
    [problem] = said(story)
    assert "the tag 2026-rc1 is a light one" in problem


def test_a_tag_that_was_moved_is_noticed(story: Submitted) -> None:
    story.tag(at="main")
    record(story)
    [problem] = said(story)
    assert "one of them was moved" in problem
    assert story.commit in problem


@pytest.mark.parametrize("field", ["en", "fr", "both", "data"])
def test_a_digest_that_differs_is_named(story: Submitted, field: str) -> None:
    digests = dict(zip(("en", "fr", "both", "data"), (f"sha256:{sign * 64}" for sign in "abcd"), strict=True))
    record(story, story.record(digests={**digests, field: f"sha256:{'0' * 64}"}))
    [problem] = said(story)
    assert f"the digest of {field} is sha256:0000" in problem


def test_another_manifest_is_named(story: Submitted) -> None:
    record(story, story.record(manifest=f"sha256:{'0' * 64}"))
    [problem] = said(story)
    assert "the digest of manifest is sha256:0000" in problem


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Anything", "begins otherwise"),
        ("", "does not name one digest of en"),
    ],
)
def test_a_tag_of_another_kind_is_no_candidate(story: Submitted, message: str, expected: str) -> None:
    story.tag("-a", "-m", message or "x")
    record(story)
    assert any(expected in problem for problem in said(story))


def test_a_message_that_names_a_digest_twice_is_refused(story: Submitted) -> None:
    story.tag(message=f"{story.message}\nen: sha256:{'0' * 64}\n")
    record(story)
    assert any("does not name one digest of en" in problem for problem in said(story))


@pytest.mark.parametrize(
    "text",
    ["", "\x00", "- a\n", "edition: '2026'\n", "a: &a [*a]\n", "edition: '2026'\nedition: '2026'\n"],
)
def test_a_record_that_can_not_be_read_is_refused(story: Submitted, text: str) -> None:
    record(story, text)
    assert said(story)


def test_a_record_that_is_no_text_is_refused(story: Submitted) -> None:
    path = story.root / NAME
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe")
    commit(story.root)
    assert any("can't be read as UTF-8" in problem for problem in said(story))


def test_a_base_that_is_not_known_is_wrong_use(story: Submitted) -> None:
    with pytest.raises(GitError):
        approval_change(story.root, "nowhere")


def test_a_signature_is_asked_for_where_it_is_required(story: Submitted) -> None:
    signers = "signing: {required: true, allowed_signers: signers}"
    path = story.root / "data" / "publication.yaml"
    git(story.root, "checkout", "--quiet", "main")
    path.write_text(f"{path.read_text(encoding='utf-8')}{signers}\n", encoding="utf-8")
    put(story.root, "signers", "")
    commit(story.root)
    git(story.root, "checkout", "--quiet", "-B", "change")
    record(story)
    [problem] = said(story)
    assert "the tag 2026-rc1 is not signed by an allowed key" in problem


def test_the_command_says_so(story: Submitted, report: Report) -> None:
    none = report("--root", story.root, "approval", "main")
    assert (none.code, none.out) == (0, "No approval is recorded here.\n")
    record(story)
    fine = report("--root", story.root, "approval", "main")
    assert (fine.code, fine.lines) == (0, [])
    assert fine.out.startswith(f"{NAME} is the only change")
    put(story.root, "new.md", "x\n")
    commit(story.root)
    wrong = report("--root", story.root, "approval", "main")
    assert wrong.code == 1
    assert wrong.lines[0].startswith("new.md:1:1: changes together with")
    assert report("--root", story.root, "approval", "nowhere").code == 2
    assert report("--root", story.root, "approval", "--output=x").code == 2
