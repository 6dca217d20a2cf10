"""Commands that write files for translators: `report export tmx`, `report export xliff`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from report.files import write_whole
from report.saying import say
from study.building import knowledge, reading
from study.concordance.passages import REGISTERS
from study.concordance.states import Standing, states
from study.concordance.targets import Target, UnknownTargetError, target
from study.knowledge import Knowledge
from study.problems import Problem, ReportError
from study.translation.revisions import OTHER, Stale
from study.translation.tmx import chapters, tmx
from study.translation.xliff import xliff

OUT = click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where to write it."
)


@click.group("export")
def export() -> None:
    """Write files for translators."""


@export.command("tmx")
@OUT
@click.argument("targets", nargs=-1, metavar="[CHAPTER ...]")
@click.pass_obj
def export_tmx(root: Path, out: Path | None, targets: tuple[str, ...]) -> None:
    """Write all passages, or those of some chapters, in both languages as a translation memory (TMX 1.4b)."""
    try:
        known = knowledge(root)
        pages = [each.pair.name for each in _targets(root, targets)] or None
        content = tmx(root, known, pages)
        _say_left_out(root, pages)
    except ReportError as error:
        _refuse_data(error)
    _write_new({out or Path(f"translation-{known.edition.id}.tmx"): content})


@export.command("xliff")
@OUT
@click.option("--from", "source", type=click.Choice(("en", "fr")), help="The language to be translated from.")
@click.argument("targets", nargs=-1, metavar="[CHAPTER[#SECTION] ...]")
@click.pass_obj
def export_xliff(root: Path, out: Path | None, source: str | None, targets: tuple[str, ...]) -> None:
    """Write what is out of concordance, or the sections named, for translation (XLIFF 2).

    A section that changed in one language is translated from it. For one that changed in both, or was never
    certified, say --from.
    """
    try:
        known = knowledge(root)
        if targets and not source:
            raise click.UsageError("Say --from en or --from fr for the sections named.")
        stale = _named(_targets(root, targets), source) if source and targets else _stale(root, source)
        _say_left_out(root, {each.page for each in stale}, {(each.page, each.section) for each in stale})
        sources = sorted({each.source for each in stale})
        if len(sources) > 1 and out:
            raise click.UsageError(
                "There are sections to translate from either language: add --from en or fr."
            )
        contents = {out or _name(known, each): xliff(root, known, stale, each) for each in sources}
    except ReportError as error:
        _refuse_data(error)
    _write_new(contents)
    if not contents:
        click.echo("Nothing is to be translated; nothing was written.")


def _name(known: Knowledge, source: str) -> Path:
    return Path(f"translation-{known.edition.id}-{source}-{OTHER[source]}.xlf")


def _targets(root: Path, written: Iterable[str]) -> list[Target]:
    try:
        found = [target(root, reading(root).documents, each) for each in written]
    except UnknownTargetError as error:
        raise click.BadParameter(str(error), param_hint="CHAPTER") from None
    if registers := [each.pair.name for each in found if each.pair.name in REGISTERS]:
        raise click.BadParameter(f"{registers[0]} is a register; expected chapters.", param_hint="CHAPTER")
    return found


def _named(targets: Iterable[Target], source: str) -> list[Stale]:
    return sorted({Stale(each.pair.name, key, source) for each in targets for key in each.keys})


def _stale(root: Path, source: str | None) -> list[Stale]:
    """The sections that are out of concordance and can be translated from `source`, or from what changed."""
    found: list[Stale] = []
    left = {"records (only chapters can be translated in XLIFF)": 0, "sections (add --from en or fr)": 0}
    records, sections = left
    for standing in states(root):
        one = _one_side(standing)
        if standing.state in ("certified", "gone"):
            continue
        if standing.pair.name in REGISTERS:
            left[records] += 1
        elif not (one or source):
            left[sections] += 1
        elif source in (None, one) or not one:
            found.append(Stale(standing.pair.name, standing.key, one or str(source)))
    for what, count in left.items():
        if count:
            click.echo(f"Out of concordance and left out: {count} {what}.", err=True)
    return sorted(found)


def _one_side(standing: Standing) -> str:
    """The language that changed alone, or nothing."""
    return standing.changed[0] if len(standing.changed) == 1 else ""


def _say_left_out(root: Path, pages: Iterable[str] | None, only: set[tuple[str, str]] | None = None) -> None:
    """Name the sections whose passages can't be paired."""
    chosen = None if pages is None else set(pages)
    say(
        Problem(f"docs/en/{each.page}", lack.english_line, 1, f"{lack.section}: left out, {lack.why}")
        for each in chapters(root)
        if chosen is None or each.page in chosen
        for lack in each.left_out
        if only is None or (each.page, lack.section) in only
    )


def _write_new(contents: dict[Path, bytes]) -> None:
    for path in contents:
        if path.exists():  # it may hold the work of a translator
            _stop(f"Refused: {path} is there already; expected the name of a new file, with --out", 3)
    for path, content in contents.items():
        write_whole(path, content.decode())
        click.echo(f"{path}: {len(content) / 1000:,.0f} kB.")


def _refuse_data(error: ReportError) -> NoReturn:
    say(error.problems)
    _stop("What is named above has to be put right first", 1)


def _stop(why: str, code: int) -> NoReturn:
    click.echo(f"{why}; nothing was written.", err=True)
    sys.exit(code)
