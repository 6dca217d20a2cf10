"""What git knows of the checkout. The only module that runs git."""

from __future__ import annotations

import subprocess
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


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
