from __future__ import annotations

import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from report.editions import swapping
from report.editions.swapping import BusyError, exchanged, fresh_folder, recover, take_place

linux = pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is a call of Linux")


def folder(path: Path, said: str) -> Path:
    path.mkdir(parents=True)
    (path / "said").write_text(said, encoding="utf-8")
    return path


def said(path: Path) -> str:
    return (path / "said").read_text(encoding="utf-8")


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.iterdir())


@linux
def test_two_folders_are_exchanged(tmp_path: Path) -> None:
    first, second = folder(tmp_path / "é", "1"), folder(tmp_path / "b", "2")
    assert exchanged(first, second)
    assert (said(first), said(second)) == ("2", "1")


@linux
def test_an_exchange_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        exchanged(folder(tmp_path / "a", "1"), tmp_path / "nowhere")


@linux
def test_whoever_reads_finds_the_folder_at_any_moment(tmp_path: Path) -> None:
    first, out = folder(tmp_path / "a", "1"), folder(tmp_path / "out", "2")
    over, failed = Event(), []

    def read() -> None:
        while not over.is_set():
            try:
                said(out)
            except OSError as error:
                failed.append(error)

    reader = Thread(target=read)
    reader.start()
    for _ in range(200):
        assert exchanged(first, out)
    over.set()
    reader.join()
    assert failed == []


@pytest.mark.parametrize("possible", [True, False])
def test_the_new_folder_takes_the_place_and_nothing_else_is_left(
    possible: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not possible:
        monkeypatch.setattr(swapping, "exchanged", lambda *paths: False)
    out = tmp_path / "deep" / "out"
    for turn in ("first", "second"):
        with fresh_folder(out) as fresh:
            (fresh / "said").write_text(turn, encoding="utf-8")
            take_place(fresh, out)
        assert said(out) == turn
        assert names(out.parent) == ["out"]


def test_the_mode_of_the_folder_stays(tmp_path: Path) -> None:
    out = folder(tmp_path / "out", "old")
    out.chmod(0o750)
    with fresh_folder(out) as fresh:
        take_place(fresh, out)
    assert out.stat().st_mode & 0o777 == 0o750


def test_a_failure_leaves_the_old_folder_alone(tmp_path: Path) -> None:
    out = folder(tmp_path / "out", "old")
    with pytest.raises(OSError, match="full"), fresh_folder(out) as fresh:
        (fresh / "half").touch()
        raise OSError("full")
    assert (said(out), names(tmp_path)) == ("old", ["out"])


def test_a_second_rename_that_fails_puts_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = folder(tmp_path / "out", "old")
    monkeypatch.setattr(swapping, "exchanged", lambda *paths: False)
    with pytest.raises(FileNotFoundError), fresh_folder(out) as fresh:
        fresh.rmdir()
        monkeypatch.setattr(Path, "chmod", lambda *arguments: None)
        take_place(fresh, out)
    assert (said(out), names(tmp_path)) == ("old", ["out"])


def test_two_at_once_are_refused(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with fresh_folder(out) as fresh:
        with pytest.raises(BusyError), fresh_folder(out):
            pass
        assert fresh.is_dir(), "the one that came second took the first one's folder"
    with fresh_folder(out):
        pass


def test_what_a_killed_process_left_is_put_right(tmp_path: Path) -> None:
    out = tmp_path / "out"
    folder(tmp_path / ".out.old", "old")  # killed between two renames
    folder(tmp_path / ".out.new", "half")
    recover(out)
    assert (said(out), names(tmp_path)) == ("old", ["out"])
    folder(tmp_path / ".out.old", "older")  # killed after both
    recover(out)
    assert (said(out), names(tmp_path)) == ("old", ["out"])


def test_a_lock_that_a_killed_process_left_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / ".out.lock").touch()
    with fresh_folder(tmp_path / "out"):
        pass
    assert names(tmp_path) == []
