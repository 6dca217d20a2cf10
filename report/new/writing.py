"""Writing where others may write too: a file is replaced only while it is as it was read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from report.files import write_whole
from report.new.place import RefusedError

if sys.platform != "win32":
    import fcntl


def replace_unchanged(path: Path, old: bytes, new: str) -> None:
    """Write `new` to `path` if it still holds `old`; the file is the old one or the new one at any moment.

    Raises RefusedError if it holds something else by now, or can't be written.
    """
    path = path.resolve()  # a link stays a link
    try:
        with _alone(path):
            if path.read_bytes() != old:
                raise RefusedError(f"{path.name} was changed meanwhile by someone else; start again")
            _write(path, new)
    except OSError as error:
        raise RefusedError(f"{path.name} can't be written ({error.strerror})") from None


def _write(path: Path, new: str) -> None:
    try:
        write_whole(path, new)
    except KeyboardInterrupt:
        if path.read_bytes() != new.encode():  # else it came too late to stop anything
            raise


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one process at a time compare and replace; the system frees the file if that process dies.

    On Windows an open file can't be replaced: there only the comparison protects.
    """
    if sys.platform == "win32":
        yield
        return
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
