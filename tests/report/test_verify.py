"""`report verify`, as anyone runs it who holds a copy: also where there is no checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.editions.signing import KEY, sign
from tests.report.conftest import Report, state
from tests.report.editions.keys import allowed_signers, new_key
from tests.study.editions.sealed import dist, flip, public, sealed


def test_an_edition_is_proved_outside_a_copy_of_the_report(report: Report, tmp_path: Path) -> None:
    manifest = sealed(tmp_path / "2026-rc1")
    before = state(tmp_path)
    done = report("verify", "2026-rc1", at=tmp_path)
    assert done.code == 0
    assert done.lines == []
    assert "2026-rc1: verified" in done.out
    assert manifest.pages.en.digest in done.out
    assert "not signed" in done.out
    assert state(tmp_path) == before


def test_an_edition_is_proved_inside_a_copy_of_the_report(report: Report, tmp_path: Path, root: Path) -> None:
    dist(tmp_path / "2026-rc1")
    assert report("verify", tmp_path / "2026-rc1", at=root).code == 0


def test_other_commands_still_need_a_copy_of_the_report(report: Report, tmp_path: Path) -> None:
    done = report("check", at=tmp_path)
    assert done.code == 2
    assert "is not a copy of the report" in done.err


def test_everything_that_is_wrong_is_said_at_once(report: Report, tmp_path: Path) -> None:
    root = public(tmp_path / "public", "2026", "2026.1")
    flip(root / "2026/en/index.html", 2)
    (root / "2026.1/fr/index.html").unlink()
    done = report("verify", root)
    assert done.code == 1
    assert "public/2026: 1 problem" in done.out
    assert any(line.startswith("public/2026: en/index.html is changed") for line in done.lines)
    assert any("fr/index.html is missing" in line for line in done.lines)


def test_a_damaged_archive_ends_without_a_traceback(report: Report, tmp_path: Path) -> None:
    archive = dist(tmp_path / "2026-rc1") / "2026-rc1.zip"
    for content in (archive.read_bytes()[:-100], b"", b"PK\x03\x04" * 100):
        archive.write_bytes(content)
        done = report("verify", archive)
        assert done.code == 1
        assert done.lines


def test_a_name_that_would_command_the_terminal_is_printed_harmless(report: Report, tmp_path: Path) -> None:
    sealed(tmp_path / "copy")
    (tmp_path / "copy" / "\x1b[2Jx").touch()
    done = report("verify", tmp_path / "copy")
    assert done.code == 1
    assert "\x1b" not in done.out + done.err


def test_a_path_that_is_not_there_is_wrong_use(report: Report) -> None:
    assert report("verify", "nothing").code == 2
    assert report("verify").code == 2


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="OpenSSH is not here")
def test_the_signer_is_proved_where_the_allowed_ones_are_named(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, other = new_key(tmp_path / "ours"), new_key(tmp_path / "other")
    sealed(tmp_path / "copy")
    ours, others = allowed_signers(tmp_path / "a", key), allowed_signers(tmp_path / "b", other)
    done = report("verify", tmp_path / "copy", "--allowed-signers", ours)
    assert (done.code, "SHA256SUMS.sig is missing" in done.err) == (1, True)
    monkeypatch.setenv(KEY, str(key))
    sign(tmp_path / "copy" / "SHA256SUMS")
    done = report("verify", tmp_path / "copy", "--allowed-signers", ours)
    assert (done.code, "signed by ours@test" in done.out) == (0, True)
    done = report("verify", tmp_path / "copy", "--allowed-signers", others)
    assert (done.code, "is by none of" in done.err) == (1, True)
