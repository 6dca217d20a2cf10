"""The command that takes over what translators send back: `report import xliff`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from report.git import version_day
from report.saying import say
from report.together import NotWrittenError, content_of, write_together
from study.building import knowledge
from study.problems import ReportError
from study.translation.merging import Merge, OtherRevisionError, merged
from study.translation.xliff_reading import read_translation
from study.translation.xml_reading import UnsafeFileError


@click.group("import")
def import_() -> None:
    """Take over what translators send back."""


@import_.command("xliff")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_obj
def import_xliff(root: Path, file: Path, yes: bool) -> None:
    """Show what a translated XLIFF 2 file changes, ask, and write all of it or nothing."""
    try:
        merge = merged(root, read_translation(file, str(file)), knowledge(root), version_day(root))
    except UnsafeFileError as error:
        say(error.problems)
        _stop("Refused: the file is not one that the report exported", 3)
    except OtherRevisionError as error:
        say(error.problems)
        _stop("Refused: the file was made from another revision", 3)
    except ReportError as error:
        say(error.problems)
        _stop("What is named above has to be put right first", 1)
    if not merge.changes:
        click.echo("Nothing to change.")
        return
    _show(merge)
    count = f"{len(merge.changes)} passages in {len(merge.chapters)} chapters"
    if not yes and not _agreed(count):
        _stop("Not agreed", 1)
    _write(root, merge)
    click.echo(f"{count} were changed. Next: report check, then report concord for what was read.")


def _agreed(count: str) -> bool:
    try:
        return click.confirm(f"Write {count}?", default=False)
    except click.Abort:
        click.echo()
        return False


def _show(merge: Merge) -> None:
    for change in merge.changes:
        click.secho(f"{change.chapter}:{change.line} {change.unit}", bold=True)
        for line in change.old.split("\n"):
            click.secho(f"-{line}", fg="red")
        for line in change.new.split("\n"):
            click.secho(f"+{line}", fg="green")


def _write(root: Path, merge: Merge) -> None:
    contents = {}
    try:
        for chapter, text in merge.chapters:
            path = root / chapter.name
            before = path.read_bytes()
            if before.decode().replace("\r\n", "\n").replace("\r", "\n") != chapter.text:
                raise NotWrittenError(f"{chapter.name} was changed meanwhile")
            contents[path] = before, content_of(text, before)
        write_together(contents)
    except NotWrittenError as error:
        _stop(f"Refused: {error}", 3)


def _stop(why: str, code: int) -> NoReturn:
    click.echo(f"{why}; nothing was written.", err=True)
    sys.exit(code)
