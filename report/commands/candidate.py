"""The command of the secretariat before the approval: `report candidate`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from report.editions.candidate import make_candidate, verify_candidate
from report.editions.outcome import outcome
from report.git import commit_time


@click.command()
@click.argument("name")
@click.option(
    "--all", "every", is_flag=True, help="Name every section out of concordance, not the first few."
)
@click.option(
    "--verify-tag",
    is_flag=True,
    help="Make it again from its tag, which is checked out, and compare; for workflows that run on the tag.",
)
@click.pass_obj
def candidate(root: Path, name: str, every: bool, verify_tag: bool) -> None:
    """Make the candidate NAME, such as 2026-rc1: every check, the archives, and the tag last.

    It is submitted for approval, and not approved. Refused, with every reason, where anything is missing.
    """
    _look_at_the_clock(root)
    with outcome("candidate"):
        made = (
            verify_candidate(root, name, click.echo)
            if verify_tag
            else make_candidate(root, name, click.echo, every=every)
        )
        if not made.news:
            click.echo(f"{name} is made already: the tag stands, and {made.folder} is what it names.")
            sys.exit(0)
        signed = "signed" if made.signed else "not signed: no key is configured"
        click.echo(f"{made.folder}: {name} of {made.manifest.commit[:10]}, submitted for approval; {signed}.")
        for language in ("en", "fr", "both"):
            click.echo(f"  {language}: {getattr(made.manifest.pages, language).digest}")
        click.echo(f"  data: {made.manifest.data.digest}")
        if not verify_tag:
            click.echo(f"Next: git push origin {name}")


def _look_at_the_clock(root: Path) -> None:
    """Say so where this computer's clock is behind the commit: what is made is dated by the commit all the same."""
    seconds = commit_time(root)
    now = datetime.now(UTC)
    if seconds is not None and seconds > now.timestamp() + 86_400:
        day = datetime.fromtimestamp(seconds, UTC).date()
        click.echo(
            f"Note: the clock of this computer says {now.date()}, the commit {day}; the commit counts.",
            err=True,
        )
