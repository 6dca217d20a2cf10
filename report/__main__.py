"""The command line: arguments in, exit code out. 0 fine, 1 problems, 2 wrong use, 3 refused for safety."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from report.checkout import find_root

# Each command is read when it is called: together they take longer to start than a check takes.
COMMANDS = {
    "check": "report.commands.check:check",
    "concord": "report.commands.concordance:concord",
    "concordance": "report.commands.concordance:concordance",
    "export": "report.commands.translation:export",
    "import": "report.commands.translated:import_",
    "schemas": "report.commands.repair:schemas",
    "stats": "report.commands.check:print_stats",
    "grammar": "report.commands.check:grammar",
    "fix": "report.commands.concordance:fix",
    "build": "report.commands.site:build_site",
    "candidate": "report.commands.candidate:candidate",
    "publish": "report.commands.publish:publish",
    "serve": "report.commands.site:serve_site",
    "links": "report.commands.links:links",
    "new": "report.commands.new:new",
    "approve": "report.commands.approve:approve",
    "approval": "report.commands.approval:approval",
    "freeze": "report.commands.freeze:freeze",
    "history": "report.commands.history:history",
    "digest": "report.commands.digest:digest",
    "doctor": "report.commands.doctor:doctor",
    "release": "report.commands.release:release",
    "renditions": "report.commands.renditions:renditions",
    "verify": "report.commands.verify:verify",
    "assemble": "report.commands.assemble:assemble_site",
}
ANYWHERE = ("verify",)  # these need no copy of the report: who holds an archive may have nothing else


class Report(click.Group):
    """The commands; an argument is taken as it was typed on Windows too, where `*` or `%` would be expanded."""

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run the command line, like click's own `main`."""
        return super().main(*arguments, **{"windows_expand_args": False, **settings})

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command called `name`, or None."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


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
    if found is None and context.invoked_subcommand not in ANYWHERE:
        where = root or Path.cwd()
        raise click.UsageError(
            f"{where} is not a copy of the report; expected a folder with mkdocs.yml, data/ and docs/."
        )
    context.obj = found


if __name__ == "__main__":
    main()
