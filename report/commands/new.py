"""Commands that add a record: `report new case`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from report.new.advice import to_fill
from report.new.case import Ground, ground, problems_left, write
from report.new.dialogue import agreed, asked_for
from report.new.place import CASES, Placed, RefusedError
from report.new.records import record_lines
from report.saying import say
from study.models.cases import Case
from study.problems import ReportError

STOPPED = (click.Abort, KeyboardInterrupt)
OPTIONS = (
    ("--administration", "administrations", "CODE", "Who acts, such as KE; may be given several times."),
    ("--body", "body", "ID", "The union or regional body that acts, such as eac."),
    ("--technology", "technologies", "KEY", "Technology, such as drones; may be given several times."),
    ("--process", "processes", "KEY", "Customs process, such as transit; may be given several times."),
    ("--stage", "stage", "KEY", "Stage, such as pilot; unknown, if it is not given."),
    ("--since", "since", "YEAR", "Year in which it began."),
    ("--source", "sources", "ID", "Source, the best first; may be given several times."),
    ("--title-en", "title_en", "TEXT", "Title in English."),
    ("--title-fr", "title_fr", "TEXT", "Title in French."),
    ("--summary-en", "summary_en", "TEXT", "Summary in English, 60 to 120 words."),
    ("--summary-fr", "summary_fr", "TEXT", "Summary in French, 60 to 120 words."),
    ("--office-en", "office_en", "TEXT", "Customs office in English, if narrower than the Member."),
    ("--office-fr", "office_fr", "TEXT", "Customs office in French."),
    ("--id", "key", "ID", "Id of the case, if the proposed one does not fit."),
)


def _with_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option, name, metavar, words in reversed(OPTIONS):
        command = click.option(option, name, metavar=metavar, help=words, multiple=name.endswith("s"))(
            command
        )
    return command


@click.group()
def new() -> None:
    """Add a record to the data, and touch nothing else."""


@new.command("case")
@_with_options
@click.option("--yes", is_flag=True, help="Ask only what can't be left out; take the proposed id, and write.")
@click.option(
    "--no-input", is_flag=True, help="Ask nothing; if something is missing, say so and write nothing."
)
@click.pass_obj
def new_case(root: Path, /, yes: bool, no_input: bool, **given: Any) -> None:
    """Add a case to data/cases.yaml. What is not given is asked; Ctrl+C stops without a trace."""
    try:
        base = ground(root)
        case = asked_for(base, given, yes, no_input)
        result = agreed(base, case, ask_first=not (yes or no_input))
        _write(base, case, result)
    except STOPPED:
        _stop("Stopped", 1)
    except UnicodeDecodeError:
        _stop("What was typed is not UTF-8", 1)
    except ReportError as error:
        say(error.problems)
        _stop("The data have to be put right first", 1)
    except RefusedError as error:
        _stop(f"Refused: {error}", 3)
    click.echo(f"{CASES}:{result.first}-{result.last}: {case.id} was added.")
    try:
        _close(base, case, result)
    except STOPPED:
        click.echo("Stopped; the record stands in the file.", err=True)
        sys.exit(1)


def _stop(why: str, code: int) -> NoReturn:
    click.echo(f"{why}; nothing was written.", err=True)
    sys.exit(code)


def _write(base: Ground, case: Case, result: Placed) -> None:
    try:
        write(base, result)
    except RefusedError:
        click.echo("\n".join(["Your record, so that it is not lost:", "", *record_lines(case), ""]))
        raise


def _close(base: Ground, case: Case, result: Placed) -> None:
    """Say what is still to do. A word that no dictionary knows, for example, is the next check's matter."""
    if not result.in_order:
        click.echo(f"{CASES} is not in alphabetical order; the record follows the last smaller id.")
    click.echo("Still to fill, as far as it is known:")
    for line in to_fill(result):
        click.echo(line)
    if problems := problems_left(base, result):
        click.echo("Still to put right:")
        say(problems)
    windows = os.name == "nt"
    check, serve = (
        (".venv\\Scripts\\report check", ".venv\\Scripts\\report serve")
        if windows
        else ("make check", "make serve")
    )
    click.echo(f"Next: {check}, then {serve}; its page will be cases/{case.id}/ in each language.")
