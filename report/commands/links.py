"""The command that asks the web: `report links`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from report.files import write_whole
from report.links.addresses import GRAVE, UnknownRecordError, planned, problems_of, results_of
from report.links.asking import NetworkMissingError
from report.links.fetching import Fetcher
from report.links.summary import page, summary
from report.saying import say
from study.problems import ReportError


@click.command()
@click.option("--only", multiple=True, metavar="ID", help="Only this record; may be given several times.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Ask at most N addresses.")
@click.option(
    "--fresh",
    default=7,
    show_default=True,
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Do not ask again what was asked less than DAYS days ago; 0 asks everything.",
)
@click.option(
    "--report",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the findings to FILE, in Markdown.",
)
@click.pass_obj
def links(root: Path, only: tuple[str, ...], limit: int | None, fresh: int, target: Path | None) -> None:
    """Ask whether the addresses of sources, terms, bodies and Members still answer."""
    today = datetime.now(UTC).date()
    try:
        plan = planned(root, today, only, limit, fresh)
        seen = sys.stderr.isatty()
        with click.progressbar(
            length=len(plan.asked), label="Asking", file=sys.stderr, hidden=not seen
        ) as bar:
            results = results_of(plan, Fetcher().fetch, lambda: bar.update(1))
    except UnknownRecordError as error:
        raise click.BadParameter(str(error), param_hint="--only") from None
    except ReportError as error:
        say(error.problems)
        sys.exit(1)
    except NetworkMissingError:
        click.echo(
            "No address can be reached: the network seems to be missing. Nothing was judged.", err=True
        )
        sys.exit(1)
    found = problems_of(plan, results)
    for _, problem in found:
        click.echo(str(problem), err=True)
    sentence = summary(results, len(plan.asked), plan.left)
    click.echo(sentence)
    if target is not None:
        write_whole(target, page(found, sentence, today))
    sys.exit(1 if any(kind in GRAVE for kind, _ in found) else 0)
