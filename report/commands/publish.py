"""The command of the secretariat after the approval: `report publish`."""

from __future__ import annotations

from pathlib import Path

import click

from report.editions.outcome import outcome
from report.editions.publishing import publish as published


@click.command()
@click.argument("edition")
@click.option(
    "--candidate-dist",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="What was handed over of the candidate (default: dist/ and its name).",
)
@click.pass_obj
def publish(root: Path, edition: str, candidate_dist: Path | None) -> None:
    """Publish the approved EDITION, such as 2026: the approved candidate with the record of its approval.

    It is built from the candidate's commit and compared page by page; an edition is never overwritten.
    """
    with outcome("edition"):
        made = published(root, edition, candidate_dist and candidate_dist.resolve(), click.echo)
        if not made.news:
            click.echo(f"{edition} is already published: {made.folder} is the same, byte for byte.")
            return
        approval = made.manifest.approval
        if approval is not None and approval.rehearsal:
            click.echo("REHEARSAL: nothing was approved.")
        signed = "signed" if made.signed else "not signed: no key is configured"
        click.echo(f"{made.folder}: edition {edition} of {made.manifest.commit[:10]}; {signed}.")
        click.echo(f"Next: report history {edition}, and commit what it writes;")
        click.echo(f"      git push origin {edition}; keep {edition}.zip for good; report assemble")
