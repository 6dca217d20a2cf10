"""Templates of the copies in `overrides/print/`: one Jinja environment that escapes every text, like that of the pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html
from markupsafe import Markup

FOLDER = Path("overrides") / "print"


@cache
def _environment(folder: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(folder),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(root: Path, template: str, **values: object) -> str:
    """Return what `overrides/print/TEMPLATE.html` makes of values."""
    return _environment(root / FOLDER).get_template(f"{template}.html").render(**values)


def markup(element: html.HtmlElement) -> Markup:
    """Return an element of a built page, whose texts were escaped when it was made, for a template."""
    element.tail = None
    return Markup(html.tostring(element, encoding="unicode"))  # noqa: S704 - it comes from the parser
