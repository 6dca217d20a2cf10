"""Candidates, really made in repositories of their own: what is made, what is refused, what a damage leads to."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.report.conftest import state
from tests.report.editions.scratch_reports import COMMIT_TIME, ScratchReport, gates, message_of, tags

NAME = "2026-rc1"


def damage(path: Path) -> None:
    """Flip one bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_a_candidate_is_a_folder_and_an_annotated_tag(submitted_once: ScratchReport) -> None:
    submitted = submitted_once
    folder = submitted.dist / NAME
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    archives = {f"{NAME}.zip", f"{NAME}-en.zip", f"{NAME}-fr.zip"}
    downloads = {"data/en/sources.csv", "data/fr/sources.csv"}
    assert names == archives | downloads | {"MANIFEST.json", "DIGESTS.txt", "SHA256SUMS"}
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    assert (manifest["name"], manifest["status"]) == (NAME, "candidate")
    assert manifest["commit"] == submitted.git("rev-parse", "HEAD")
    assert manifest["time"] == "2026-11-22T10:00:00Z"
    assert {gate["id"] for gate in manifest["gates"]} >= {"check", "links", "reproducible"}
    assert submitted.git("cat-file", "-t", NAME) == "tag"
    message = message_of(submitted, NAME)
    assert message.startswith(
        f"Candidate {NAME} of edition 2026, submitted for approval; not approved\n\nen: sha256:"
    )
    assert manifest["pages"]["fr"]["digest"] in message
    assert submitted.report("verify", folder).code == 0


def test_the_archives_are_dated_by_the_commit(submitted_once: ScratchReport) -> None:
    with zipfile.ZipFile(submitted_once.dist / NAME / f"{NAME}.zip") as archive:
        assert {each.date_time for each in archive.infolist()} == {(2026, 11, 22, 10, 0, 0)}


def test_a_candidate_leaves_no_clone_behind(submitted_once: ScratchReport) -> None:
    assert list(submitted_once.temporary.iterdir()) == []
    assert [path.name for path in submitted_once.dist.iterdir()] == [NAME]
    assert not submitted_once.git("status", "--porcelain")


def test_the_same_command_again_changes_nothing(submitted: ScratchReport) -> None:
    before, tag = state(submitted.dist), submitted.git("rev-parse", NAME)
    done = submitted.report("candidate", NAME)
    assert done.code == 0
    assert "is made already" in done.out
    assert (state(submitted.dist), submitted.git("rev-parse", NAME)) == (before, tag)


# Refusals


def test_all_reasons_are_said_at_once(ready: ScratchReport) -> None:
    ready.edit("data/publication.yaml", "site_url_is_example: false", "site_url_is_example: true")
    ready.edit("data/publication.yaml", "contact: editors@example.org", "contact: null")
    ready.edit("data/publication.yaml", "signing: {required: false", "signing: {required: true")
    ready.edit("docs/fr/index.md", "# Report", "# Rapport")
    ready.edit("docs/en/about.md", "# About", "# About it")
    ready.edit("docs/en/glossary.md", "# Glossary", "# Glossary of terms")
    ready.edit("docs/en/sources.md", "# Sources", "# All sources")
    gates(ready, links="[no-such-program, now]", browser="[python, -m, no_such_module]")
    next(ready.root.glob("data/paragraphs/*.yaml")).unlink()
    ready.git("switch", "--quiet", "--detach")
    ready.git("tag", "--annotate", "-m", "TEST", "2027-rc1", "HEAD")
    done = ready.report("candidate", "2027-rc1")
    assert done.code == 3
    for expected in (
        "the checkout holds work that is not committed",
        "no branch is checked out",
        "4 sections or records are not recorded as read together",
        "… and 1 more; --all names them",
        ": site_url_is_example: the address of the site is only an example",
        "contact: is not set; expected a role address for corrections",
        "signing is required and no key is known",
        "expected the file of the keys that may sign under allowed_signers",
        "gate links: there is no program no-such-program",
        "gate browser: Python has no module no_such_module",
        "data/paragraphs/2026.yaml:1:1: is missing",
        "2027-rc1: data/editions.yaml says `current: 2026`; expected a candidate such as 2026-rc1",
    ):
        assert expected in done.err
    assert done.lines[-1].startswith("Refused: ")
    assert tags(ready) == ["2027-rc1"]
    assert not ready.dist.exists()
    every = ready.report("candidate", "2027-rc1", "--all")
    assert "more; --all" not in every.err
    assert len(every.lines) == len(done.lines)


