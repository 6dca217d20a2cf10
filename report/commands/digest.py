"""The command that says what a built site says: `report digest`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from report.saying import say
from study.editions.digests import TreeDigests, differences, listing, tree_digests
from study.problems import ReportError


@click.command()
@click.argument("site", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--pages", is_flag=True, help="Print the digest of each page and data file too.")
@click.option(
    "--compare",
    "other",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="OTHER",
    help="Name each page and data file that differs in the built site OTHER; exit code 1 if any does.",
)
@click.pass_obj
def digest(root: Path, site: Path | None, pages: bool, other: Path | None) -> None:
    """Print the content digests of a built site (default: site/): what it says, but for its status."""
    tree = site or root / "site"
    if not tree.is_dir():
        raise click.BadParameter(
            f"{tree} is not there; build the site first: report build.", param_hint="SITE"
        )
    found = _digests(tree)
    click.echo(listing(found, pages=pages), nl=False)
    if other is None:
        return
    changed = differences(found, _digests(other))
    for each in changed:
        click.echo(each)
    if changed:
        count = "1 page or file differs" if len(changed) == 1 else f"{len(changed)} pages or files differ"
        click.echo(f"{count} in {other}.", err=True)
        sys.exit(1)
    click.echo(f"{other} says the same.")


def _digests(tree: Path) -> TreeDigests:
    try:
        return tree_digests(tree)
    except ReportError as error:
        say(error.problems)
        sys.exit(1)
