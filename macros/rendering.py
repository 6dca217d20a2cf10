"""View + fragment → HTML: one Jinja environment that escapes every text and forgives no unknown name."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FRAGMENTS = Path("overrides") / "fragments"


@cache
def environment(root: Path) -> Environment:
    """Return the environment of `overrides/fragments/` below `root`; text is escaped, always."""
    return Environment(
        loader=FileSystemLoader(root / FRAGMENTS),
        auto_reload=False,  # the preview clears this cache when a fragment is saved
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(root: Path, fragment: str, **values: object) -> str:
    """Return the HTML of `overrides/fragments/FRAGMENT.html`, without blank space around it."""
    return environment(root).get_template(f"{fragment}.html").render(**values).strip()


@lru_cache(maxsize=8192)
def render_repeated(root: Path, fragment: str, **texts: Hashable) -> str:
    """Return what `render` would, kept for the next time: for small fragments with the same few texts."""
    return render(root, fragment, **texts)


def forget_fragments() -> None:
    """Read every fragment anew from now on; the preview asks for it when one was saved."""
    environment.cache_clear()
    render_repeated.cache_clear()
