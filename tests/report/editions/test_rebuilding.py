from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from report.__main__ import main
from report.editions import rebuilding
from report.editions.rebuilding import rebuild_problems
from tests.report.editions.small_editions import approve, write_tree
from tests.report.editions.test_doctor import committed

Build = Callable[[list[str], Path], None]
Problems = Callable[[], list[str]]


@pytest.fixture
def approved(small: Path, archives: Path) -> Path:
    """A checkout with one TEST approval, whose archive lies where releases are fetched to."""
    (small / "requirements").mkdir()
    (small / "requirements" / "site.txt").write_text("of the candidate\n")
    commit = committed(small)
    approve(small, archives, "2026", commit=commit)
    (archives / "2026").mkdir()
    (archives / "2026.zip").rename(archives / "2026" / "2026.zip")
    return small


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; a build writes the small edition."""
    commands: list[list[str]] = []

    def done(command: list[str], folder: Path, variables: dict[str, str], log: Path) -> None:
        commands.append(command)
        assert variables["REPORT_COMMIT"] and variables["SOURCE_DATE_EPOCH"].isdigit()
        assert (folder / "data" / "approvals" / "2026.yaml").is_file(), "the record is laid over the commit"
        if "build" in command:
            write_tree(Path(command[-1]), "2026")

    monkeypatch.setattr(rebuilding, "_done", done)
    return commands


@pytest.fixture
def problems(approved: Path, archives: Path, tmp_path: Path) -> Problems:
    return lambda: rebuild_problems(approved, archives, tmp_path / "logs", lambda _: None)


def test_an_edition_that_gives_its_digests_again_has_no_problem(
    problems: Problems, ran: list[list[str]]
) -> None:
    assert [each for each in problems() if "commit" not in each] == []
    assert ran[0][3:6] == ["build", "--edition", "2026"]


def test_the_versions_that_the_edition_was_locked_to_are_installed_where_they_differ(
    problems: Problems, approved: Path, ran: list[list[str]]
) -> None:
    problems()
    assert len(ran) == 1, "the versions are the same"
    (approved / "requirements" / "site.txt").write_text("of today\n")
    problems()
    assert ran[1] == ["make", ".venv/.site"]
    assert ran[2][0].endswith("clone/.venv/bin/python")


def test_a_page_that_is_built_otherwise_today_is_named(
    problems: Problems, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = write_tree

    def otherwise(tree: Path, number: str) -> None:
        write(tree, number)
        page = tree / "fr" / "ai" / "index.html"
        page.write_text(page.read_text("utf-8").replace("Edition 2026", "Edition 2025"), encoding="utf-8")

    monkeypatch.setattr(f"{__name__}.write_tree", otherwise)
    said = "\n".join(problems())
    assert "fr has the digest" in said and "was approved" in said
    assert "fr/ai/" in said and "en/ai/" not in said


def test_an_archive_that_is_gone_or_damaged_is_named(
    problems: Problems, archives: Path, ran: list[list[str]]
) -> None:
    archive = archives / "2026" / "2026.zip"
    archive.write_bytes(archive.read_bytes()[:-100])
    assert any("edition 2026" in each for each in problems())
    archive.unlink()
    assert [each for each in problems() if "is missing" in each]


def test_a_commit_that_is_gone_is_named(problems: Problems, approved: Path, ran: list[list[str]]) -> None:
    record = approved / "data" / "approvals" / "2026.yaml"
    commit = next(
        line for line in record.read_text("utf-8").splitlines() if line.startswith("commit:")
    ).split()[1]
    record.write_text(record.read_text("utf-8").replace(commit, "b" * 40), encoding="utf-8")
    assert any("git checkout" in each for each in problems())


def test_without_an_approval_there_is_nothing_to_rebuild(small: Path) -> None:
    done = CliRunner().invoke(main, ["--root", str(small), "release", "rebuild"])
    assert (done.exit_code, done.output.count("Every approved edition")) == (0, 1)
