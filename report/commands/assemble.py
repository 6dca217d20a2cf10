"""The command that makes the public tree: `report assemble`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from report.editions.assembling import AssemblyRefusedError, assemble
from report.editions.swapping import BusyError
from report.saying import say
from study.problems import ReportError


@click.command("assemble")
@click.option(
    "--archives",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the archives of all approved editions: 2026.zip or 2026/2026.zip.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the public tree; it is replaced in one step.",
)
@click.pass_obj
def assemble_site(root: Path, archives: Path, out: Path) -> None:
    """Make the public site of all approved editions from their verified archives."""
    target = out.resolve()
    try:
        made = assemble(root, archives.resolve(), target)
    except AssemblyRefusedError as error:
        say(error.problems)
        _stop(f"Refused: {target} is as it was.", 3)
    except ReportError as error:
        say(error.problems)
        _stop(f"The data have to be put right first; {target} is as it was.", 1)
    except BusyError:
        _stop(f"Refused: another assembly is writing to {target}; wait until it has ended.", 3)
    except OSError as error:
        _stop(f"{error.filename or target}: {error.strerror or error}; {target} is as it was.", 1)
    for edition in made.left_out:
        click.echo(f"Edition {edition} has an archive but no approval: left out.")
    editions = f"editions {', '.join(made.editions)}" if made.editions else "no edition has been approved yet"
    click.echo(f"{target}: {editions}.")


def _stop(why: str, code: int) -> NoReturn:
    click.echo(why, err=True)
    sys.exit(code)
