"""The command that fixes the numbers of paragraphs for an edition's candidates: `report freeze`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from report.files import write_whole
from report.saying import say
from study.building import knowledge
from study.editions.freezing import freezing
from study.problems import ReportError


@click.command()
@click.argument("edition")
@click.pass_obj
def freeze(root: Path, edition: str) -> None:
    """Fix the paragraph numbers of EDITION in data/paragraphs/, before its candidate; numbers it has are kept."""
    try:
        known = knowledge(root)
        if edition != known.editions.current:
            words = f'"{edition}" is not what this copy builds; expected {known.editions.current}.'
            raise click.BadParameter(words, param_hint="EDITION")
        if edition in known.approvals:
            click.echo(f"Refused: edition {edition} is approved; its numbers stay as they are.", err=True)
            sys.exit(3)
        found = freezing(root, edition)
    except ReportError as error:
        say(error.problems)
        click.echo("Nothing was written.", err=True)
        sys.exit(1)
    if not found.changed:
        click.echo(f"{found.file} is of this text already.")
        return
    write_whole(root / found.file, found.text)
    click.echo(
        f"{found.file}: {found.pages} pages, {found.added} numbers added, {found.removed} given up. "
        "Commit this file before the candidate."
    )
