from __future__ import annotations

import csv
from pathlib import Path

from bench.figures import Delays, Figure
from bench.history import FILE, HEADER, Circumstances, append
from bench.measuring import Cost
from bench.output import KINDS, Output

ABOUT = Circumstances("2026-11-22", "4291972c7b98", 2, 0.5)
FIGURE = Figure("cold", "report", 20, 5, Cost(3.6, 3.4, 90), Output(dict.fromkeys(KINDS, 2.0), 9))
DELAYS = Delays("preview chapter", 39, (0.5, 0.3, 0.4))


def test_each_figure_gets_one_line(tmp_path: Path) -> None:
    file = tmp_path / "history.csv"
    append([FIGURE, DELAYS], ABOUT, file)
    with file.open(encoding="utf-8", newline="") as opened:
        head, *lines = csv.reader(opened)
    start = ["2026-11-22", "4291972c7b98", "2", "0.5"]
    assert tuple(head) == HEADER
    assert lines == [
        [*start, "cold", "report", "20", "5", "3.60", "3.40", "90", f"{2 * len(KINDS):.1f}"],
        [*start, "preview chapter", "report", "39", "3", "0.40", "", "", ""],
    ]


def test_what_stands_there_is_never_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "history.csv"
    append([FIGURE], ABOUT, file)
    before = file.read_bytes() + b"a line, that nobody understands\n"
    file.write_bytes(before)
    append([DELAYS], ABOUT, file)
    after = file.read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].count(b"\n") == 1


def test_the_history_of_the_project_has_these_columns(root: Path) -> None:
    with (root / FILE).open(encoding="utf-8", newline="") as opened:
        head, *lines = csv.reader(opened)
    assert tuple(head) == HEADER
    assert {len(line) for line in lines} <= {len(HEADER)}
