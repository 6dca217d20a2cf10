"""The rehearsal itself: the short one each time, the whole one in the long run; and that it can fail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rehearsal.story import FIRST, SECOND, flip

pytestmark = pytest.mark.browser


def rehearsal(root: Path, *arguments: object) -> tuple[int, str]:
    """Run the command in a process of its own, for it drives a browser of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.rehearsal", *map(str, arguments)],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def rehearsed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small rehearsal that has ended well."""
    folder = tmp_path_factory.mktemp("rehearsal")
    code, said = rehearsal(root, "--small", "--folder", folder)
    assert code == 0, said
    return folder


def test_the_whole_way_is_rehearsed_with_a_small_report(rehearsed: Path) -> None:
    tags = subprocess.run(
        ["git", "-C", str(rehearsed / "remote.git"), "tag"], capture_output=True, text=True, check=True
    )
    assert set(tags.stdout.split()) == {FIRST, f"{FIRST}-rc1", f"{FIRST}-rc2", SECOND, f"{SECOND}-rc1"}
    for page in (rehearsed / "www" / "report").glob(f"{FIRST}*/*/rehearsal/*/index.html"):
        assert "REHEARSAL" in page.read_text(encoding="utf-8")


def test_a_switch_that_leads_nowhere_is_noticed(root: Path, rehearsed: Path) -> None:
    (rehearsed / "www" / "report" / "editions.json").unlink()
    code, said = rehearsal(root, "--folder", rehearsed, "--read", "--patience", 2)
    assert code == 1
    assert "FAILED" in said


def test_flipping_turns_one_bit_round(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    flip(path)
    assert path.read_bytes() == b"acc"


@pytest.mark.long
def test_the_whole_way_is_rehearsed_with_the_whole_report(root: Path, tmp_path: Path) -> None:
    code, said = rehearsal(root, "--folder", tmp_path)
    assert code == 0, said
    assert f"editions {SECOND}" in said
