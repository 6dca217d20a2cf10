"""Templates of what is put into a finished site or beside it; every text is escaped, no unknown name forgiven."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDERS = ("overrides/fragments", "overrides/pack", "overrides")


def rendered(root: Path, template: str, **values: object) -> str:
    """Return what a template of the checkout at `root` gives, without blank space around it."""
    return _environment(root).get_template(template).render(**values).strip()


@cache
def _environment(root: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader([root / folder for folder in FOLDERS]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
