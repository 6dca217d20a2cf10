"""Digests of what something was made from, so that it need not be made, or looked at, again."""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

DIGEST = 32  # bytes


def digest(*parts: str | bytes) -> str:
    """Return the BLAKE2b digest (RFC 7693) of `parts`, each with its length, as hexadecimal digits."""
    made = hashlib.blake2b(digest_size=DIGEST)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(content).to_bytes(8, "big"))
        made.update(content)
    return made.hexdigest()


def files_digest(root: Path, patterns: Iterable[str]) -> str:
    """Return a digest of the names and bytes of all files below `root` that match one of `patterns`."""
    files = sorted({path for pattern in patterns for path in root.glob(pattern) if path.is_file()})
    parts: list[str | bytes] = []
    for file in files:
        parts += [file.relative_to(root).as_posix(), file.read_bytes()]
    return digest(*parts)


@cache
def versions() -> str:
    """Return a digest of Python and of every installed package: their folders are named by their versions."""
    names = sorted(
        {
            entry.name
            for folder in sys.path
            if folder.endswith("site-packages") and Path(folder).is_dir()
            for entry in Path(folder).glob("*.dist-info")
        }
    )
    return digest(platform.python_implementation(), sys.version, *names)
