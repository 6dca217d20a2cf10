"""Running a command in a clone, its output kept in a file. The only module of editions that runs other programs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path

from report.editions.worktrees import programs

LAST = 15  # lines that a message shows of a longer output


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> int:
    """Run a command in `folder`; return its exit code, 127 where there is no such program.

    What it says is added to the file `log`. If this process is interrupted, the command and all it started end too.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        program = shutil.which(command[0], path=programs())
        if program is None:
            output.write(f"there is no program {command[0]}\n".encode())
            return 127
        with subprocess.Popen(
            [program, *command[1:]],
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        ) as process:
            try:
                return process.wait()
            except BaseException:
                _end(process)
                raise


def last_lines(log: Path, count: int = LAST) -> list[str]:
    """Return the last lines of a file that are not empty, however long it is."""
    if not log.is_file():
        return []
    with log.open(encoding="utf-8", errors="replace") as file:
        return list(deque((line.rstrip() for line in file if line.strip()), count))


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
