"""A site built with its seal: `report build --edition NAME`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from report.editions.making import NotBuiltError, sealed_site
from report.editions.reasons import RefusedError
from report.saying import say
from study.problems import ReportError


def build_sealed(root: Path, target: Path | None, edition: str) -> None:
    """Build the checkout as a candidate or approved edition into `target`, and end the command where that fails."""
    if target is None or (target.exists() and any(target.iterdir())):
        raise click.UsageError("With --edition, --out has to name a new or empty folder.")
    try:
        manifest = sealed_site(root, target, edition)
    except ReportError as error:
        say(error.problems)
        sys.exit(1)
    except NotBuiltError as error:
        click.echo("\n".join(error.said), err=True)
        sys.exit(1)
    except RefusedError as error:
        for reason in error.reasons:
            click.echo(f"Refused: {reason}", err=True)
        sys.exit(3)
    click.echo(f"{target}: {manifest.name}, {manifest.status}, sealed.")
