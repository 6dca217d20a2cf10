"""The command for anyone who holds a copy: `report verify`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from report.editions.signatures import checker
from study.editions.verification import verify as verified


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--allowed-signers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="The keys that may have signed, in the form of ssh-keygen; then a signature must be there.",
)
def verify(path: Path, allowed_signers: Path | None) -> None:
    """Prove an edition: the folder, archive, dist folder or public tree at PATH, to the last bit.

    Runs anywhere, also outside a copy of the report.
    """
    if not path.exists():
        raise click.BadParameter(f"{path} is not there; expected a folder or an archive.", param_hint="PATH")
    try:
        found = verified(path.resolve(), checker(allowed_signers))
    except OSError as error:
        raise click.ClickException(f"{error.filename or path} cannot be read: {error.strerror}") from None
    for each in found.found:
        count = len(each.problems)
        outcome = f"{count} {'problem' if count == 1 else 'problems'}" if count else "verified"
        click.echo(f"{each.place}: {outcome}")
        for fact in each.facts:
            click.echo(f"  {fact}")
    for problem in found.problems:
        click.echo(problem.without_line, err=True)
    sys.exit(0 if found.sound else 1)
