"""What GitHub keeps of the repository, asked through its program `gh`. The only module that runs it.

`gh` takes the account from its own settings or from GH_TOKEN; no token passes through this code.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from study.models.publication import Publication

_ADDRESS = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")
_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_STATUS = re.compile(r"\(HTTP (\d{3})\)")


class GithubError(Exception):
    """Raised where `gh` did not do what it was told; `status` is GitHub's HTTP status, 0 where there was none."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        found = _STATUS.search(said)
        self.status = int(found[1]) if found else 0


def repository_name(publication: Publication) -> str | None:
    """Return `owner/name` of the repository on GitHub: the one a workflow runs in, else publication.yaml's, or None."""
    here = os.environ.get("GITHUB_REPOSITORY") or os.environ.get("GH_REPO") or ""
    if _NAME.fullmatch(here):
        return here
    found = _ADDRESS.fullmatch(publication.repository or "")
    return found[1] if found else None


def has_gh() -> bool:
    """Return whether GitHub's program is installed."""
    return shutil.which("gh") is not None


@dataclass(frozen=True)
class Repository:
    """A repository on GitHub, called `owner/name`."""

    name: str

    def api(self, path: str, fields: Mapping[str, str] | None = None) -> Any:
        """Return GitHub's answer on a path below the repository; with `fields`, something is made there.

        Raises GithubError where GitHub refuses, is out of reach, or answers something else than JSON.
        """
        address = f"repos/{self.name}/{path}".rstrip("/")
        given = [
            part for name, value in (fields or {}).items() for part in ("--raw-field", f"{name}={value}")
        ]
        method = ["--method", "POST"] if fields else []
        said = self.run("api", *method, address, *given)
        try:
            return json.loads(said)
        except ValueError as error:
            raise GithubError(f"gh api {address}: the answer is no JSON") from error

    def run(self, *arguments: str) -> str:
        """Return what `gh` prints when it does something in this repository. Raises GithubError if it does not."""
        environment = {**os.environ, "GH_REPO": self.name, "GH_PROMPT_DISABLED": "1", "NO_COLOR": "1"}
        try:
            done = subprocess.run(
                ["gh", *arguments],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                env=environment,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            raise GithubError(f"gh can't be run: {error.strerror}") from error
        if done.returncode != 0:
            said = " ".join(done.stderr.split()) or f"ended with {done.returncode}"
            raise GithubError(f"gh {' '.join(arguments[:2])}: {said}")
        return done.stdout
