"""Commands that look and change nothing: `report check`, `report stats`, `report grammar`."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

import click

from report.checking import all_problems
from report.git import version_day
from report.grammar import grammar_advice
from report.kept_check import had_no_problem, state, take_note
from report.saying import say
from study.editions.approvals import already_approved
from study.loading import load
from study.problems import ReportError
from study.stats import stats


@click.command()
@click.option("--again", is_flag=True, help="Check even what has not changed since a check without problems.")
@click.pass_obj
def check(root: Path, again: bool) -> None:
    """Check data, chapters, both languages, words, typography and schemas; say every problem in one run."""
    started = time.perf_counter()
    now = state(root, version_day(root))
    if not again and had_no_problem(root, now):
        click.echo(
            f"No problems ({time.perf_counter() - started:.1f} s; nothing has changed since the last check)."
        )
        _notify(root)
        return
    gc.disable()  # a large register makes millions of objects, and none of them is garbage
    problems = all_problems(root)
    say(problems)
    seconds = time.perf_counter() - started
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        click.echo(f"{count} in {seconds:.1f} s; nothing was changed.", err=True)
        sys.exit(1)
    take_note(root, now)
    click.echo(f"No problems ({seconds:.1f} s).")
    _notify(root)


def _notify(root: Path) -> None:
    """Say what is no problem, but easily overlooked."""
    if notice := already_approved(root):
        click.echo(f"Notice: {notice}")


@click.command("stats")
@click.pass_obj
def print_stats(root: Path) -> None:
    """Print the report in numbers: chapters, words, cases, terms, sources, citations."""
    try:
        numbers = stats(load(root, version_day(root)))
    except ReportError as error:
        say(error.problems)
        sys.exit(1)
    for text in numbers.texts:
        click.echo(
            f"{text.language}: {text.chapters} chapters, {text.words:,} words, {text.citations:,} citations"
            f" ({text.density:.1f} per 1,000 words)"
        )
    click.echo(f"cases: {numbers.cases}, {numbers.with_results} with a result")
    for name, counts in (
        ("technology", numbers.by_technology),
        ("region", numbers.by_region),
        ("stage", numbers.by_stage),
        ("evidence", numbers.by_evidence),
    ):
        click.echo(f"  by {name}: {_counts(counts)}")
    click.echo(f"terms: {numbers.terms}")
    click.echo(f"sources: {numbers.sources} ({_counts(numbers.by_kind)})")
    click.echo(f"Members: {numbers.members}")


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{key} {count}" for key, count in counts.items())


@click.command()
@click.pass_obj
def grammar(root: Path) -> None:
    """Print Grammalecte's advice on the French chapters; it refuses nothing and may be wrong."""
    advice = grammar_advice(root)
    if advice is None:
        click.echo("Grammalecte is not installed; on Debian: apt install python3-grammalecte.")
        return
    for each in advice:
        click.echo(str(each))
    click.echo(f"{len(advice)} places to look at.")
