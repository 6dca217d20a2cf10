"""The benchmark's command line: `python -m bench`, or `make bench`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from bench import history, jobs, tables
from bench.checkouts import CACHE, ROOT
from bench.figures import Delays, Figure
from bench.measuring import BuildError
from bench.peers import PEERS, Peer
from study.loading import load

JOBS: dict[str, Callable[[jobs.Plan], Iterator[Figure | Delays]]] = {
    "chapters": jobs.chapters,
    "real": jobs.real,
    "registers": jobs.registers,
    "preview": jobs.previews,
}
NAMES = [peer.name for peer in PEERS]


def several(*names: str, **settings: Any) -> Callable[[Any], Any]:
    """Return an option that may be given several times."""
    return click.option(*names, multiple=True, show_default=True, **settings)


@click.command(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@several("--size", "sizes", type=click.IntRange(10), default=[20, 200, 1000], help="Pages per language.")
@several("--cases", type=click.IntRange(1), default=[100, 1000, 10_000], help="Cases of a register.")
@click.option("--runs", type=click.IntRange(1), default=5, help="Runs of each build; the median counts.")
@click.option(
    "--large-runs", type=click.IntRange(1), default=1, help="Runs from 1,000 pages or above 1,000 cases."
)
@click.option("--edits", type=click.IntRange(0), default=3, help="Edits of each kind in the live preview.")
@several("--job", "chosen", type=click.Choice([*JOBS]), default=[*JOBS], help="What to measure.")
@several("--peer", type=click.Choice(NAMES), default=NAMES, help="Other generators, where installed.")
@click.option("--no-peers", is_flag=True, help="Measure this project alone.")
@click.option(
    "--cache", type=click.Path(path_type=Path), default=CACHE, help="The build's cache, in the checkout."
)
@click.option("--history/--no-history", "keep", default=True, help="Add the figures to bench/history.csv.")
@click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=ROOT,
    show_default=False,
    help="Measure this copy of the report, not the one this program lies in.",
)
def main(
    sizes: tuple[int, ...],
    cases: tuple[int, ...],
    runs: int,
    large_runs: int,
    edits: int,
    chosen: tuple[str, ...],
    peer: tuple[str, ...],
    no_peers: bool,
    cache: Path,
    keep: bool,
    root: Path,
) -> None:
    r"""Measure builds of synthetic reports, of the real one and of large registers, and the live preview.

    \b
    chapters: reports of each size, cold and after one edit, and the peers on the same content.
    real: checks, cold build and build after one edit of this report.
    registers: this report with registers of each number of cases.
    preview: from saving an edit to the page that shows it.

    Everything is measured in copies. A build that fails ends the benchmark with what it said.
    """
    wanted = [] if no_peers else [each for each in PEERS if each.name in peer]
    plan = jobs.Plan(
        knowledge=load(root, datetime.now(UTC).date()),
        sizes=sizes,
        cases=cases,
        runs=runs,
        large_runs=large_runs,
        edits=edits,
        peers=list(installed(wanted)) if "chapters" in chosen else [],
        cache=cache,
        root=root.resolve(),
    )
    try:
        for job in chosen:
            measure(job, plan, keep)
    except BuildError as failure:
        click.echo(str(failure), err=True)
        sys.exit(1)


def installed(peers: list[Peer]) -> Iterator[Peer]:
    """Yield the peers that are there; say of each whether it is."""
    for peer in peers:
        if peer.missing:
            click.echo(f"{peer.name}: not installed ({', '.join(peer.missing)})")
        else:
            click.echo(f"{peer.name}: {peer.versions}")
            yield peer


def measure(job: str, plan: jobs.Plan, keep: bool) -> None:
    """Do one job, print what it took, and add it to the history once it is complete."""
    about = history.circumstances(plan.root)
    click.echo(f"\n{job} ({about.commit}, {about.cores} cores, load {about.load:.1f})")
    measured = list(JOBS[job](plan))
    figures = [each for each in measured if isinstance(each, Figure)]
    waits = [each for each in measured if isinstance(each, Delays)]
    if figures:
        click.echo("\n".join([*tables.costs(figures), *tables.comparisons(figures)]))
    if waits:
        click.echo("\n".join(tables.delays(waits)))
    if keep:
        history.append(measured, about, plan.root / history.FILE)


if __name__ == "__main__":
    main()
