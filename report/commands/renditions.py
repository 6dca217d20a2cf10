"""The command that makes copies to take along: `report renditions`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import click

from report.renditions.assembly import LANGUAGES, Job
from report.renditions.jobs import job_of
from report.renditions.problems import CopyError, UnknownChapterError, WrongSiteError
from report.saying import say
from study.problems import ReportError

# Each kind is made by a function of its own: a job in, paths below the site out.
KINDS = {
    "pdf": "report.renditions.pdf:make",
    "epub": "report.renditions.epub:make",
    "pack": "report.renditions.pack:make",
}
LISTING = "report.renditions.listing:make"  # writes into the page of copies what there is, after all others
NEEDED = ("weasyprint", "fontTools", "font_source_serif_pro", "font_source_sans_pro")
FEW = 4  # files, each named with its size
Make = Callable[[Job], list[str]]


@click.command("renditions")
@click.argument("kinds", nargs=-1, type=click.Choice(sorted(KINDS)))
@click.option(
    "--language", "languages", multiple=True, type=click.Choice(LANGUAGES), help="This language only."
)
@click.option(
    "--chapter", "chapters", multiple=True, metavar="KEY", help="This chapter only, such as technologies/ai."
)
@click.option(
    "--site", type=click.Path(path_type=Path, file_okay=False), help="Folder of the site (default: site/)."
)
@click.pass_obj
def renditions(
    root: Path,
    kinds: tuple[str, ...],
    languages: tuple[str, ...],
    chapters: tuple[str, ...],
    site: Path | None,
) -> None:
    """Make PDF, EPUB and offline packs from the built site, into it; all of them if no kind is named."""
    folder = (site or root / "site").resolve()
    try:
        job = job_of(root, folder, languages, chapters)
    except UnknownChapterError as error:
        raise click.UsageError(f"{error}.") from error
    except ReportError as error:
        say(error.problems)
        sys.exit(1)
    except WrongSiteError as error:
        _end(f"Refused: {error}", 3)
    except CopyError as error:
        _end(str(error), 1)
    chosen = [kind for kind in KINDS if kind in kinds or (not kinds and _exists(KINDS[kind]))]
    if "pdf" in chosen:
        _need_libraries()
    for kind in chosen:
        _make(job, kind)
    if _exists(LISTING):
        try:
            _function(LISTING)(job)
        except CopyError as error:
            _end(str(error), 1)


def _make(job: Job, kind: str) -> None:
    """Make the copies of a kind and say how many and how large they are; the command ends where that fails."""
    started = time.perf_counter()
    try:
        paths = _function(KINDS[kind])(job)
    except ImportError as error:
        _end(f"{kind}: {error}; install what it needs: make renditions", 1)
    except CopyError as error:
        _end(f"{kind}: {error}", 1)
    except ReportError as error:
        say(error.problems)
        _end(f"{kind}: not made", 1)
    size = sum((job.site / path).stat().st_size for path in paths)
    seconds = time.perf_counter() - started
    click.echo(f"{kind}: {len(paths)} files, {size / 1_000_000:.1f} MB, {seconds:.0f} s.")
    for path in paths if len(paths) <= FEW else ():
        click.echo(f"  {path}: {(job.site / path).stat().st_size / 1_000_000:.1f} MB")


def _need_libraries() -> None:
    """End the command if PDF can't be made here, with what is missing."""
    absent = [package for package in NEEDED if find_spec(package) is None]
    if absent:
        _end(f"PDF needs packages that are not installed ({', '.join(absent)}): make renditions", 1)
    from report.renditions.libraries import missing, sentence

    if packages := missing():
        _end(sentence(packages), 1)


def _exists(name: str) -> bool:
    return find_spec(name.partition(":")[0]) is not None


def _function(name: str) -> Make:
    module, _, attribute = name.partition(":")
    found: Make = getattr(import_module(module), attribute)
    return found


def _end(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
