"""What a command costs: time, processor time and memory of it and of all that it starts."""

from __future__ import annotations

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

BETWEEN = Path(__file__).resolve().parent / "measured.py"
PROC = Path("/proc")
SAMPLED_EVERY = 0.1  # seconds
SAID_AT_MOST = 4000  # characters of a failed command's output
MEGABYTE = 1_000_000


class BuildError(Exception):
    """A measured command ended with an error; the message is what it said."""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds, and megabytes (1 MB is 1,000,000 bytes).

    `processor` is user and system time of the whole process tree, `memory` the peak of its largest
    process, `together` the peak of all its processes at one moment (0 where the system has no /proc).
    """

    wall: float
    processor: float
    memory: float
    together: float = 0.0


def run(command: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run a command in `folder` and return what it cost. Raises BuildError with what it said.

    `os.wait4` counts a process with all the children it has waited for, see getrusage(2).
    """
    with tempfile.TemporaryDirectory(prefix="bench-cost-") as kept, tempfile.TemporaryFile() as output:
        figures = Path(kept) / "figures.json"
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(BETWEEN), str(figures), *command],
            cwd=folder,
            env={**os.environ, **(variables or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        sampler = Sampler(process.pid)
        try:
            code = process.wait()
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
            raise
        finally:
            together = sampler.peak()
        if code:
            output.seek(0)
            said = output.read().decode("utf-8", "replace").strip()[-SAID_AT_MOST:]
            raise BuildError(f"{' '.join(command)}\nended with {code} and said:\n{said}")
        wall, processor, memory = json.loads(figures.read_text(encoding="utf-8"))
    return Cost(wall, processor, memory / MEGABYTE, together)


def one_after_another(costs: Iterable[Cost]) -> Cost:
    """Return what several commands cost that run one after another."""
    each = list(costs)
    return Cost(
        sum(cost.wall for cost in each),
        sum(cost.processor for cost in each),
        max(cost.memory for cost in each),
        max(cost.together for cost in each),
    )


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.processor for cost in costs),
        statistics.median(cost.memory for cost in costs),
        statistics.median(cost.together for cost in costs),
    )


class Sampler:
    """Looks now and then at the memory of all that descend from a process."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._peak = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def peak(self) -> float:
        """Stop, and return the largest sum seen, in megabytes."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(SAMPLED_EVERY):
            self._peak = max(self._peak, sum(map(_memory, descent(self._process)[1:])))


def descent(process: int) -> list[int]:
    """Return the ids of a process and its descendants, as proc(5) tells; the first alone elsewhere."""
    found, waiting = [], [process]
    while waiting:
        found.append(waiting.pop())
        for thread in PROC.glob(f"{found[-1]}/task/*/children"):
            waiting += map(int, _read(thread).split())
    return found


def processor_time(process: int) -> float:
    """Return the processor time in seconds that a process and its descendants have used so far.

    Fields 14 and 15 of proc(5)'s stat, counted in clock ticks; 0 where the system has no /proc.
    """
    fields = [_read(PROC / str(each) / "stat").rpartition(")")[2].split() for each in descent(process)]
    return sum(int(each[11]) + int(each[12]) for each in fields if each) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> float:
    """Return a process' share of memory in megabytes: what several share is divided among them."""
    for line in _read(PROC / str(process) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / MEGABYTE
    return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:  # the process has ended meanwhile, or the system has no /proc
        return ""
