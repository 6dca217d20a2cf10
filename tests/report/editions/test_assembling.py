from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from report.editions.assembling import AssemblyRefusedError, assemble
from report.editions.swapping import BusyError, fresh_folder
from study.editions.verification import verify
from tests.report.conftest import Report, state
from tests.report.editions.small_editions import PAGES, approve


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "public" / "out"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def reasons(small: Path, archives: Path, out: Path) -> list[str]:
    with pytest.raises(AssemblyRefusedError) as refused:
        assemble(small, archives, out)
    return [str(problem) for problem in refused.value.problems]


def test_without_an_approval_the_tree_says_that_there_is_none(small: Path, archives: Path, out: Path) -> None:
    assert assemble(small, archives, out).editions == []
    assert names(out) == [
        "404.html",
        "editions.json",
        "index.html",
        "robots.txt",
        "sitemap.xml",
        "versions.json",
    ]
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "No edition has been approved yet." in page
    assert "Aucune édition n’a encore été approuvée." in page


def test_every_approved_edition_stands_in_the_tree_as_it_was_packed(
    small: Path, archives: Path, out: Path
) -> None:
    approve(small, archives, "2026", (*PAGES, "gone/"))
    approve(small, archives, "2026.1")
    made = assemble(small, archives, out)
    assert (made.editions, made.left_out) == (["2026.1", "2026"], [])
    found = verify(out)
    assert found.problems == []
    assert {each.place for each in found.found} >= {"out/2026", "out/2026.1"}
    assert json.loads((out / "editions.json").read_text(encoding="utf-8"))["current"] == "2026.1"
    assert names(out / "latest" / "fr") == ["ai", "cases", "gone", "index.html"]
    assert "/2026.1/fr/" in (out / "feed-fr.xml").read_text(encoding="utf-8")
    assert names(out.parent) == ["out"]


def test_the_same_archives_give_the_same_tree(small: Path, archives: Path, out: Path, tmp_path: Path) -> None:
    approve(small, archives, "2026")
    assemble(small, archives, out)
    assemble(small, archives, tmp_path / "other")
    assert state(out) == state(tmp_path / "other")
    assemble(small, archives, out)
    assert state(out) == state(tmp_path / "other")


def test_an_archive_may_lie_in_a_folder_of_its_own(small: Path, archives: Path, out: Path) -> None:
    approve(small, archives, "2026")
    (archives / "2026").mkdir()
    (archives / "2026.zip").rename(archives / "2026" / "2026.zip")
    assert assemble(small, archives, out).editions == ["2026"]


def test_an_archive_without_an_approval_is_left_out_and_named(small: Path, archives: Path, out: Path) -> None:
    approve(small, archives, "2026")
    shutil.copy(archives / "2026.zip", archives / "2027.zip")
    shutil.copy(archives / "2026.zip", archives / "2026-rc1.zip")
    made = assemble(small, archives, out)
    assert (made.editions, made.left_out) == (["2026"], ["2027"])
    assert not (out / "2027").exists()


def test_an_archive_that_is_gone_is_refused_and_the_old_tree_stays(
    small: Path, archives: Path, out: Path
) -> None:
    numbers = ("2026", "2026.1")
    for number in numbers:
        approve(small, archives, number)
    assemble(small, archives, out)
    before = state(out)
    for number in numbers:
        (archives / f"{number}.zip").unlink()
    found = reasons(small, archives, out)
    assert [number for number in numbers for line in found if f"edition {number} is missing" in line] == [
        *numbers
    ]
    assert state(out) == before
    assert names(out.parent) == ["out"]


def test_an_edition_is_never_dropped_because_its_record_is_gone(
    small: Path, archives: Path, out: Path
) -> None:
    approve(small, archives, "2026")
    assemble(small, archives, out)
    (small / "data" / "approvals" / "2026.yaml").unlink()
    assert "no data/approvals/2026.yaml" in reasons(small, archives, out)[0]
    assert (out / "2026" / "en" / "index.html").is_file()


def flip(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    archive.write_bytes(content)


def cut(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-1000])


def empty(archive: Path) -> None:
    archive.write_bytes(b"")


