"""Commands that deal with releases on GitHub and with the published site: `report release …`. Workflows call them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from report.editions.outcome import outcome
from report.git import GitError, changed_files
from report.github import GithubError, Repository, repository_name
from report.saying import say
from study.building import knowledge
from study.editions.approvals import FOLDER
from study.knowledge import Knowledge
from study.problems import ReportError

FolderOption = click.Path(path_type=Path, file_okay=False)


@click.group()
def release() -> None:
    """Keep candidates and publish editions as releases on GitHub; look at what is published."""


@release.command("approved")
@click.argument("base")
@click.pass_obj
def approved(root: Path, base: str) -> None:
    """Print the edition whose approval was added since the commit BASE, and its candidate, as a workflow reads them."""
    try:
        changed = changed_files(root, base)
    except GitError as error:
        raise click.BadParameter(str(error), param_hint="BASE") from None
    added = [Path(path).stem for path, kind in changed.items() if kind == "A" and Path(path).parent == FOLDER]
    if len(added) != 1:
        click.echo(f"{len(added)} approvals were added since {base}; expected one at a time.", err=True)
        sys.exit(3)
    click.echo(f"edition={added[0]}\ncandidate={_knowledge(root).approvals[added[0]].candidate}")


@release.command("make")
@click.argument("name")
@click.option("--dist", type=FolderOption, metavar="DIR", help="Folder of its files (default: dist/NAME).")
@click.pass_obj
def make(root: Path, name: str, dist: Path | None) -> None:
    """Keep the candidate NAME as a draft on GitHub, or publish the edition NAME there, for good."""
    from report.editions.releases import is_newest, released

    known, repository = _known(root)
    with outcome("release"), _github():
        folder = dist or root / "dist" / name
        click.echo(released(repository, folder, known.labels, is_newest(name, {*known.approvals})))


@release.command("fetch")
@click.argument("names", nargs=-1, metavar="[NAME]…")
@click.option("--out", type=FolderOption, metavar="DIR", help="Folder they are put in (default: archives/).")
@click.pass_obj
def fetch(root: Path, names: tuple[str, ...], out: Path | None) -> None:
    """Fetch the files of releases; without a NAME, those of every approved edition."""
    from report.editions.release_files import fetched

    known, repository = _known(root)
    chosen = names or tuple(known.approvals)
    with outcome("copy"), _github():
        for name in chosen:
            folder = fetched(repository, name, out or root / "archives")
            click.echo(f"{folder}: the files of release {name}, compared with their list.")
    if not chosen:
        click.echo("No edition is approved; there is nothing to fetch.")


@release.command("smoke")
@click.option(
    "--public", type=FolderOption, metavar="DIR", help="Folder of the assembled site (default: public/)."
)
@click.option("--url", metavar="URL", help="Address of the site (default: that of data/publication.yaml).")
@click.option(
    "--attempts", default=10, show_default=True, type=click.IntRange(min=1), help="How often to ask."
)
@click.option(
    "--pause", default=30.0, show_default=True, type=click.FloatRange(min=0), help="Seconds between."
)
@click.pass_obj
def smoke(root: Path, public: Path | None, url: str | None, attempts: int, pause: float) -> None:
    """Ask the published site whether it answers with the files that were assembled."""
    from report.editions.smoke import smoke_problems

    folder = public or root / "public"
    if not (folder / "404.html").is_file():
        raise click.UsageError(
            f"{folder} is no assembled site; expected the folder that report assemble wrote."
        )
    address = (url or _knowledge(root).publication.site_url).rstrip("/") + "/"
    problems = smoke_problems(folder, address, attempts, pause)
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        sys.exit(1)
    click.echo(f"{address} answers with the files of {folder}.")


@release.command("rebuild")
@click.option(
    "--archives", type=FolderOption, metavar="DIR", help="Folder of the archives (default: archives/)."
)
@click.pass_obj
def rebuild(root: Path, archives: Path | None) -> None:
    """Verify the archive of every approved edition, and build each again: the digests must be those approved."""
    from report.editions.rebuilding import rebuild_problems

    with outcome("comparison"):
        problems = rebuild_problems(
            root, archives or root / "archives", root / ".cache" / "rebuild", click.echo
        )
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        sys.exit(1)
    click.echo("Every approved edition verifies and gives the digests that were approved.")


def _known(root: Path) -> tuple[Knowledge, Repository]:
    """Return what the report knows and its repository on GitHub; ends the command where one is missing."""
    known = _knowledge(root)
    name = repository_name(known.publication)
    if name is None:
        click.echo(
            "data/publication.yaml names no repository on GitHub, and no workflow runs here.", err=True
        )
        sys.exit(1)
    return known, Repository(name)


def _knowledge(root: Path) -> Knowledge:
    try:
        return knowledge(root)
    except ReportError as error:
        say(error.problems)
        sys.exit(1)


@contextmanager
def _github() -> Iterator[None]:
    """End the command with what GitHub's program said, where it did not do what it was told."""
    try:
        yield
    except GithubError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
