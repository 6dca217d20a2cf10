"""Writing several files as one: all of them, or none.

All new texts, and the old ones once more, are first written to the disk beside their files, as
`.NAME-….tmp`; then each new one takes the place of its file. If one can't, those that were replaced get
their old text back. Only a process killed between two of these steps leaves some chapters new and the
others old, each of them whole: `git status` shows the new ones as modified (the `.tmp` files are ignored),
`git diff` what came, and the same command again finishes the work; `git restore docs` undoes it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


class NotWrittenError(Exception):
    """Raised where nothing was written; says why."""


def content_of(text: str, before: bytes) -> bytes:
    """Return `text` with the line ends of the file it is to replace.

    Raises NotWrittenError if the file mixes line ends: they could not be kept.
    """
    if b"\r" not in before:
        return text.encode()
    if before.count(b"\r") == before.count(b"\n") == before.count(b"\r\n"):
        return text.replace("\n", "\r\n").encode()
    raise NotWrittenError("the file mixes line ends of Windows and others; save it with one kind")


def write_together(contents: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Write files, given the content before and after of each.

    Raises NotWrittenError if a file no longer has its content from before, or can't be written; then
    all are as they were.
    """
    new: dict[Path, Path] = {}
    old: dict[Path, Path] = {}  # written beforehand too: to put them back must need no room on the disk
    done: list[Path] = []
    try:
        for path, (before, after) in contents.items():
            new[path], old[path] = _beside(path, after), _beside(path, before)
        for path, (before, _) in contents.items():
            if path.read_bytes() != before:
                raise NotWrittenError(f"{path.name} was changed meanwhile")
        for path, temporary in new.items():
            temporary.replace(path)
            done.append(path)
    except BaseException as error:
        for path in done:
            old[path].replace(path)
        if isinstance(error, OSError):
            raise NotWrittenError(f"{error.strerror or error}: {error.filename or ''}") from error
        raise
    finally:
        for temporary in (*new.values(), *old.values()):
            temporary.unlink(missing_ok=True)


def _beside(path: Path, content: bytes) -> Path:
    """Return a new file beside `path` with this content and the permissions of `path`, safe on the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
