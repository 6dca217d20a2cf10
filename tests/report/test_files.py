"""Files are written whole: an interruption leaves the old one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from report.files import write_new, write_whole, written_once


def test_a_text_is_written_as_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.yaml"
    write_whole(path, "É\nœ\n")
    assert path.read_bytes() == "É\nœ\n".encode()
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.sh"
    path.write_text("old")
    path.chmod(0o750)
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o750


def test_a_text_that_cannot_be_written_leaves_the_old_one_and_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "x" * 100_000 + "\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


# Stops before the new file takes the place of the old one, as a lost connection or an empty battery would.
INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from report import files
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs ignore it
def stop(handle):
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
files.os.fsync = stop
files.write_whole(Path(sys.argv[1]), "new" * 100_000)
"""


@pytest.mark.parametrize(("sign", "left_over"), [("SIGINT", 0), ("SIGKILL", 1)])
def test_an_interruption_leaves_the_old_file(sign: str, left_over: int, tmp_path: Path, root: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(path), sign],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (-getattr(signal, sign), 1)
    assert path.read_text() == "old"
    others = [each.name for each in tmp_path.iterdir() if each != path]
    assert len(others) == left_over
    assert all(name.startswith(".a.yaml-") and name.endswith(".tmp") for name in others)  # git ignores *.tmp


def test_a_new_file_is_written_whole_and_replaces_none(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a.yaml"
    write_new(path, "É\n")
    assert path.read_bytes() == "É\n".encode()
    assert path.stat().st_mode & 0o777 == 0o644
    with pytest.raises(FileExistsError):
        write_new(path, "other\n")
    assert path.read_bytes() == "É\n".encode()
    assert list(path.parent.iterdir()) == [path]


def test_what_is_written_once_is_the_same_afterwards_or_another_that_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    assert written_once(path, "É\n") is True
    assert written_once(path, "É\n") is False
    assert written_once(path, "other\n") is None
    assert path.read_text(encoding="utf-8") == "É\n"


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        write_new(path, "x\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.yaml"]
