"""Commands that put right what a machine can: `report fix typography`, `report schemas`."""

from __future__ import annotations

from pathlib import Path

import click

from report.files import write_whole
from report.schema_files import write_schemas
from study.typography_checks import corrected_files


@click.command()
@click.pass_obj
def schemas(root: Path) -> None:
    """Write data/schemas/ anew from the models in study/models/."""
    written = write_schemas(root)
    click.echo(f"Written: {', '.join(written)}." if written else "All schemas are current.")


@click.group()
def fix() -> None:
    """Repair what a machine can repair, and show what it changed."""


@fix.command()
@click.pass_obj
def typography(root: Path) -> None:
    """Put typographic apostrophes and the no-break spaces of French where they belong."""
    changed = 0
    for path, text, better in list(corrected_files(root)):
        write_whole(path, better)
        name = path.relative_to(root).as_posix()
        for number, (old, new) in enumerate(zip(text.split("\n"), better.split("\n"), strict=True), 1):
            if old != new:
                changed += 1
                click.echo(f"{name}:{number}: {_visible(new.strip())}")
    click.echo(f"{changed} lines changed." if changed else "Nothing to change.")


def _visible(text: str) -> str:
    """Return `text` with its no-break spaces made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "⍽").replace("\N{NARROW NO-BREAK SPACE}", "·")