@pytest.mark.parametrize("damage", [flip, cut, empty])
def test_every_damaged_archive_is_named_and_nothing_changes(
    damage: Callable[[Path], None], small: Path, archives: Path, out: Path
) -> None:
    for number in ("2026", "2026.1", "2027"):
        approve(small, archives, number)
    assemble(small, archives, out)
    before = state(out)
    damage(archives / "2026.zip")
    damage(archives / "2027.zip")
    found = reasons(small, archives, out)
    assert {line.split(":")[0] for line in found} == {str(archives / "2026.zip"), str(archives / "2027.zip")}
    assert state(out) == before
    assert names(out.parent) == ["out"]


def test_all_that_is_wrong_with_places_is_said_at_once(small: Path, archives: Path, out: Path) -> None:
    approve(small, archives, "2026")
    (archives / "2026.zip").unlink()
    out.mkdir(parents=True)
    (out / "mine.txt").touch()
    assert len(reasons(small, archives, out)) == 2
    assert names(out) == ["mine.txt"]


def test_lists_that_are_damaged_or_gone_are_made_anew(small: Path, archives: Path, out: Path) -> None:
    approve(small, archives, "2026")
    assemble(small, archives, out)
    before = state(out)
    (out / "versions.json").unlink()
    (out / "editions.json").write_text("{", encoding="utf-8")
    (out / "2026" / "en" / "index.html").write_text("changed", encoding="utf-8")
    assemble(small, archives, out)
    assert state(out) == before


def test_sixty_editions_stand_side_by_side(small: Path, archives: Path, out: Path) -> None:
    numbers = [f"{year}{more}" for year in range(2026, 2046) for more in ("", "-e1", ".1")]
    for number in numbers:
        approve(small, archives, number, ("",))
    made = assemble(small, archives, out)
    assert made.editions == numbers[::-1]
    assert len(json.loads((out / "versions.json").read_text(encoding="utf-8"))) == 60
    page = (out / "index.html").read_text(encoding="utf-8")
    assert [number for number in numbers if f'href="{number}/fr/"' not in page] == []


def test_of_two_at_once_one_is_refused(small: Path, archives: Path, out: Path, report: Report) -> None:
    with fresh_folder(out):
        with pytest.raises(BusyError):
            assemble(small, archives, out)
        done = report("--root", small, "assemble", "--archives", archives, "--out", out)
    assert (done.code, names(out.parent)) == (3, [])
    assert done.lines == [f"Refused: another assembly is writing to {out}; wait until it has ended."]


def test_the_command_says_what_it_made(small: Path, archives: Path, out: Path, report: Report) -> None:
    run = ("--root", small, "assemble", "--archives", archives, "--out", out)
    done = report(*run)
    assert (done.code, done.out) == (0, f"{out}: no edition has been approved yet.\n")
    approve(small, archives, "2026")
    shutil.copy(archives / "2026.zip", archives / "2027.zip")
    done = report(*run)
    assert done.lines == []
    assert done.out.splitlines() == [
        "Edition 2027 has an archive but no approval: left out.",
        f"{out}: editions 2026.",
    ]


def test_the_command_refuses_with_exit_code_3(small: Path, archives: Path, report: Report) -> None:
    done = report("--root", small, "assemble", "--archives", archives, "--out", small)
    assert done.code == 3
    assert any("holds the report itself" in line for line in done.lines)
    assert done.lines[-1] == f"Refused: {small} is as it was."


def test_problems_of_the_data_have_exit_code_1(
    small: Path, archives: Path, out: Path, report: Report
) -> None:
    (small / "data" / "approvals").mkdir()
    (small / "data" / "approvals" / "2026.yaml").write_text("edition: x\n", encoding="utf-8")
    done = report("--root", small, "assemble", "--archives", archives, "--out", out)
    assert (done.code, out.exists()) == (1, False)
    assert any("data/approvals/2026.yaml" in line for line in done.lines)


def test_a_disk_that_fails_has_exit_code_1(small: Path, archives: Path, report: Report) -> None:
    done = report("--root", small, "assemble", "--archives", archives, "--out", "/proc/nowhere/out")
    assert done.code == 1
    assert "/proc/nowhere/out is as it was." in done.lines[-1]


def test_folders_that_are_not_there_are_wrong_use(small: Path, archives: Path, report: Report) -> None:
    assert report("--root", small, "assemble", "--archives", archives / "no", "--out", archives).code == 2
    assert report("--root", small, "assemble", "--archives", archives).code == 2
