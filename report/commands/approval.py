"""The command that checks a change which records an approval: `report approval`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from report.editions.approval_change import approval_change
from report.git import GitError
from report.saying import say


@click.command()
@click.argument("base")
@click.pass_obj
def approval(root: Path, base: str) -> None:
    """Check that what was committed since BASE, such as origin/main, records one approval and nothing else."""
    try:
        touched, problems = approval_change(root, base)
    except GitError as error:
        raise click.BadParameter(f"{base} can't be compared: {error}", param_hint="BASE") from None
    if problems:
        say(problems)
        click.echo("This is not the record of an approval as it has to be.", err=True)
        sys.exit(1)
    if not touched:
        click.echo("No approval is recorded here.")
        return
    click.echo(f"{touched[0]} is the only change, and its candidate's tag says the same.")
