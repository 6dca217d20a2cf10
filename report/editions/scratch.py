"""One at a time, in folders of its own: a candidate or a publication that is killed leaves nothing behind for long.

What a killed one left is removed by the next: a lock that the system itself gives back, folders named after
the process that made them.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from report.editions.swapping import take_place
from report.git import git_folder
from report.trees import runs

LOCK = "report-editions.lock"
PREFIX = "report-edition"


class BusyError(Exception):
    """Raised where another candidate or publication of this repository is under way."""


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the lock of the repository, the same for all its checkouts. Raises BusyError if another holds it.

    The system gives the lock back when the process ends, however it ends.
    """
    folder = git_folder(root)
    if folder is None:  # outside git nothing is made; who holds the lock will say so
        yield
        return
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder for clones and sites outside any checkout, and remove it afterwards."""
    _remove_left()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}-{os.getpid()}-")).resolve()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def beside(target: Path) -> Path:
    """Return a new folder beside `target`, to be filled and then put in its place; others' remains are removed.

    Only who is alone may call it.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in target.parent.iterdir():
        if re.fullmatch(rf"\.{re.escape(target.name)}-\d+(-old)?", left.name):
            shutil.rmtree(left, ignore_errors=True)
    folder = target.with_name(f".{target.name}-{os.getpid()}")
    folder.mkdir()
    return folder


def put(folder: Path, target: Path) -> None:
    """Put a filled folder in the place of `target`; what stood there is removed."""
    take_place(folder, target)
    shutil.rmtree(folder, ignore_errors=True)


def _remove_left() -> None:
    """Remove the folders of processes that are no more; another user's can't be, and are left."""
    if os.name != "posix":  # elsewhere, asking for a process may end it
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}-*"):
        found = re.fullmatch(rf"{PREFIX}-(\d+)-\w+", folder.name)
        if found and not runs(int(found[1])) and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