@pytest.mark.parametrize("name", ["2026", "2026-rc0", "--help-me", "../2026-rc1"])
def test_what_is_no_name_of_a_candidate_is_refused(name: str, ready_once: ScratchReport) -> None:
    done = ready_once.report("candidate", "--", name)
    assert done.code == 3
    assert "is no candidate; expected such as 2026-rc1" in done.err
    assert tags(ready_once) == []


def test_a_tag_on_another_commit_is_never_moved(submitted: ScratchReport) -> None:
    tag = submitted.git("rev-parse", NAME)
    submitted.git("commit", "--allow-empty", "--quiet", "-m", "Later")
    done = submitted.report("candidate", NAME)
    assert done.code == 3
    assert f"the tag {NAME} exists on another commit" in done.err
    assert submitted.git("rev-parse", NAME) == tag


def test_a_light_tag_is_refused(ready: ScratchReport) -> None:
    ready.git("tag", NAME)
    done = ready.report("candidate", NAME)
    assert done.code == 3
    assert "is no annotated one" in done.err


def test_an_approved_edition_has_no_more_candidates(approved: ScratchReport) -> None:
    done = approved.report("candidate", "2026-rc2")
    assert done.code == 3
    assert "edition 2026 is approved already, as 2026-rc1; expected a later edition" in done.err


def test_the_history_of_an_approved_edition_is_needed(approved: ScratchReport) -> None:
    approved.edit("data/editions.yaml", 'current: "2026"', 'current: "2026.1"')
    approved.edit("data/editions.yaml", 'editions:\n  - id: "2026"', EDITION + '  - id: "2026"')
    done = approved.report("candidate", "2026.1-rc1")
    assert done.code == 3
    assert "data/history/2026.yaml is missing: edition 2026 is approved" in done.err


EDITION = """\
editions:
  - id: "2026.1"
    title: {en: TEST, fr: ESSAI}
    status: draft
    scope: {approved: all, annexed: [cases, glossary]}
"""


def test_a_folder_of_a_checkout_and_a_folder_without_git_are_refused(
    ready: ScratchReport, tmp_path: Path
) -> None:
    (ready.root / ".git").rename(tmp_path / "hidden")
    done = ready.report("candidate", NAME)
    assert done.code == 3
    assert "is no git checkout with a commit" in done.err


def test_every_gate_that_fails_is_named_with_its_last_words(ready: ScratchReport) -> None:
    speak = "import sys; [print('line', n) for n in range(40)]; sys.exit(4)"
    gates(ready, browser=f'[python, -c, "{speak}"]', links='[python, -c, "raise SystemExit(5)"]')
    ready.commit("Gates that fail")
    done = ready.report("candidate", NAME)
    assert done.code == 3
    assert "the gate browser fails (exit code 4)" in done.err
    assert "line 39" in done.err
    assert "line 10" not in done.err
    assert "the gate links fails (exit code 5)" in done.err
    assert "check fails" not in done.err
    assert "line 0" in (ready.root / ".cache" / "editions" / NAME / "browser.log").read_text()
    assert (tags(ready), ready.dist.exists()) == ([], False)


def test_gates_see_the_commit_alone_and_no_signing_key(ready: ScratchReport) -> None:
    look = "import os, pathlib; print(pathlib.Path.cwd(), os.environ.get('REPORT_SIGNING_KEY')); "
    look += "assert not pathlib.Path('notes.tmp').exists()"
    gates(ready, check=f'[python, -c, "{look}"]', links='[python, -c, "raise SystemExit(1)"]')
    ready.commit("Gates that look")
    (ready.root / "notes.tmp").touch()
    key = ready.root.parent / "key"
    key.touch()
    assert ready.report("candidate", NAME, REPORT_SIGNING_KEY=str(key)).code == 3
    said = (ready.root / ".cache" / "editions" / NAME / "check.log").read_text()
    assert str(ready.root) not in said
    assert said.strip().endswith("None")


def test_two_builds_that_differ_are_refused_naming_the_files(ready: ScratchReport) -> None:
    done = ready.report("candidate", NAME, TEST_VARIES="yes")
    assert done.code == 3
    assert "the gate reproducible fails" in done.err
    assert "en/index.html" in done.err
    assert (tags(ready), ready.dist.exists()) == ([], False)


