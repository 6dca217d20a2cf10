"""The load that the built site bears, served by nginx as a host would: `python -m bench.load`, or `make load`."""

from __future__ import annotations

import os
import socket
import sys
import tempfile
from pathlib import Path

import click

from bench.checkouts import ROOT
from bench.load_client import Outcome, loaded
from bench.load_site import copied, of_kinds
from bench.nginx import NoServerError, adapted, running, workers
from bench.tables import aligned
from report.site import build

SAID = 10  # kinds of errors, of each load
SPARE = 256  # files that the client has open besides its connections
LOOPBACK = "127.0.0.1"
HEAD = ["connections", "requests", "per second", "p50 ms", "p99 ms", "MB", "errors"]
NOTE = (
    "The client checks status, length and packing of every answer. It is written in Python and shares the "
    "processors with nginx: the server alone bears more."
)


def share(seconds: list[float], part: float) -> float:
    """Return the time within which a part of the answers came, in milliseconds (nearest rank)."""
    ordered = sorted(seconds)
    return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0


def row(connections: int, outcome: Outcome, seconds: float) -> list[str]:
    """Return a line of the table: what came of a load."""
    return [
        f"{connections:,}",
        f"{len(outcome.seconds):,}",
        f"{len(outcome.seconds) / seconds:,.0f}",
        f"{share(outcome.seconds, 0.5):,.1f}",
        f"{share(outcome.seconds, 0.99):,.1f}",
        f"{outcome.received / 1e6:,.1f}",
        f"{outcome.errors.total():,}",
    ]


def failed(connections: int, outcome: Outcome) -> list[str]:
    """Return what was wrong, most frequent first; a load without one right answer is wrong as well."""
    said = [
        f"{connections:,} connections: {count:,} × {what}" for what, count in outcome.errors.most_common()
    ]
    return said if outcome.seconds or said else [f"{connections:,} connections: no answer at all"]


def room_for(connections: int) -> None:
    """Let this process and its children open so many connections. Raises click.UsageError where it may not."""
    try:
        import resource
    except ImportError:  # Windows counts connections otherwise
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    # the server takes a connection and a file for each; it inherits the limit
    needed = 2 * connections + SPARE
    if hard != resource.RLIM_INFINITY and hard < needed:
        raise click.UsageError(
            f"{connections:,} connections need {needed:,} open files; this system allows {hard:,} (ulimit -Hn)"
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, needed), hard))


def free_port() -> int:
    """Return a port of this computer that nothing listens on."""
    with socket.socket() as free:
        free.bind((LOOPBACK, 0))
        return int(free.getsockname()[1])


@click.command(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.option(
    "--connections", type=click.IntRange(1), multiple=True, default=[64, 1000], help="May be repeated."
)
@click.option("--seconds", type=click.FloatRange(0.1), default=10.0, help="How long each load lasts.")
@click.option("--processes", type=click.IntRange(1), default=os.cpu_count() or 1, help="Of the client.")
@click.option(
    "--site", type=click.Path(path_type=Path), default=ROOT / "site", help="Built if it is not there."
)
def main(connections: tuple[int, ...], seconds: float, processes: int, site: Path) -> None:
    """Serve the built site from nginx on this computer alone, ask for its pages over many connections."""
    room_for(max(connections))
    if not (site / "en").is_dir():
        code, said = build(ROOT, site)
        if code:
            raise click.ClickException("\n".join(said))
    try:
        problems = measured(site, connections, seconds, processes)
    except NoServerError as error:
        raise click.ClickException(str(error)) from error
    for problem in problems:
        click.echo(problem, err=True)
    sys.exit(1 if problems else 0)


def measured(site: Path, connections: tuple[int, ...], seconds: float, processes: int) -> list[str]:
    """Print what came of each load; return what was wrong."""
    rows: list[list[str]] = []
    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="load-") as scratch:
        folder, port = Path(scratch), free_port()
        (folder / "nginx").mkdir()
        folder.chmod(0o755)
        kinds = of_kinds(copied(site, folder / "www"))
        changes = {
            "listen 80;": f"listen {LOOPBACK}:{port} backlog={max(connections) + SPARE};",
            "root /srv/www;": f"root {folder / 'www'};",
        }
        sample = adapted((ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8"), changes)

        def answers() -> None:
            socket.create_connection((LOOPBACK, port), timeout=5).close()

        with running(sample, folder / "nginx", answers, workers(max(connections))):
            for count in connections:
                outcome = loaded(LOOPBACK, port, kinds, count, seconds, processes)
                rows.append(row(count, outcome, seconds))
                problems += failed(count, outcome)
    for line in aligned([HEAD, *rows]):
        click.echo(line)
    click.echo(NOTE)
    return problems


if __name__ == "__main__":
    main()
