"""An assembly that is killed, or finds the disk full, at any chosen step of its work on files.

Python announces each step before it is done (audit events, PEP 578): opening, renaming, removing, making a
folder. This process has read everything and forks a child per step, so that no child has to begin anew.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from report.editions import swapping
from report.editions.assembling import assemble
from tests.report.conftest import state

STEPS = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.scandir", "os.listdir"}
REMOVING = {"os.remove", "os.rmdir", "os.scandir", "os.listdir"}  # a full disk lets go of files
TELLING = {"os.rename", "os.chmod"}  # steps of which none is passed over, nor those around them
Act = Callable[[], object]


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def done_until(step: int, below: Path, act: Act, happen: Callable[[], None]) -> tuple[list[str], str]:
    """Run `act` in a child to which something happens at its step `step` below a folder, 1 being the first.

    Return the steps that it took and what it said, both empty if it was killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(step, below, act, happen, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as file:
        taken, said = json.loads(file.read() or '[[], ""]')
    os.waitpid(child, 0)
    return taken, said


def _work(step: int, below: Path, act: Act, happen: Callable[[], None], writing: int) -> None:
    taken: list[str] = []

    def heard(event: str, arguments: tuple[object, ...]) -> None:
        if (
            event in STEPS
            and arguments
            and _is_below(arguments[0], below)
            and _counts(event, arguments, happen)
        ):
            taken.append(event)
            if len(taken) == step or (happen is full and len(taken) > step > 0):
                happen()

    sys.addaudithook(heard)
    try:
        act()
        said = "done"
    except BaseException as error:
        said = f"{type(error).__name__}: {error}"
    with os.fdopen(writing, "w", encoding="utf-8") as file:
        json.dump([taken, said], file)
    os._exit(0)


def _is_below(path: object, below: Path) -> bool:
    """Return whether a path is below a folder; what is relative is a name in a folder being removed."""
    if not isinstance(path, (str, bytes, os.PathLike)):
        return False
    text = os.fsdecode(path)
    return text.startswith(str(below)) or not text.startswith("/")


def _counts(event: str, arguments: tuple[object, ...], happen: Callable[[], None]) -> bool:
    if happen is not full:
        return True
    flags = arguments[2] if event == "open" else os.O_CREAT
    return event not in REMOVING and isinstance(flags, int) and bool(flags & (os.O_CREAT | os.O_WRONLY))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def main(
    fault: str, exchange: str, stride: int, checkout: Path, archives: Path, before: Path, after: Path
) -> None:
    """Print for each step what stands there after the fault, and after one more assembly."""
    if exchange == "without":
        swapping.exchanged = lambda *paths: False  # type: ignore[assignment]
    parent = before.with_name("tried")
    out = parent / "out"
    old, new = state(before), state(after)

    def act() -> object:
        return assemble(checkout, archives, out)

    def fresh() -> None:
        shutil.rmtree(parent, ignore_errors=True)
        shutil.copytree(before, out)

    def standing() -> str:
        found = state(out) if out.exists() else None
        return "none" if found is None else "old" if found == old else "new" if found == new else "mixture"

    fresh()
    happen = {"killed": killed, "full": full}[fault]
    assemble(checkout, archives, after)
    taken, _ = done_until(0, parent, act, happen)
    telling = [number for number, event in enumerate(taken, start=1) if event in TELLING]
    near = {number + more for number in telling for more in (0, 1)}
    for step in sorted({*range(1, len(taken) + 1, stride), *near} & {*range(1, len(taken) + 1)}):
        fresh()
        _, said = done_until(step, parent, act, happen)
        seen, left = standing(), names(parent)
        assemble(checkout, archives, out)
        print(json.dumps([step, said, seen, left, standing(), names(parent)]))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), *map(Path, sys.argv[4:]))
