"""How many errors in numbers the check of both languages finds: `python -m bench.planted_errors`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import click

from bench.checkouts import ROOT
from bench.planting import Pair, Planted, planted, real_pairs
from study.blocks import sections
from study.chapters import Chapter


@dataclass(frozen=True)
class Figures:
    """What a run measured: found and planted by kind, what was missed, and alarms where nothing is wrong."""

    found: Counter[str]
    planted: Counter[str]
    missed: list[Planted]
    false_alarms: int
    sections: int  # of chapters, and texts of records

    @property
    def share_found(self) -> float:
        """Return the share of planted errors that were found."""
        return self.found.total() / self.planted.total()

    @property
    def share_false(self) -> float:
        """Return the share of unchanged sections and texts with an alarm."""
        return self.false_alarms / self.sections


def measured(root: Path, seed: int, count: int) -> Figures:
    """Return what the check finds of `count` planted errors, and says of the texts as they are."""
    real = real_pairs(root)
    before = {pair.name: pair.alarms() for pair in real}
    found, all_planted, missed = Counter[str](), Counter[str](), []
    for error in planted(real, seed, count):
        all_planted[error.kind] += 1
        if error.pair.alarms() - before[error.pair.name]:
            found[error.kind] += 1
        else:
            missed.append(error)
    number = sum(_sections(pair) for pair in real)
    return Figures(found, all_planted, missed, sum(map(len, before.values())), number)


def _sections(pair: Pair) -> int:
    if not pair.name.endswith(".md"):
        return 1
    return len(sections(Chapter(pair.name, "en", pair.name, pair.english)))


@click.command(context_settings={"show_default": True})
@click.option("--seed", type=int, default=1, help="The same seed plants the same errors.")
@click.option("--count", type=click.IntRange(1), default=440, help="How many errors to plant.")
@click.option("--missed/--no-missed", default=False, help="Print what was not found.")
def main(seed: int, count: int, missed: bool) -> None:
    """Plant errors in numbers into the real texts and print how many are found."""
    figures = measured(ROOT, seed, count)
    for kind, number in figures.planted.items():
        click.echo(f"{kind:22} {figures.found[kind]:4} of {number:4}")
    click.echo(
        f"{'all':22} {figures.found.total():4} of {figures.planted.total():4}  {figures.share_found:.2%}"
    )
    alarms = f"{figures.false_alarms} of {figures.sections} sections and texts"
    click.echo(f"{'false alarms':22} {alarms}  {figures.share_false:.2%}")
    for error in figures.missed if missed else ():
        click.echo(f"{error.pair.name} {error.language} {error.kind}: …{error.before}… → {error.after!r}")


if __name__ == "__main__":
    main()
