"""Publication of editions in repositories of their own: exactly what was approved, once, and nothing over it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml

from report.editions.publishing import DIFFERENCES
from tests.report.conftest import state
from tests.report.editions.scratch_reports import COMMIT_TIME, ScratchReport, approve, message_of, tags
from tests.report.editions.test_candidate import damage

RECORD = "data/approvals/2026.yaml"


def test_an_edition_is_the_candidate_with_its_approval(published_once: ScratchReport) -> None:
    published = published_once
    candidate = json.loads((published.dist / "2026-rc1" / "MANIFEST.json").read_text())
    folder = published.dist / "2026"
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    assert (manifest["name"], manifest["status"], manifest["gates"]) == ("2026", "approved", [])
    assert manifest["approval"]["candidate"] == "2026-rc1"
    for same in ("pages", "data", "commit", "time"):
        assert manifest[same] == candidate[same]
    assert published.git("rev-parse", "2026^{commit}") == candidate["commit"]
    assert published.git("rev-parse", "HEAD") != candidate["commit"]
    assert message_of(published, "2026").startswith(
        "Edition 2026, approved by council, session TEST, 2026-11-22"
    )
    history = yaml.safe_load((folder / "history.yaml").read_text())
    assert (history["edition"], history["pages"]) == ("2026", ["", "about/"])
    assert history["sums"].startswith("sha256:")
    assert published.report("verify", folder).code == 0
    assert not published.git("status", "--porcelain")
    assert list(published.temporary.iterdir()) == []


def test_what_has_changed_since_the_candidate_does_not_count(
    approved: ScratchReport, published_once: ScratchReport
) -> None:
    later = approved
    later.edit("docs/en/index.md", "# Report", "# Another report")
    later.commit("Work goes on", COMMIT_TIME + 200_000)
    (later.root / "docs" / "en" / "about.md").write_text("not even committed")
    done = later.report("publish", "2026")
    assert done.code == 0, done.err
    assert state(later.dist) == state(published_once.dist)


def test_the_same_edition_again_is_already_published(published: ScratchReport) -> None:
    before, tag = state(published.dist), published.git("rev-parse", "2026")
    done = published.report("publish", "2026")
    assert done.code == 0, done.err
    assert "2026 is already published" in done.out
    assert (state(published.dist), published.git("rev-parse", "2026")) == (before, tag)


def test_an_edition_that_is_another_is_never_overwritten(published: ScratchReport) -> None:
    damage(published.dist / "2026" / "2026-fr.zip")
    before = state(published.dist)
    done = published.report("publish", "2026")
    assert done.code == 3
    assert "is there and is another: 2026-fr.zip; an edition is never overwritten" in done.err
    assert state(published.dist) == before


def test_a_page_that_is_not_what_was_approved_is_named(approved: ScratchReport) -> None:
    done = approved.report("publish", "2026", TEST_WORDS="smuggled in")
    assert done.code == 3
    assert done.lines == [
        "not what was approved as 2026-rc1: en/ has changed",
        "Refused: 1 reason; no edition was made.",
    ]
    assert (approved.root / ".cache" / "editions" / "2026" / DIFFERENCES).read_text() == "en/ has changed\n"
    assert tags(approved) == ["2026-rc1"]
    assert not (approved.dist / "2026").exists()


def test_all_reasons_are_said_at_once(approved: ScratchReport) -> None:
    damage(approved.dist / "2026-rc1" / "MANIFEST.json")
    approved.git("tag", "2026", "HEAD")
    approved.git("tag", "--force", "--annotate", "-m", "TEST", "2026-rc1", "HEAD")
    approved.edit(RECORD, "session: TEST", "session: TEST 2")
    approved.git("config", "user.useConfigOnly", "true")
    approved.git("config", "--unset", "user.email")
    done = approved.report("publish", "2026")
    assert done.code == 3
    for expected in (
        f"{RECORD} is not committed as it stands",
        "git knows no name for the tag",
        "has the tag been moved?",
        "does not say the digest of en, fr, both, data, manifest",
        "MANIFEST.json is changed",
        "the tag 2026 exists and is no annotated one",
    ):
        assert expected in done.err, (expected, done.err)
    assert not (approved.dist / "2026").exists()


@pytest.mark.parametrize("name", ["2027", "2026-rc1", "../2026", "2026.yaml"])
def test_what_is_not_approved_is_not_published(name: str, approved_once: ScratchReport) -> None:
    done = approved_once.report("publish", name)
    assert done.code == 3
    assert (
        "is missing: edition 2027 is not approved" in done.err
        or "is no edition; expected such as" in done.err
    )


def test_a_tag_of_the_edition_on_another_commit_is_never_moved(approved: ScratchReport) -> None:
    approved.git("tag", "--annotate", "-m", "TEST", "2026", "HEAD")
    tag = approved.git("rev-parse", "2026")
    done = approved.report("publish", "2026")
    assert done.code == 3
    assert "the tag 2026 exists on" in done.err
    assert approved.git("rev-parse", "2026") == tag


def test_a_tag_of_the_edition_with_other_digests_is_refused(approved: ScratchReport) -> None:
    approved.git("tag", "--annotate", "-m", "TEST", "2026", "2026-rc1^{commit}")
    done = approved.report("publish", "2026")
    assert done.code == 3
    assert "the tag 2026 says nothing of en; built anew it is sha256:" in done.err
    assert not (approved.dist / "2026").exists()


def test_a_record_with_other_digests_than_the_candidate_is_refused(approved: ScratchReport) -> None:
    record = approved.root / RECORD
    fields = yaml.safe_load(record.read_text())
    wrong = f"sha256:{'0' * 64}"
    record.write_text(record.read_text().replace(fields["digests"]["fr"], wrong))
    approved.commit("Another text")
    done = approved.report("publish", "2026")
    assert done.code == 3
    assert f"the tag 2026-rc1 says {fields['digests']['fr']} of fr; approved was {wrong}" in done.err
    assert "dist/2026-rc1 says" in done.err


def test_without_the_folder_of_the_candidate_nothing_is_published(
    approved: ScratchReport, tmp_path: Path
) -> None:
    (approved.dist / "2026-rc1").rename(tmp_path / "handed over")
    done = approved.report("publish", "2026")
    assert done.code == 3
    assert "then report candidate 2026-rc1 --verify-tag" in done.err
    elsewhere = approved.report("publish", "2026", "--candidate-dist", tmp_path / "handed over")
    assert elsewhere.code == 0, elsewhere.err


# Faults


def test_a_publication_killed_before_its_tag_is_completed_by_the_same_command(
    approved: ScratchReport,
) -> None:
    assert approved.report("publish", "2026", TEST_KILL="--annotate").code == -9
    before = state(approved.dist)
    assert tags(approved) == ["2026-rc1"]
    assert approved.report("publish", "2026").code == 0
    assert tags(approved) == ["2026", "2026-rc1"]
    assert state(approved.dist) == before


def test_a_publication_killed_while_packing_leaves_no_edition(approved: ScratchReport) -> None:
    assert approved.report("publish", "2026", TEST_KILL="shutil.copyfile").code == -9
    assert approved.report("publish", "2026", TEST_KILL="os.rename").code == -9
    assert not (approved.dist / "2026").exists()
    assert approved.report("publish", "2026").code == 0
    assert sorted(path.name for path in approved.dist.iterdir()) == ["2026", "2026-rc1"]
    assert list(approved.temporary.glob("report-edition-*")) == []


@pytest.mark.long
def test_a_publication_killed_at_every_step_is_completed_at_last(approved: ScratchReport) -> None:
    number, code = 1, -9
    while code == -9:
        code = approved.report("publish", "2026", TEST_KILL_AT=str(number)).code
        if (approved.dist / "2026").exists():
            assert approved.report("verify", approved.dist / "2026").code == 0
        number += 1
    assert code == 0
    assert number > 20
    assert tags(approved) == ["2026", "2026-rc1"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the size of files")
def test_a_full_disk_leaves_no_edition(approved: ScratchReport) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_300_000, 1_300_000))

    done = approved.report("publish", "2026", limit=limit, TEST_BIG="4")
    assert done.code == 1
    assert done.lines[-1] == "No edition was made."
    assert [path.name for path in approved.dist.iterdir()] == ["2026-rc1"]
    assert tags(approved) == ["2026-rc1"]


@pytest.mark.parametrize("clock", [pytest.param("86400", marks=pytest.mark.long), "4102444800"])
def test_a_wrong_clock_changes_no_edition(
    clock: str, approved: ScratchReport, published_once: ScratchReport
) -> None:
    done = approved.report("publish", "2026", TEST_CLOCK=clock)
    assert done.code == 0, done.err
    assert state(approved.dist) == state(published_once.dist)


def test_signatures_that_are_new_each_time_make_no_other_edition(approved: ScratchReport) -> None:
    key = approved.root.parent / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-C", "TEST", "-f", key], check=True)
    assert approved.report("publish", "2026", REPORT_SIGNING_KEY=str(key)).code == 0
    done = approved.report("publish", "2026", REPORT_SIGNING_KEY=str(key))
    assert done.code == 0, done.err
    assert "2026 is already published" in done.out


# With MkDocs


@pytest.mark.long
def test_a_real_site_goes_from_candidate_to_edition(ready: ScratchReport, tmp_path: Path) -> None:
    ready.given.clear()
    assert ready.report("candidate", "2026-rc1").code == 0
    ready.git("clone", "--quiet", "--branch", "2026-rc1", str(ready.root), str(tmp_path / "ci" / "report"))
    there = ScratchReport(tmp_path / "ci" / "report")
    again = there.report("candidate", "2026-rc1", "--verify-tag", TEST_CLOCK="4102444800")
    assert again.code == 0, again.err
    assert state(there.dist) == state(ready.dist)
    approve(ready)
    done = ready.report("publish", "2026")
    assert done.code == 0, done.err
    assert ready.report("verify", ready.dist / "2026").code == 0
