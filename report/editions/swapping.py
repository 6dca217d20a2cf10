"""One folder in the place of another, in one step: whoever looks sees the old one or the new one."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

AT_FDCWD = -100
RENAME_EXCHANGE = 2
# what renameat2(2) answers where kernel, file system or a container's rules do not know the exchange
NOT_POSSIBLE = {errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EOPNOTSUPP}


class BusyError(Exception):
    """Raised when another process is making the same folder."""


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f".{out.name}.{what}")


@contextmanager
def fresh_folder(out: Path) -> Iterator[Path]:
    """Give an empty folder beside `out`, for `take_place`; it is gone afterwards, whatever happened.

    What a killed process left is put right first. Raises BusyError while another process has such a
    folder, OSError where nothing can be written beside `out`.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(out, "lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError from None
    fresh = _beside(out, "new")
    try:
        recover(out)
        fresh.mkdir()
        fresh.chmod(0o755)  # a web server reads it, whoever made it
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        with suppress(OSError):  # while it is held: who waits for it notices and makes its own
            _beside(out, "lock").unlink()
        lock.release()


def recover(out: Path) -> None:
    """Put right what a process left that was killed: no half folder, and the old one where there is no new one."""
    old = _beside(out, "old")
    if old.exists() and not out.exists():
        old.rename(out)
    for left in (old, _beside(out, "new")):
        if left.exists():
            shutil.rmtree(left)


def take_place(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out`; afterwards the old folder is gone, or stands where `fresh` stood.

    Where the system can't exchange two folders in one step, `out` is missing for a moment between two
    renames, and `recover` helps if the process is killed in it.
    """
    if not out.exists():
        fresh.rename(out)
        return
    fresh.chmod(out.stat().st_mode & 0o777)
    if exchanged(fresh, out):
        return
    old = _beside(out, "old")
    out.rename(old)
    try:
        fresh.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)


def exchanged(first: Path, second: Path) -> bool:
    """Exchange two folders in one step (renameat2(2) of Linux); return False where that is not possible.

    Raises OSError where it is possible, but fails.
    """
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)  # in glibc since 2.28
    if call is None:
        return False
    call.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    if call(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in NOT_POSSIBLE:
        return False
    raise OSError(code, os.strerror(code), str(second))
