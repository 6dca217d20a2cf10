"""The conversation about a new case: what is missing, what is doubtful, and the last word before writing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

import click

from report.new.advice import how_to_add, remarks, similar
from report.new.asking import Answers, ask, given_answers, missing
from report.new.case import Ground, case_of, place, proposal
from report.new.ids import id_fault
from report.new.place import Placed
from report.new.questions import Question, questions
from report.new.records import record_lines
from study.models.cases import Case


def asked_for(base: Ground, given: dict[str, Any], yes: bool, no_input: bool) -> Case:
    """Return the case that arguments and answers make. Raises click.UsageError with all that is wrong."""
    asked = questions(base.knowledge)
    answers, faults = given_answers(asked, given, base.day)
    key = given["key"]
    if key is not None and (fault := id_fault(key, base.taken)):
        faults.append(f"--id: {fault}")
    if no_input:
        faults += [_lacking(question) for question in missing(asked, answers) if not _said(question, faults)]
    if faults:
        _refuse(faults, base.day)
    if not no_input:
        ask(asked, answers, base.day, only_needed=yes)
    return case_of(base, key or _chosen_id(base, answers, ask_for=not (yes or no_input)), answers)


def _lacking(question: Question) -> str:
    option = "--administration or --body" if question.field == "body" else question.option
    return f"{option} is missing; expected {question.expected}"


def _said(question: Question, faults: Iterable[str]) -> bool:
    """Return whether a fault of this question has been said; what is wrong is not missing as well."""
    options = ("--administration", "--body") if question.field == "body" else (question.option,)
    return any(fault.startswith(f"{option}:") for fault in faults for option in options)


def _refuse(faults: list[str], day: date) -> NoReturn:
    if any(fault.startswith("--source:") for fault in faults):
        faults = [*faults, f"\nA source has to be added before the case. {how_to_add(day)}"]
    raise click.UsageError("\n".join(["Nothing was written:", *faults]))


def _chosen_id(base: Ground, answers: Answers, ask_for: bool) -> str:
    proposed = proposal(base, answers)
    while ask_for:
        key = str(click.prompt("Id, which never changes once published", default=proposed)).strip()
        fault = id_fault(key, base.taken)
        if fault is None:
            return key
        click.echo(fault)
    return proposed


def agreed(base: Ground, case: Case, ask_first: bool) -> Placed:
    """Return the file with the case, after showing what is doubtful. Raises click.Abort if it is not wanted."""
    result = place(base, case)
    for remark in remarks(case, base.knowledge):
        click.echo(f"Note: {remark}.", err=True)
    if known := similar(case, base.knowledge, base.documents):
        click.echo("Note: the register holds similar cases; make sure that this is another one:", err=True)
        for line in known:
            click.echo(f"  {line}", err=True)
    if ask_first:
        click.echo("\n".join(["", *record_lines(case), ""]))
        click.confirm("Write this record?", default=True, abort=True)
    return result
