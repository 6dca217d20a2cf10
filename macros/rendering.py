"""View + fragment → HTML: one Jinja environment that escapes every text and forgives no unknown name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FRAGMENTS = Path("overrides") / "fragments"


@cache
def environment(root: Path) -> Environment:
    """Return the environment of `overrides/fragments/` below `root`; text is escaped, always."""
    return Environment(
        loader=FileSystemLoader(root / FRAGMENTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(root: Path, fragment: str, **values: object) -> str:
    """Return the HTML of `overrides/fragments/FRAGMENT.html`, without blank space around it."""
    return environment(root).get_template(f"{fragment}.html").render(**values).strip()
