"""Passing the gates of a candidate: each command runs in a clone of the commit, and what it says is kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from report.editions.running import last_lines, run
from report.editions.worktrees import environment, programs
from study.editions.gates import FILE
from study.models.gates import COPYING, MAKING, Gate


@dataclass(frozen=True)
class Failure:
    """A gate that did not hold: how its command ended, and the last lines it said."""

    gate: str
    code: int
    log: Path
    said: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return what is said of it, on several lines."""
        first = f"the gate {self.gate} fails (exit code {self.code}); all it said stands in {self.log}"
        return "\n    ".join([first, *self.said])


def failing_gates(
    gates: list[Gate], folder: Path, logs: Path, say: Callable[[str], None]
) -> Iterator[Failure]:
    """Run the commands of all gates in the clone `folder`, one after the other; yield those that fail.

    `say` is told what is under way. The output of each stands in `logs`/GATE.log.
    """
    variables = environment(folder)
    for gate in gates:
        if gate.id in (*MAKING, COPYING):
            continue
        say(f"Gate {gate.id}: {' '.join(gate.command)}")
        log = logs / f"{gate.id}.log"
        log.unlink(missing_ok=True)
        if code := run(gate.command, folder, variables, log):
            yield Failure(gate.id, code, log, tuple(last_lines(log)))


def missing_commands(gates: list[Gate]) -> Iterator[str]:
    """Return a sentence for each gate whose program, or whose Python module, is not installed."""
    for gate in gates:
        if gate.id in MAKING:
            continue
        program = gate.command[0]
        module = gate.command[2] if gate.command[:2] == ["python", "-m"] and len(gate.command) > 2 else None
        if shutil.which(program, path=programs()) is None:
            yield f"{FILE}: gate {gate.id}: there is no program {program}; expected it to be installed"
        elif module and find_spec(module.partition(".")[0]) is None:
            yield f"{FILE}: gate {gate.id}: Python has no module {module}; expected it to be installed"
