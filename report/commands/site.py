"""Commands that make the site: `report build`, `report serve`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from report.site import build, serve
from report.trees import pages_of


@click.command("build")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder of the site (default: site/)."
)
@click.option(
    "--edition",
    metavar="NAME",
    help="Build as this candidate or approved edition, with its seal, into a new or empty folder.",
)
@click.pass_obj
def build_site(root: Path, out: Path | None, edition: str | None) -> None:
    """Build the site, both languages, strictly."""
    started = time.perf_counter()
    target = (out or root / "site").resolve()
    if target == root or target in root.parents or (root / "docs") == target or (root / "data") == target:
        click.echo(f"Refused: {target} holds the report itself; expected another folder.", err=True)
        sys.exit(3)
    if target.exists() and not (target / "sitemap.xml").is_file() and any(target.iterdir()):
        click.echo(
            f"Refused: {target} holds files that are not a built site; expected an empty or new folder.",
            err=True,
        )
        sys.exit(3)
    if edition:
        from report.commands.sealed import build_sealed  # reads much that a draft does without

        build_sealed(root, out and target, edition)
        return
    code, said = build(root, target)
    for line in said:
        click.echo(line, err=True)
    if code:
        sys.exit(code)
    click.echo(f"{target}: {pages_of(target)} pages in {time.perf_counter() - started:.1f} s.")


@click.command("serve")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port of the preview."
)
@click.option("--language", type=click.Choice(["en", "fr"]), help="One language only: faster.")
@click.pass_obj
def serve_site(root: Path, port: int, language: str | None) -> None:
    """Preview the site while you write; a saved file is shown at once."""
    click.echo("Building the preview …")
    sys.exit(serve(root, port, language))
