"""How a candidate or a publication that is not made is told: in sentences, and by the exit code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from report.editions.reasons import RefusedError
from report.editions.scratch import BusyError
from report.git import GitError
from report.saying import say
from study.problems import ReportError

PROBLEMS, REFUSED = 1, 3


@contextmanager
def outcome(what: str) -> Iterator[None]:
    """End the command where making `what` fails: 3 where it is refused, 1 where git, a program or the disk fails.

    To be ended, as workflows do it, is to be interrupted: then the programs that run are ended too.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    except RefusedError as error:
        for reason in error.reasons:
            click.echo(reason, err=True)
        count = "1 reason" if len(error.reasons) == 1 else f"{len(error.reasons)} reasons"
        click.echo(f"Refused: {count}; no {what} was made.", err=True)
        sys.exit(REFUSED)
    except BusyError:
        click.echo("Refused: another candidate or publication of this repository is under way.", err=True)
        sys.exit(REFUSED)
    except ReportError as error:
        say(error.problems)
        click.echo(f"No {what} was made.", err=True)
        sys.exit(PROBLEMS)
    except GitError as error:
        click.echo(f"{error}\nNo tag was made; the same command again goes on from here.", err=True)
        sys.exit(PROBLEMS)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        click.echo(f"{error.strerror or error}{where}\nNo {what} was made.", err=True)
        sys.exit(PROBLEMS)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt
