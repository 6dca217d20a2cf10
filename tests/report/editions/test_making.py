"""A sealed site made by hand, and the comparison of two sites and of two packed folders."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from report.editions.making import different_files
from report.editions.packing import unlike
from tests.report.conftest import state
from tests.report.editions.scratch_reports import COMMIT_TIME, ScratchReport


def test_a_site_is_built_as_a_candidate_and_sealed(ready_once: ScratchReport, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    done = ready_once.report("build", "--edition", "2026-rc3", "--out", out)
    assert done.code == 0, done.err
    assert {"MANIFEST.json", "SHA256SUMS"} <= {path.name for path in out.iterdir()}
    assert "2026-rc3 sha256:" in (out / "en" / "index.html").read_text()
    assert ready_once.report("verify", out).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_checkout_with_changes_is_sealed_only_where_the_commit_is_said(
    ready: ScratchReport, tmp_path: Path
) -> None:
    (ready.root / "notes.txt").touch()
    done = ready.report("build", "--edition", "2026-rc1", "--out", tmp_path / "site")
    assert done.code == 3
    assert "work that is not committed" in done.err
    said = {"REPORT_COMMIT": "a" * 40, "SOURCE_DATE_EPOCH": str(COMMIT_TIME)}
    assert ready.report("build", "--edition", "2026-rc1", "--out", tmp_path / "site", **said).code == 0


def test_a_sealed_site_never_takes_the_place_of_files(ready_once: ScratchReport, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    before = state(tmp_path)
    assert ready_once.report("build", "--edition", "2026-rc1", "--out", tmp_path).code == 3
    assert ready_once.report("build", "--edition", "2026-rc1").code == 2
    assert state(tmp_path) == before


@pytest.mark.long
def test_a_site_of_an_edition_that_is_not_approved_is_not_built(ready: ScratchReport, tmp_path: Path) -> None:
    ready.given.clear()  # by MkDocs, whose hooks hold this
    for name in ("2026", "2027-rc1"):
        done = ready.report("build", "--edition", name, "--out", tmp_path / "out" / "site")
        assert done.code == 1
        assert "REPORT_EDITION is" in done.err
        assert list((tmp_path / "out").iterdir()) == []


def folder_with(path: Path, **files: str) -> Path:
    path.mkdir()
    for name, text in files.items():
        (path / name).write_text(text)
    return path


def test_files_that_differ_are_named_wherever_they_stand(tmp_path: Path) -> None:
    first = folder_with(tmp_path / "1", same="1", gone="1", changed="1")
    second = folder_with(tmp_path / "2", same="1", new="1", changed="2")
    assert different_files(first, second) == ["changed", "gone", "new"]
    assert different_files(first, first) == []


def packed_with(path: Path, text: str, signature: str | None, archived: str) -> Path:
    folder_with(path, file=text, SHA256SUMS=f"of {archived}")
    with zipfile.ZipFile(path / "2026.zip", "w") as archive:
        archive.writestr("2026/page", text)
        if archived:
            archive.writestr("2026/SHA256SUMS.sig", archived)
    if signature:
        (path / "SHA256SUMS.sig").write_text(signature)
    return path


def test_signatures_of_both_make_no_difference_anything_else_does(tmp_path: Path) -> None:
    one = packed_with(tmp_path / "1", "text", "new", "each time")
    assert unlike(one, packed_with(tmp_path / "2", "text", "anew", "is another")) == []
    assert unlike(one, packed_with(tmp_path / "3", "other", "new", "each time")) == ["2026.zip", "file"]


def test_without_signatures_every_byte_counts(tmp_path: Path) -> None:
    one = packed_with(tmp_path / "1", "text", None, "")
    assert unlike(one, packed_with(tmp_path / "2", "text", None, "")) == []
    assert unlike(one, packed_with(tmp_path / "3", "text", None, "x")) == ["2026.zip", "SHA256SUMS"]


def test_an_archive_that_is_none_is_compared_as_bytes(tmp_path: Path) -> None:
    one, other = (packed_with(tmp_path / name, "text", "new", "x") for name in "12")
    (other / "2026.zip").write_bytes(b"damaged")
    assert unlike(one, other) == ["2026.zip"]
