"""What git knows of the checkout. The only module that runs git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

# Set while git runs a hook; they would lead every question to that repository.
ELSEWHERE = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
)


class GitError(Exception):
    """Raised where git did not do what it was told; says what git said."""


def commit_time(root: Path, commit: str = "HEAD") -> int | None:
    """Return the time of a commit in seconds since 1970, or None outside a git checkout."""
    answer = _git(root, "log", "-1", "--format=%ct", commit, "--")
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


def files_at(root: Path, commit: str, folder: str) -> list[str]:
    """Return the paths of all files below `folder` of the checkout, such as docs/en/, as a commit has them."""
    answer = _git(root, "ls-tree", "-r", "--name-only", "-z", "--end-of-options", commit, folder)
    return [name for name in (answer or "").split("\0") if name]


def is_shallow(root: Path) -> bool:
    """Return whether this copy holds a part of the history only, as workflows fetch it."""
    return _git(root, "rev-parse", "--is-shallow-repository") == "true"


def commit_of(root: Path, name: str) -> str | None:
    """Return the full name of the commit that a branch, a tag or the beginning of a name leads to, or None."""
    return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")


def top_folder(root: Path) -> Path | None:
    """Return the top folder of the checkout, or None outside git."""
    answer = _git(root, "rev-parse", "--show-toplevel")
    return Path(answer).resolve() if answer else None


def git_folder(root: Path) -> Path | None:
    """Return the folder in which git keeps the repository, the same for all its checkouts, or None."""
    answer = _git(root, "rev-parse", "--git-common-dir")
    return (root / answer).resolve() if answer else None


def branch_name(root: Path) -> str | None:
    """Return the branch that is checked out; None where none is."""
    return _git(root, "symbolic-ref", "--quiet", "--short", "HEAD")


def setting(root: Path, key: str) -> str | None:
    """Return what git is configured to, such as `user.signingkey`, or None."""
    return _git(root, "config", "--get", key) or None


def can_name_the_tagger(root: Path) -> bool:
    """Return whether git knows a name and an address to put on a tag."""
    return _git(root, "var", "GIT_COMMITTER_IDENT") is not None


def changed_files(root: Path, base: str, commit: str = "HEAD") -> dict[str, str]:
    """Return what a commit changed since it left `base`: path → A (new), M (altered), D (gone), T (another kind).

    A file that was moved is gone and new. Raises GitError where one of the commits is not known.
    """
    answer = done(
        root, "diff", "--name-status", "--no-renames", "--no-ext-diff", "-z", f"{base}...{commit}", "--"
    )
    fields = answer.split("\0")
    return dict(zip(fields[1::2], fields[0::2], strict=False))


def done(root: Path, *arguments: str, given: str | None = None, **variables: str) -> str:
    """Return what git says when it does something; `given` is its input. Raises GitError if it does not."""
    try:
        process = subprocess.run(
            ["git", "-C", str(root), *arguments],
            input=given.encode() if given is not None else None,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            check=False,
            env=_environment(variables),
        )
    except OSError as error:
        raise GitError(f"git can't be run: {error.strerror}") from error
    if process.returncode != 0:
        said = " ".join(process.stderr.decode("utf-8", "replace").split())
        raise GitError(f"git {arguments[0]}: {said or f'ended with {process.returncode}'}")
    return process.stdout.decode("utf-8", "replace")


def _environment(variables: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return kept | variables


def _git(root: Path, *arguments: str) -> str | None:
    answer = _run(root, *arguments)
    return answer.decode("utf-8", "replace").strip() if answer is not None else None


def _run(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, env=_environment({})
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
