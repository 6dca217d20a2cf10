"""The command that records an approval: `report approve`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from report.editions.approving import approval_record, described
from report.files import written_once
from report.saying import say
from study.building import reading
from study.editions.approvals import approval_in
from study.editions.names import edition_of, is_candidate, is_edition
from study.models.approvals import APPROVING_BODIES
from study.problems import ReportError


@click.command()
@click.argument("edition")
@click.option("--candidate", required=True, metavar="NAME", help="What was approved, such as 2026-rc1.")
@click.option("--body", required=True, type=click.Choice(APPROVING_BODIES), help="Who approved it.")
@click.option("--session", required=True, metavar="NUMBER", help="The session of that body, such as 147/148.")
@click.option(
    "--date",
    "day",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Day of the decision.",
)
@click.option("--decision-en", required=True, metavar="TEXT", help="What was decided, in English.")
@click.option("--decision-fr", required=True, metavar="TEXT", help="The same in French.")
@click.option(
    "--document-en", required=True, metavar="REFERENCE", help="Reference of the document, in English."
)
@click.option("--document-fr", required=True, metavar="REFERENCE", help="The same in French.")
@click.option(
    "--dist",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the candidate (default: dist/CANDIDATE).",
)
@click.option("--rehearsal", is_flag=True, help="Nobody approved anything: this is a rehearsal.")
@click.pass_obj
def approve(
    root: Path,
    edition: str,
    candidate: str,
    body: str,
    session: str,
    day: datetime,
    decision_en: str,
    decision_fr: str,
    document_en: str,
    document_fr: str,
    dist: Path | None,
    rehearsal: bool,
) -> None:
    """Record that EDITION was approved, in data/approvals/; everything else comes from the candidate."""
    _refuse_wrong_use(root, edition, candidate, rehearsal)
    decided = {
        "edition": edition,
        "candidate": candidate,
        "body": body,
        "session": session,
        "date": f"{day:%Y-%m-%d}",
        "decision": {"en": decision_en, "fr": decision_fr},
        "document": {"en": document_en, "fr": document_fr},
        "rehearsal": rehearsal,
    }
    try:
        name, text = approval_record(root, dist or root / "dist" / candidate, decided)
    except ReportError as error:
        say(error.problems)
        click.echo("Refused; nothing was written.", err=True)
        sys.exit(3)
    _write(root, name, text)


def _refuse_wrong_use(root: Path, edition: str, candidate: str, rehearsal: bool) -> None:
    if not is_edition(edition):
        raise click.BadParameter(f'"{edition}" is no edition; expected such as 2026.', param_hint="EDITION")
    if not is_candidate(candidate) or edition_of(candidate) != edition:
        message = f'"{candidate}" is no candidate of edition {edition}; expected such as {edition}-rc1.'
        raise click.BadParameter(message, param_hint="--candidate")
    knowledge = reading(root).knowledge
    if knowledge is None:
        say(reading(root).problems)
        click.echo("The data have to be put right first; nothing was written.", err=True)
        sys.exit(1)
    if knowledge.publication.rehearsal != rehearsal:
        here = "is" if knowledge.publication.rehearsal else "is not"
        click.echo(
            f"Refused: this copy {here} one for rehearsals (`rehearsal` in data/publication.yaml); "
            f"expected the command {'with' if knowledge.publication.rehearsal else 'without'} --rehearsal.",
            err=True,
        )
        sys.exit(3)


def _write(root: Path, name: str, text: str) -> None:
    """Write the record where there is none; the same one is as good, another is never overwritten."""
    written = written_once(root / name, text)
    if written is None:
        click.echo(f"Refused: {name} records another approval; it is never altered.", err=True)
        sys.exit(3)
    said = "; ".join(described(approval_in(text, name).approval))
    click.echo(f"{name}: {said}" if written else f"{name} records this already.")
