"""Recording an approval: all but the decision comes from the verified candidate, and nothing is ever altered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from study.editions.approvals import read_approvals
from tests.report.conftest import Report, state
from tests.report.done import Done
from tests.report.editions.submitted import DIGESTS, Submitted, put, seal, submitted

NAME = "data/approvals/2026.yaml"
DECIDED = {
    "--candidate": "2026-rc1",
    "--body": "council",
    "--session": "TEST 1",
    "--date": "2026-01-31",
    "--decision-en": "TEST",
    "--decision-fr": "TEST",
    "--document-en": "TEST-E",
    "--document-fr": "TEST-F",
}
Approve = Callable[..., Done]


@pytest.fixture
def story(tmp_path: Path) -> Submitted:
    return submitted(tmp_path)


@pytest.fixture
def approve(story: Submitted, report: Report) -> Approve:
    """Run `report approve 2026` with the usual options, some of them others."""

    def run(*flags: str, edition: str = "2026", **others: str) -> Done:
        options = DECIDED | {f"--{name.replace('_', '-')}": value for name, value in others.items()}
        typed = [part for option in options.items() for part in option]
        return report("--root", story.root, "approve", edition, *typed, *flags)

    return run


def test_the_record_says_what_was_decided_and_what_the_candidate_is(
    story: Submitted, approve: Approve
) -> None:
    before = state(story.root)
    done = approve()
    assert (done.code, done.lines) == (0, [])
    assert done.out.startswith(f"{NAME}: candidate 2026-rc1, commit {story.commit}")
    assert (story.root / NAME).read_text(encoding="utf-8") == story.record()
    assert {name for name in state(story.root) if name not in before} == {NAME}
    found = read_approvals(story.root)["2026"]
    assert found.digests.model_dump() == DIGESTS
    assert found.scope.approved == ["a.md", "b/c.md"], (
        "as the candidate's commit has them, not as they are now"
    )


def test_to_record_the_same_again_changes_nothing(story: Submitted, approve: Approve) -> None:
    approve()
    before = state(story.root)
    done = approve()
    assert (done.code, done.out) == (0, f"{NAME} records this already.\n")
    assert state(story.root) == before


def test_a_record_is_never_altered(story: Submitted, approve: Approve) -> None:
    approve()
    before = state(story.root)
    done = approve(session="TEST 2")
    assert done.code == 3
    assert done.lines == [f"Refused: {NAME} records another approval; it is never altered."]
    assert state(story.root) == before


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("changed", "MANIFEST.json is changed"),
        ("additional", "more is additional"),
        ("no manifest", "has no MANIFEST.json"),
        ("no sums", "SHA256SUMS is missing"),
        ("no folder", "has no MANIFEST.json"),
        ("other edition", 'edition is "2027"; expected 2026'),
        ("other candidate", 'name is "2026-rc3"; expected 2026-rc1'),
        ("approved", "expected candidate"),
        ("other digest", "the digest of en is sha256:0000"),
        ("no json", "is no JSON"),
    ],
)
def test_a_folder_that_is_not_the_candidate_is_refused(
    story: Submitted, approve: Approve, damage: str, said: str
) -> None:
    manifest = story.dist / "MANIFEST.json"
    text = manifest.read_text(encoding="utf-8")
    changes = {
        "changed": text.replace("10:00", "11:00"),
        "other edition": text.replace('": "2026', '": "2027', 2),
        "other candidate": text.replace('"2026-rc1"', '"2026-rc3"'),
        "approved": text.replace('"status": "candidate"', '"status": "approved"'),
        "other digest": text.replace("sha256:" + "a" * 64, "sha256:" + "0" * 64),
        "no json": text[:-20],
    }
    if damage in changes:
        assert changes[damage] != text
        manifest.write_text(changes[damage], encoding="utf-8")
        if damage != "changed":
            seal(story.dist)
    elif damage == "additional":
        put(story.dist, "more", "x")
    elif damage == "no sums":
        (story.dist / "SHA256SUMS").unlink()
    elif damage == "no manifest":
        manifest.unlink()
    before = state(story.root)
    done = approve(dist=str(story.root / "nowhere")) if damage == "no folder" else approve()
    assert done.code == 3
    assert any(said in line for line in done.lines), done.lines
    assert done.lines[-1] == "Refused; nothing was written."
    assert state(story.root) == before


def test_a_candidate_without_its_tag_is_refused(story: Submitted, approve: Approve) -> None:
    story.tag(at="main")
    done = approve()
    assert done.code == 3
    assert any("one of them was moved" in line for line in done.lines)
    assert not (story.root / NAME).exists()


def test_a_rehearsal_belongs_in_a_copy_for_rehearsals(story: Submitted, approve: Approve) -> None:
    done = approve("--rehearsal")
    assert done.code == 3
    assert "this copy is not one for rehearsals" in done.lines[0]
    path = story.root / "data" / "publication.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}rehearsal: true\n", encoding="utf-8")
    done = approve()
    assert done.code == 3
    assert "expected the command with --rehearsal" in done.lines[0]
    assert approve("--rehearsal").code == 0
    assert read_approvals(story.root)["2026"].rehearsal is True


@pytest.mark.parametrize(
    "wrong",
    [
        {"edition": "2026-rc1"},
        {"edition": "../2026"},
        {"candidate": "2026"},
        {"candidate": "2027-rc1"},
        {"candidate": "2026-e1-rc1"},
        {"body": "counsil"},
        {"date": "27 June 2026"},
        {"date": "2026-02-30"},
    ],
)
def test_wrong_use_is_said_with_exit_code_2(
    story: Submitted, approve: Approve, wrong: dict[str, str]
) -> None:
    assert approve(**wrong).code == 2
    assert not (story.root / "data" / "approvals").exists()


@pytest.mark.parametrize("option", ["session", "decision_fr", "document_en"])
def test_what_was_decided_is_not_empty(story: Submitted, approve: Approve, option: str) -> None:
    done = approve(**{option: " "})
    assert done.code == 3
    assert any("is empty; expected text" in line for line in done.lines), done.lines


def test_data_that_are_wrong_are_put_right_first(story: Submitted, approve: Approve) -> None:
    put(story.root, "data/cases.yaml", "- id: x\n")
    assert approve().code == 1
    assert not (story.root / NAME).exists()
