"""The command line: arguments in, exit code out. 0 fine, 1 problems, 2 wrong use, 3 refused for safety."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from report.checkout import find_root
from report.commands.check import check, grammar, print_stats
from report.commands.links import links
from report.commands.new import new
from report.commands.repair import fix, schemas
from report.commands.site import build_site, serve_site


class Report(click.Group):
    """The commands; an argument is taken as it was typed on Windows too, where `*` or `%` would be expanded."""

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run the command line, like click's own `main`."""
        return super().main(*arguments, **{"windows_expand_args": False, **settings})


@click.group(cls=Report, context_settings={"help_option_names": ["-h", "--help"]})
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


for command in (check, schemas, print_stats, grammar, fix, build_site, serve_site, links, new):
    main.add_command(command)

if __name__ == "__main__":
    main()
