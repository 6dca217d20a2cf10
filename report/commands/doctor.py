"""The command that looks whether everything is ready to publish: `report doctor`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from report import git
from report.editions.doctor import findings
from report.editions.findings import count
from report.saying import say
from study.loading import load
from study.problems import ReportError


@click.command()
@click.option(
    "--public",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder of the assembled public site (default: public/).",
)
@click.pass_obj
def doctor(root: Path, public: Path | None) -> None:
    """Look whether this copy, its tools and the repository's settings are ready for candidates and publications."""
    try:
        publication = load(root, git.version_day(root)).publication
    except ReportError as error:
        say(error.problems)
        sys.exit(1)
    found = list(findings(root, publication, public))
    for finding in found:
        click.echo(str(finding))
    click.echo(
        f"{count(found)}. What is approved is decided elsewhere; this looks at tools and settings only."
    )
    sys.exit(1 if any(finding.mark == "to do" for finding in found) else 0)