def test_gates_that_are_not_all_there_are_refused(ready: ScratchReport) -> None:
    path = ready.root / "data" / "gates.yaml"
    path.write_text(path.read_text().split("- id: accessibility")[0])
    done = ready.report("candidate", NAME)
    assert done.code == 3
    assert "has no gate build, reproducible, copies, accessibility, links" in done.err


# Faults


def test_a_candidate_killed_before_its_tag_is_completed_by_the_same_command(ready: ScratchReport) -> None:
    assert ready.report("candidate", NAME, TEST_KILL="--annotate").code == -9
    assert tags(ready) == []
    before = state(ready.dist)
    assert ready.report("candidate", NAME).code == 0
    assert tags(ready) == [NAME]
    assert state(ready.dist) == before
    assert list(ready.temporary.iterdir()) == []


@pytest.mark.parametrize(
    "step",
    [
        pytest.param("gates", marks=pytest.mark.long),
        "clone",
        pytest.param("os.rename", marks=pytest.mark.long),
    ],
)
def test_a_candidate_killed_on_its_way_is_completed(step: str, ready: ScratchReport) -> None:
    assert ready.report("candidate", NAME, TEST_KILL=step).code == -9
    assert tags(ready) == []
    assert not (ready.dist / NAME).exists()
    assert ready.report("candidate", NAME).code == 0
    assert [path.name for path in ready.dist.iterdir()] == [NAME]
    assert list(ready.temporary.iterdir()) == []


@pytest.mark.long
def test_a_candidate_killed_at_every_step_is_completed_at_last(
    ready: ScratchReport, submitted_once: ScratchReport
) -> None:
    number, code = 1, -9
    while code == -9:
        code = ready.report("candidate", NAME, TEST_KILL_AT=str(number)).code
        assert tags(ready) == [] or ready.report("verify", ready.dist / NAME).code == 0
        number += 1
    assert code == 0
    assert number > 30
    assert state(ready.dist) == state(submitted_once.dist)


WAIT = (
    "import os, pathlib, time; p = pathlib.Path(os.environ['TEST_GO']); "
    "pathlib.Path(str(p) + '-waits').write_text(str(os.getpid())); "
    "[time.sleep(0.05) for _ in range(2400) if not p.exists()]"
)


