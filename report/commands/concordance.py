"""Commands of the two languages: `report concord`, `report concordance`, `report fix concordance`."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from report.certificates import Certificate, NotConcordantError, certificates, completed, write
from report.commands.repair import fix
from report.concordance_summary import named, summary_data, summary_lines
from report.new.place import RefusedError
from report.saying import say
from study.building import build_day, reading
from study.concordance.passages import REGISTERS
from study.concordance.record import ROLES
from study.concordance.targets import UnknownTargetError, standings_of
from study.problems import ReportError


@click.command()
@click.argument("targets", nargs=-1, metavar="TARGET ...")
@click.option("--role", required=True, type=click.Choice(ROLES), help="In which role the texts were read.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="Day of reading; today if not given.",
)
@click.option("--all", "everything", is_flag=True, help="All chapters and registers.")
@click.option(
    "--everything-read", is_flag=True, help="Confirm that all of a register, or all there is, was read."
)
@click.pass_obj
def concord(
    root: Path,
    targets: tuple[str, ...],
    role: str,
    day: datetime | None,
    everything: bool,
    everything_read: bool,
) -> None:
    """Certify that English and French say the same: technologies/ai.md, technologies/ai.md#uses, cases#ID."""
    _refuse_wrong_use(targets, day, everything, everything_read)
    date = day.date() if day else build_day()
    try:
        plan = certificates(root, None if everything else targets, role, date, anew=day is not None)
        for certificate in plan:
            _write(root, certificate, plan)
    except UnknownTargetError as error:
        raise click.BadParameter(str(error), param_hint="TARGET") from None
    except NotConcordantError as error:
        say(error.problems)
        _stop("Refused: the two languages differ in what the machine compares", 3)
    except ReportError as error:
        say(error.problems)
        _stop("The data have to be put right first", 1)
    changed = sum(len(each.keys) for each in plan)
    click.echo(f"{changed} certified on {date} by {role}." if changed else "All were certified already.")


def _refuse_wrong_use(
    targets: tuple[str, ...], day: datetime | None, everything: bool, everything_read: bool
) -> None:
    if everything == bool(targets):
        raise click.UsageError("Give what was read, such as technologies/ai.md#uses, or --all, but not both.")
    whole = [each for each in targets if each in REGISTERS or each in REGISTERS.values()]
    if (everything or whole) and not everything_read:
        what = "--all" if everything else whole[0]
        raise click.UsageError(
            f"{what} certifies very many texts; add --everything-read if all of it was read."
        )
    if day and day.date() > build_day():
        raise click.BadParameter(f"{day.date()} is in the future.", param_hint="--date")


def _write(root: Path, certificate: Certificate, plan: list[Certificate]) -> None:
    if not certificate.keys:
        return
    try:
        write(root, certificate)
    except RefusedError as error:
        click.echo(f"Refused: {error}; {certificate.file} is as it was.", err=True)
        left = [each.name for each in plan[plan.index(certificate) :] if each.keys]
        click.echo(f"Not certified: {', '.join(left)}.", err=True)
        sys.exit(3)
    click.echo(f"{certificate.file}: {named(certificate.keys)}")


def _stop(why: str, code: int) -> NoReturn:
    click.echo(f"{why}; nothing was written.", err=True)
    sys.exit(code)


@click.command()
@click.argument("targets", nargs=-1, metavar="[TARGET ...]")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.pass_obj
def concordance(root: Path, targets: tuple[str, ...], form: str) -> None:
    """Print what is certified, and word by word what changed since; exit code 1 if anything is not."""
    try:
        found = standings_of(root, reading(root).documents, targets)
    except UnknownTargetError as error:
        raise click.BadParameter(str(error), param_hint="TARGET") from None
    except ReportError as error:
        say(error.problems)
        sys.exit(1)
    if form == "json":
        click.echo(json.dumps(summary_data(root, found), ensure_ascii=False, indent=2))
    else:
        for line in summary_lines(root, found, complete=True):
            click.echo(line)
    sys.exit(0 if all(each.state == "certified" for each in found) else 1)


@fix.command("concordance")
@click.pass_obj
def fix_concordance(root: Path) -> None:
    """Give each section and record its place in data/concordance/, and drop what is gone."""
    try:
        written = list(completed(root))
    except ReportError as error:
        say(error.problems)
        _stop("The record has to be put right first", 1)
    for name, added, removed in written:
        click.echo(f"{name}: {len(added)} added" + (f", removed: {', '.join(removed)}" if removed else ""))
    count = "1 file" if len(written) == 1 else f"{len(written)} files"
    click.echo(f"{count} changed." if written else "Nothing to change.")
