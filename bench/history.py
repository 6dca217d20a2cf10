"""The history of measurements: lines are added, never changed."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import OURS, Delays, Figure
from report.git import commit_name, commit_time, has_changes

FILE = Path("bench/history.csv")  # below the checkout
HEADER = (
    "date",  # of the commit
    "commit",  # with + where there was work that is not committed
    "cores",
    "load",  # processes that wanted to run before the job began, mean of a minute
    "job",
    "contender",
    "N",
    "runs",
    "wall_s",
    "cpu_s",
    "memory_MB",
    "output_MB",
)


@dataclass(frozen=True)
class Circumstances:
    """Which version was measured, and where."""

    date: str
    commit: str
    cores: int
    load: float


def circumstances(root: Path) -> Circumstances:
    """Return the version of the checkout at `root` and the state of the machine now."""
    seconds = commit_time(root)
    day = datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds is not None else ""
    changed = "+" if has_changes(root) else ""
    commit = (commit_name(root) or "")[:12]
    return Circumstances(day, f"{commit}{changed}", os.cpu_count() or 1, os.getloadavg()[0])


def append(lines: Iterable[Figure | Delays], about: Circumstances, file: Path) -> None:
    """Add a line for each figure to the history; what stands there already is not touched."""
    file.parent.mkdir(exist_ok=True)
    new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        if new:
            writer.writerow(HEADER)
        start = (about.date, about.commit, about.cores, f"{about.load:.1f}")
        writer.writerows((*start, *_fields(line)) for line in lines)


def _fields(line: Figure | Delays) -> Sequence[str | int]:
    if isinstance(line, Delays):
        return line.job, OURS, line.size, len(line.seconds), f"{line.median:.2f}", "", "", ""
    cost, written = line.cost, line.output
    measured = (f"{cost.wall:.2f}", f"{cost.processor:.2f}", f"{cost.memory:.0f}")
    size = f"{written.total:.1f}" if written else ""
    return line.job, line.contender, line.size, line.runs, *measured, size
