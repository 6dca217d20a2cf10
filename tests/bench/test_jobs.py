"""The benchmark as people run it, on a copy of the report."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.history import FILE


def bench(root: Path, copy: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench", "--root", str(copy), "--size", "10", "--runs", "1", *options],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def history(copy: Path) -> list[list[str]]:
    with (copy / FILE).open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened))


def test_a_build_is_measured_printed_and_kept(root: Path, checkout: Path) -> None:
    before = history(checkout)
    done = bench(root, checkout, "--job", "chapters", "--no-peers")
    assert done.returncode == 0, done.stderr
    jobs = [line.split()[:3] for line in done.stdout.splitlines() if line.startswith(("cold", "edit"))]
    assert jobs == [["cold", "report", "10"], ["edit", "report", "10"]]
    after = history(checkout)
    assert after[: len(before)] == before
    assert [line[4:8] for line in after[len(before) :]] == [
        ["cold", "report", "10", "1"],
        ["edit", "report", "10", "1"],
    ]
    assert all(float(line[9]) > 0.5 for line in after[len(before) :])


def test_a_build_that_fails_gives_what_it_said_and_no_figure(
    root: Path, checkout: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("overrides/main.html", "<!doctype html>", "{% no_such_tag %}<!doctype html>")
    before = history(checkout)
    done = bench(root, checkout, "--job", "chapters", "--no-peers")
    assert done.returncode == 1
    assert "no_such_tag" in done.stderr
    assert "cold" not in done.stdout
    assert history(checkout) == before


@pytest.mark.long
def test_every_edit_is_seen_in_the_preview(root: Path, checkout: Path) -> None:
    done = bench(root, checkout, "--job", "preview", "--edits", "1", "--no-history")
    assert done.returncode == 0, done.stderr
    lines = [line.split()[:2] for line in done.stdout.splitlines() if line.startswith("preview ")]
    kinds = [["preview", kind] for kind in ("start", "chapter", "record", "fragment")]
    assert [line for line in lines if not line[1].startswith("(")] == kinds * 2
