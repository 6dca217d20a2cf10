"""Clones of a commit: what is built and checked is what is committed, and nothing that lies beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from report.git import ELSEWHERE, done

# What asks a build for something, or leads Python and git elsewhere, is not handed on; nor is the signing key.
NOT_HANDED_ON = ("REPORT_", "PYTHON", "SOURCE_DATE_EPOCH", "LANG_ONLY", "VIRTUAL_ENV", *ELSEWHERE)


def clone(root: Path, commit: str, folder: Path) -> Path:
    """Make a clone of the repository with the files of `commit` as they are committed; return its folder.

    Neither line ends nor hooks of this computer's settings touch them. Raises GitError.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    settings = ("--config", "core.autocrlf=false", "--config", "core.hooksPath=.git/hooks")
    done(root, "clone", "--quiet", "--no-checkout", "--template=", *settings, "--", str(root), str(folder))
    done(folder, "checkout", "--quiet", "--detach", commit)
    return folder


def programs() -> str:
    """Return the PATH on which the programs of the present virtual environment come first."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """Return the environment of a command in a clone: its own code, with the programs and packages that run here."""
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(NOT_HANDED_ON)}
    own = {"PATH": programs(), "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return kept | own | variables
