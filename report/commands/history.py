"""The command that takes over what a published edition promised: `report history`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from report.editions.published_history import published_history
from report.files import written_once
from report.saying import say
from study.building import knowledge
from study.history import FOLDER
from study.problems import ReportError


@click.command()
@click.argument("edition")
@click.option(
    "--dist",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the published edition (default: dist/EDITION).",
)
@click.pass_obj
def history(root: Path, edition: str, dist: Path | None) -> None:
    """Write data/history/EDITION.yaml: what EDITION published and later ones have to keep."""
    try:
        if edition not in knowledge(root).approvals:
            names = ", ".join(knowledge(root).approvals) or "none is so far"
            message = f'"{edition}" has no record in data/approvals/; expected an approved edition ({names}).'
            raise click.BadParameter(message, param_hint="EDITION")
        text = published_history(dist or root / "dist" / edition, edition)
    except ReportError as error:
        say(error.problems)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    path = root / FOLDER / f"{edition}.yaml"
    name = path.relative_to(root).as_posix()
    written = written_once(path, text)
    if written is None:
        click.echo(f"Refused: {name} says otherwise; what was published never changes.", err=True)
        sys.exit(3)
    click.echo(f"{name} is written; commit it." if written else f"{name} says this already.")
