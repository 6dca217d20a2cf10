"""The command line: arguments in, exit code out. 0 fine, 1 problems, 2 wrong use, 3 refused for safety."""

from __future__ import annotations

import gc
import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import click

from report.asking import NetworkMissingError
from report.checking import all_problems
from report.checkout import find_root
from report.fetching import Fetcher
from report.files import write_whole
from report.git import version_day
from report.grammar import grammar_advice
from report.links import GRAVE, UnknownRecordError, planned, problems_of, results_of
from report.links_summary import page, summary
from report.schema_files import write_schemas
from report.site import build, pages_of, serve
from study.loading import load
from study.problems import Problem, ReportError
from study.stats import stats
from study.typography_checks import corrected_files


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Act on this copy of the report, not on the one you are in.",
)
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Check, preview and build the Disruptive Technologies Study Report."""
    found = find_root(root or Path.cwd())
    if found is None:
        where = root or Path.cwd()
        raise click.UsageError(
            f"{where} is not a copy of the report; expected a folder with mkdocs.yml, data/ and docs/."
        )
    context.obj = found


@main.command()
@click.pass_obj
def check(root: Path) -> None:
    """Check data, chapters, words, typography and schemas; say every problem in one run."""
    started = time.perf_counter()
    gc.disable()  # a large register makes millions of objects, and none of them is garbage
    problems = all_problems(root)
    _say(problems)
    seconds = time.perf_counter() - started
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        click.echo(f"{count} in {seconds:.1f} s; nothing was changed.", err=True)
        sys.exit(1)
    click.echo(f"No problems ({seconds:.1f} s).")


@main.command()
@click.pass_obj
def schemas(root: Path) -> None:
    """Write data/schemas/ anew from the models in study/models/."""
    written = write_schemas(root)
    click.echo(f"Written: {', '.join(written)}." if written else "All schemas are current.")


@main.command("stats")
@click.pass_obj
def print_stats(root: Path) -> None:
    """Print the report in numbers: chapters, words, cases, terms, sources, citations."""
    try:
        numbers = stats(load(root, version_day(root)))
    except ReportError as error:
        _say(error.problems)
        sys.exit(1)
    for text in numbers.texts:
        click.echo(
            f"{text.language}: {text.chapters} chapters, {text.words:,} words, {text.citations:,} citations"
            f" ({text.density:.1f} per 1,000 words)"
        )
    click.echo(f"cases: {numbers.cases}, {numbers.with_results} with a result")
    for name, counts in (
        ("technology", numbers.by_technology),
        ("region", numbers.by_region),
        ("stage", numbers.by_stage),
        ("evidence", numbers.by_evidence),
    ):
        click.echo(f"  by {name}: {_counts(counts)}")
    click.echo(f"terms: {numbers.terms}")
    click.echo(f"sources: {numbers.sources} ({_counts(numbers.by_kind)})")
    click.echo(f"Members: {numbers.members}")


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{key} {count}" for key, count in counts.items())


@main.command()
@click.pass_obj
def grammar(root: Path) -> None:
    """Print Grammalecte's advice on the French chapters; it refuses nothing and may be wrong."""
    advice = grammar_advice(root)
    if advice is None:
        click.echo("Grammalecte is not installed; on Debian: apt install python3-grammalecte.")
        return
    for each in advice:
        click.echo(str(each))
    click.echo(f"{len(advice)} places to look at.")


@main.group()
def fix() -> None:
    """Repair what a machine can repair, and show what it changed."""


@fix.command()
@click.pass_obj
def typography(root: Path) -> None:
    """Put typographic apostrophes and the no-break spaces of French where they belong."""
    changed = 0
    for path, text, better in list(corrected_files(root)):
        write_whole(path, better)
        name = path.relative_to(root).as_posix()
        for number, (old, new) in enumerate(zip(text.split("\n"), better.split("\n"), strict=True), 1):
            if old != new:
                changed += 1
                click.echo(f"{name}:{number}: {_visible(new.strip())}")
    click.echo(f"{changed} lines changed." if changed else "Nothing to change.")


@main.command("build")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Folder of the site (default: site/)."
)
@click.pass_obj
def build_site(root: Path, out: Path | None) -> None:
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
    code, said = build(root, target)
    for line in said:
        click.echo(line, err=True)
    if code:
        sys.exit(code)
    click.echo(f"{target}: {pages_of(target)} pages in {time.perf_counter() - started:.1f} s.")


@main.command("serve")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port of the preview."
)
@click.option("--language", type=click.Choice(["en", "fr"]), help="One language only: faster.")
@click.pass_obj
def serve_site(root: Path, port: int, language: str | None) -> None:
    """Preview the site while you write; a saved file is shown at once."""
    click.echo("Building the preview …")
    sys.exit(serve(root, port, language))


@main.command()
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
        _say(error.problems)
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


def _say(problems: list[Problem]) -> None:
    """Print problems; in a GitHub workflow also as annotations of the changed lines."""
    for problem in problems:
        click.echo(str(problem), err=True)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            text = problem.message.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
            click.echo(f"::error file={problem.file},line={max(1, problem.line)}::{text}")


def _visible(text: str) -> str:
    """Return `text` with its no-break spaces made visible."""
    return text.replace("\N{NO-BREAK SPACE}", "⍽").replace("\N{NARROW NO-BREAK SPACE}", "·")


if __name__ == "__main__":
    main()
