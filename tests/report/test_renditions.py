"""The command that makes copies to take along."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.__main__ import main
from report.commands import renditions as command
from report.renditions import libraries
from report.renditions.assembly import Job
from report.renditions.problems import NotPrintedError, WrongSiteError

MADE: list[Job] = []


def make(job: Job) -> list[str]:
    """Write one small file."""
    MADE.append(job)
    (job.site / "copy").write_bytes(b"x" * 2_000_000)
    return ["copy"]


def refuse(job: Job) -> list[str]:
    raise NotPrintedError("no typeface has the sign")


@pytest.fixture(autouse=True)
def own_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds that are made by this file."""
    MADE.clear()
    monkeypatch.setattr(
        command, "KINDS", {"pdf": f"{__name__}:make", "epub": f"{__name__}:refuse", "pack": "none.such:make"}
    )
    monkeypatch.setattr(command, "LISTING", "report.renditions.no_such:make")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path) -> Path:
    """A site for which a job can be had."""

    def job_of(at: Path, folder: Path, languages: tuple[str, ...], chapters: tuple[str, ...]) -> Job:
        return Job(at, folder, None, 0, languages, chapters)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "job_of", job_of)
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "renditions", *arguments])


def test_a_kind_is_made_and_its_size_is_said(root: Path, site: Path) -> None:
    done = run(root, "pdf", "--site", str(site), "--language", "fr", "--chapter", "trust")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("pdf: 1 files, 2.0 MB")
    assert (MADE[0].languages, MADE[0].chapters) == (("fr",), ("trust",))


def test_without_a_kind_all_that_exist_are_made(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "KINDS", {"pdf": f"{__name__}:make", "pack": "none_such:make"})
    assert run(root, "--site", str(site)).exit_code == 0
    assert len(MADE) == 1


def test_the_list_of_copies_is_written_last(root: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "LISTING", f"{__name__}:make")
    assert run(root, "pdf", "--site", str(site)).exit_code == 0
    assert len(MADE) == 2


def test_a_copy_that_cannot_be_made_ends_the_command(root: Path, site: Path) -> None:
    done = run(root, "epub", "--site", str(site))
    assert done.exit_code == 1
    assert "epub: no typeface has the sign" in done.output


def test_missing_libraries_are_named_and_nothing_is_made(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libraries, "missing", lambda: ["libpango-1.0-0"])
    done = run(root, "pdf", "--site", str(site))
    assert done.exit_code == 1
    assert "libpango-1.0-0" in done.output
    assert MADE == []


def test_missing_packages_are_named_with_the_command_that_installs_them(
    root: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "NEEDED", ("none_such",))
    done = run(root, "pdf", "--site", str(site))
    assert done.exit_code == 1
    assert "none_such" in done.output
    assert "make renditions" in done.output


def test_a_folder_without_a_site_is_an_error_and_names_the_command(root: Path, tmp_path: Path) -> None:
    done = run(root, "pdf", "--site", str(tmp_path))
    assert done.exit_code == 1
    assert "make it first: report build" in done.output


def test_an_unknown_chapter_is_wrong_use(root: Path, tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").touch()
    done = run(root, "pdf", "--site", str(tmp_path), "--chapter", "trus")
    assert done.exit_code == 2
    assert 'did you mean "trust"' in done.output


def test_a_site_of_another_status_is_refused(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def job_of(*arguments: object) -> Job:
        raise WrongSiteError("it was built as 2026-rc1")

    monkeypatch.setattr(command, "job_of", job_of)
    done = run(root, "pdf", "--site", str(tmp_path))
    assert done.exit_code == 3
    assert "Refused: it was built as 2026-rc1" in done.output