def waiting(report: ScratchReport, go: Path) -> subprocess.Popen[str]:
    """Start a candidate, whose first gate waits for the file `go`; return it once it waits."""
    gates(report, check=f'[python, -c, "{WAIT}"]')
    report.commit("A gate that waits")
    process = subprocess.Popen(
        [sys.executable, "-m", "report", "candidate", NAME],
        cwd=report.root,
        env=report.environment(TEST_GO=str(go)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    waits = go.with_name(f"{go.name}-waits")
    while not (waits.exists() and waits.read_text()) and process.poll() is None:
        time.sleep(0.05)
    return process


def test_of_two_candidates_at_once_one_is_made(ready: ScratchReport, tmp_path: Path) -> None:
    first = waiting(ready, tmp_path / "go")
    second = ready.report("candidate", NAME)
    (tmp_path / "go").touch()
    said = first.communicate()[1]
    assert (second.code, first.returncode) == (3, 0), said
    assert second.lines == ["Refused: another candidate or publication of this repository is under way."]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes as Linux shows them")
def test_a_candidate_that_is_ended_ends_its_gates_and_leaves_nothing(
    ready: ScratchReport, tmp_path: Path
) -> None:
    process = waiting(ready, tmp_path / "go")
    gate = Path("/proc") / (tmp_path / "go-waits").read_text()
    process.terminate()
    assert "Traceback" not in process.communicate()[1]
    assert process.returncode == 1
    assert not gate.exists() or gate.joinpath("stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    assert (tags(ready), ready.dist.exists(), list(ready.temporary.iterdir())) == ([], False, [])


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the size of files")
@pytest.mark.parametrize(
    ("most", "last"),
    [
        (1_000_000, "No tag was made; the same"),
        pytest.param(1_300_000, "No candidate was made.", marks=pytest.mark.long),  # a later step of the same
    ],
)
def test_a_full_disk_leaves_nothing_half_made(most: int, last: str, ready: ScratchReport) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = ready.report("candidate", NAME, limit=limit, TEST_BIG="4")
    assert done.code == 1
    assert done.lines[-1].startswith(last), done.err
    assert (tags(ready), list(ready.dist.iterdir()) if ready.dist.exists() else []) == ([], [])
    assert list(ready.temporary.iterdir()) == []
    if most > 1_000_000:
        assert ready.report("candidate", NAME, TEST_BIG="4").code == 0  # there is room again


@pytest.mark.parametrize("clock", ["86400", pytest.param("4102444800", marks=pytest.mark.long)])
def test_a_wrong_clock_changes_nothing(
    clock: str, ready: ScratchReport, submitted_once: ScratchReport
) -> None:
    done = ready.report("candidate", NAME, TEST_CLOCK=clock)
    assert done.code == 0, done.err
    assert ("the clock of this computer says 1970-01-02" in done.err) == (int(clock) < COMMIT_TIME)
    assert state(ready.dist) == state(submitted_once.dist)


def test_a_damaged_folder_of_a_candidate_is_made_again(submitted: ScratchReport) -> None:
    before = state(submitted.dist)
    damage(submitted.dist / NAME / f"{NAME}.zip")
    done = submitted.report("candidate", NAME)
    assert done.code == 0, done.err
    assert "Gate" not in done.out
    assert state(submitted.dist) == before


def test_a_tag_with_other_digests_is_refused(submitted: ScratchReport) -> None:
    message = message_of(submitted, NAME)
    digest = re.findall(r"fr: (sha256:\w+)", message)[0]
    submitted.git("tag", "--force", "--annotate", "-m", message.replace(digest, f"sha256:{'0' * 64}"), NAME)
    for options in ([], ["--verify-tag"]):
        done = submitted.report("candidate", NAME, *options)
        assert done.code == 3
        assert f"the tag {NAME} says sha256:{'0' * 64} of fr; built anew it is {digest}" in done.err


# On the tag


def test_a_workflow_on_the_tag_makes_the_same(submitted: ScratchReport, tmp_path: Path) -> None:
    submitted.git("clone", "--quiet", "--branch", NAME, str(submitted.root), str(tmp_path / "ci" / "report"))
    there = ScratchReport(tmp_path / "ci" / "report", submitted.given)
    done = there.report("candidate", NAME, "--verify-tag")
    assert done.code == 0, done.err
    assert state(there.dist) == state(submitted.dist)
    assert "Gate" not in done.out


def test_a_workflow_notices_a_tag_that_was_moved_or_is_none(submitted: ScratchReport) -> None:
    submitted.git("commit", "--allow-empty", "--quiet", "-m", "Later")
    done = submitted.report("candidate", NAME, "--verify-tag")
    assert done.code == 3
    assert "has the tag been moved?" in done.err
    submitted.git("tag", "2026-rc2")
    light = submitted.report("candidate", "2026-rc2", "--verify-tag")
    assert light.code == 3
    assert "is no annotated one" in light.err
    missing = submitted.report("candidate", "2026-rc3", "--verify-tag")
    assert missing.code == 3
    assert "there is no tag 2026-rc3" in missing.err


# Signing


def test_where_signing_is_required_tag_and_sums_are_signed(ready: ScratchReport) -> None:
    key = ready.root.parent / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "TEST", "-f", key], check=True)
    public = key.with_suffix(".pub").read_text()
    (ready.root / "signers").write_text(f'test@example.org namespaces="report-edition,git" {public}')
    ready.edit(
        "data/publication.yaml",
        "{required: false, allowed_signers: null}",
        "{required: true, allowed_signers: signers}",
    )
    ready.commit("Signing")
    assert ready.report("candidate", NAME).code == 3
    done = ready.report("candidate", NAME, REPORT_SIGNING_KEY=str(key))
    assert done.code == 0, done.err
    folder = ready.dist / NAME
    assert (folder / "SHA256SUMS.sig").is_file()
    with zipfile.ZipFile(folder / f"{NAME}-en.zip") as archive:
        assert f"{NAME}/SHA256SUMS.sig" in archive.namelist()
    assert ready.report("verify", folder, "--allowed-signers", ready.root / "signers").code == 0
    ready.git("-c", "gpg.ssh.allowedSignersFile=signers", "verify-tag", NAME)
    assert "is made already" in ready.report("candidate", NAME, REPORT_SIGNING_KEY=str(key)).out
    ready.git("tag", "--force", "--annotate", "-m", message_of(ready, NAME).partition("-----BEGIN")[0], NAME)
    unsigned = ready.report("candidate", NAME, "--verify-tag", REPORT_SIGNING_KEY=str(key))
    assert unsigned.code == 3
    assert "is signed by none of" in unsigned.err
