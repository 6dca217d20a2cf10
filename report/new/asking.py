"""Answers from the command line or the keyboard; a wrong one is explained, and asked again if it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from report.new.advice import how_to_add
from report.new.answers import WrongAnswerError, several
from report.new.questions import LANGUAGE_NAMES, Question
from study.timing import NOT_BEGUN

Answers = dict[str, Any]  # by field: a text, or a list of keys


def value_of(question: Question, answer: str, answers: Answers, day: date) -> Any:
    """Return the value of an answer, given the `answers` before it. Raises WrongAnswerError."""
    if question.several:
        return several(answer, question.read)
    value = question.read(answer)
    if (
        question.field == "since"
        and int(value) > day.year
        and answers.get("stage", "unknown") not in NOT_BEGUN
    ):
        raise WrongAnswerError(
            f"{value} lies ahead; expected {day.year} or earlier, unless the stage is planned"
        )
    return value


def given_answers(asked: list[Question], given: Mapping[str, Any], day: date) -> tuple[Answers, list[str]]:
    """Return the values of the arguments that were given, and a sentence for each that is wrong."""
    answers: Answers = {}
    faults = []
    for question in asked:
        argument = given.get(question.field)
        if not argument and argument != "":
            continue
        try:
            if question.several:
                keys = [key for each in argument for key in several(each, question.read)]
                answers[question.field] = list(dict.fromkeys(keys))
            else:
                answers[question.field] = value_of(question, argument, answers, day)
        except WrongAnswerError as error:
            faults.append(f"{question.option}: {error}")
    return answers, faults


def missing(asked: list[Question], answers: Answers) -> list[Question]:
    """Return the questions without an answer that the record can't be without."""
    return [each for each in asked if not answers.get(each.field) and _is_needed(each, answers)]


def ask(asked: list[Question], answers: Answers, day: date, only_needed: bool) -> None:
    """Put each open question and add its value to `answers`; a wrong answer is explained and asked again.

    Raises click.Abort where the input ends or is interrupted.
    """
    for question in asked:
        needed = _is_needed(question, answers)
        if answers.get(question.field) or not (needed or _is_offered(question, answers, only_needed)):
            continue
        click.echo(_explained(question, needed))
        while not answers.get(question.field):
            answer = _typed(question)
            if not answer.strip() and not needed:
                break
            try:
                answers[question.field] = value_of(question, answer, answers, day)
            except WrongAnswerError as error:
                click.echo(f"{question.words}: {error}" if str(error).startswith("is ") else str(error))
                if question.field == "sources" and "did you mean" not in str(error):
                    click.echo(f"To add a source, stop with Ctrl+C and begin with it.\n{how_to_add(day)}")


def _is_needed(question: Question, answers: Answers) -> bool:
    if question.field == "body":
        return not answers.get("administrations")
    if question.field.startswith("office_"):
        return any(answers.get(f"office_{language}") for language in LANGUAGE_NAMES)
    return question.needed


def _is_offered(question: Question, answers: Answers, only_needed: bool) -> bool:
    if question.field == "administrations":  # or else a body is needed
        return not answers.get("body")
    return question.offered and not only_needed


def _typed(question: Question) -> str:
    """Return what is typed; a text that may run over lines ends with an empty one."""
    lines = [click.prompt(question.words, default="", show_default=False)]
    while question.lines and lines[-1].strip():
        lines.append(click.prompt("", default="", show_default=False, prompt_suffix=""))
    return "\n".join(lines)


def _explained(question: Question, needed: bool) -> str:
    """Return what an editor has to know before answering."""
    parts = [question.expected]
    if question.several:
        parts.append("several with commas between")
    if question.lines:
        parts.append("an empty line ends the text")
    if not needed:
        parts.append("Enter alone: unknown" if question.offered else "Enter alone: none")
    return f"\n{question.words}: {'; '.join(parts)}"
