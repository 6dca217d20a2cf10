"""Assemblies that are killed, or find the disk full, at every step: the old tree or the new one, never a mixture."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from report.editions.assembling import assemble
from tests.report.editions.small_editions import approve

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and exchanges folders as Linux does")
SHORT, ALL = 40, 1
STRIDES = [pytest.param(SHORT, id="some"), pytest.param(ALL, id="all", marks=pytest.mark.long)]


class Seen(NamedTuple):
    """What was seen at one step: after the fault, and after one more assembly."""

    step: int
    said: str
    tree: str
    left: list[str]
    tree_then: str
    left_then: list[str]


def interrupted(
    fault: str, exchange: str, stride: int, root: Path, small: Path, archives: Path
) -> list[Seen]:
    """Interrupt an assembly that adds an edition to a tree, at every `stride`-th step and at each of the last."""
    before, after = small.with_name("before"), small.with_name("after")
    approve(small, archives, "2026", ("",))
    assemble(small, archives, before)
    approve(small, archives, "2027", ("",))
    assemble(small, archives, after)
    done = subprocess.run(
        [sys.executable, "-m", "tests.report.editions.killing", fault, exchange, str(stride)]
        + [str(path) for path in (small, archives, before, after)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Seen(*json.loads(line)) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("stride", STRIDES)
def test_a_kill_leaves_the_old_tree_or_the_new_one(
    stride: int, root: Path, small: Path, archives: Path
) -> None:
    seen = interrupted("killed", "with", stride, root, small, archives)
    assert {each.tree for each in seen} == {"old", "new"}
    assert [each for each in seen if each.said] == [], "it was not killed"
    assert {each.tree_then for each in seen} == {"new"}
    assert {tuple(each.left_then) for each in seen} == {("out",)}


@pytest.mark.parametrize("stride", STRIDES)
def test_where_folders_cannot_be_exchanged_the_next_assembly_helps(
    stride: int, root: Path, small: Path, archives: Path
) -> None:
    seen = interrupted("killed", "without", stride, root, small, archives)
    assert {each.tree for each in seen} == {"old", "none", "new"}
    assert all(".out.old" in each.left and ".out.new" in each.left for each in seen if each.tree == "none")
    assert {each.tree_then for each in seen} == {"new"}
    assert {tuple(each.left_then) for each in seen} == {("out",)}


@pytest.mark.parametrize("stride", STRIDES)
def test_a_full_disk_leaves_the_old_tree_and_nothing_else(
    stride: int, root: Path, small: Path, archives: Path
) -> None:
    seen = interrupted("full", "with", stride, root, small, archives)
    assert {each.tree for each in seen} == {"old"}
    assert [each for each in seen if "No space left on device" not in each.said] == []
    assert {tuple(each.left) for each in seen} <= {("out",), (".out.lock", "out")}
    assert {each.tree_then for each in seen} == {"new"}
