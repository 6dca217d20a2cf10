"""What git knows of the checkout. The only module that runs git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path


def commit_time(root: Path) -> int | None:
    """Return the time of the current commit in seconds since 1970, or None outside a git checkout."""
    answer = _git(root, "log", "-1", "--format=%ct")
    return int(answer) if answer else None


def commit_name(root: Path) -> str | None:
    """Return the full name (40 hex digits) of the current commit, or None."""
    return _git(root, "rev-parse", "--verify", "HEAD")


def has_changes(root: Path) -> bool:
    """Return whether the checkout holds work that is not committed."""
    return bool(_git(root, "status", "--porcelain", "--untracked-files=normal"))


def version_day(root: Path) -> date:
    """Return the day of this version: the commit's, or today for work in progress or outside git."""
    seconds = commit_time(root)
    if seconds is None or has_changes(root):
        return datetime.now(UTC).date()
    return datetime.fromtimestamp(seconds, UTC).date()


def commits_of(root: Path, path: str) -> Iterator[str]:
    """Return the commits that changed the file `path` of the checkout, the newest first.

    None are known outside a git checkout, or of a file that was never committed.
    """
    return iter((_git(root, "log", "--full-history", "--format=%H", "--", f":(literal){path}") or "").split())


def text_at(root: Path, commit: str, path: str) -> str | None:
    """Return the file `path` of the checkout as a commit has it, with `\\n` line ends, or None.

    None where the commit does not have it, or has it in another encoding than UTF-8.
    """
    answer = _run(root, "show", f"{commit}:./{path}")
    try:
        return answer.decode("utf-8").replace("\r\n", "\n") if answer is not None else None
    except UnicodeDecodeError:
        return None


def is_shallow(root: Path) -> bool:
    """Return whether this copy holds a part of the history only, as workflows fetch it."""
    return _git(root, "rev-parse", "--is-shallow-repository") == "true"


def _git(root: Path, *arguments: str) -> str | None:
    answer = _run(root, *arguments)
    return answer.decode("utf-8", "replace").strip() if answer is not None else None


def _run(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
