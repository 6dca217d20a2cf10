"""Problems on the screen, and in the margin of a pull request."""

from __future__ import annotations

import os
from collections.abc import Iterable

import click

from study.problems import Problem


def say(problems: Iterable[Problem]) -> None:
    """Print problems; in a GitHub workflow also as annotations of the changed lines."""
    for problem in problems:
        click.echo(str(problem), err=True)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            text = problem.message.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
            click.echo(f"::error file={problem.file},line={max(1, problem.line)}::{text}")
