"""Writing files whole: an interrupted command leaves the old file or the new one, never a half."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write `text` to `path` as UTF-8 with `\\n` line ends, by way of a temporary file beside it."""
    temporary = _temporary(path, text.encode("utf-8"))
    try:
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file of bytes, by way of a temporary file beside it; everyone may read it."""
    temporary = _temporary(path, content)
    try:
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_new(path: Path, text: str) -> None:
    """Write `text` like `write_whole`, but only where no file stands. Raises FileExistsError where one does."""
    temporary = _temporary(path, text.encode("utf-8"))
    try:
        temporary.chmod(0o644)
        os.link(temporary, path)  # the one step that both puts a whole file there and refuses to replace one
    finally:
        temporary.unlink(missing_ok=True)


def written_once(path: Path, text: str) -> bool | None:
    """Write `text` to `path` where no file stands.

    Returns True if it was written, False if `path` holds the same already, None if it holds something else,
    which is never overwritten.
    """
    try:
        write_new(path, text)
    except FileExistsError:
        return False if path.read_bytes() == text.encode() else None
    return True


def _temporary(path: Path, content: bytes) -> Path:
    """Return a file beside `path` that holds `content` and is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
