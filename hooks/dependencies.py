"""What the results of a build depend on, as digests: code, theme, configuration, versions, data, addresses.

Each function names one thing; whoever keeps a result says which of them it was made from. A result that
depends on more than it names would be served when it is stale, so the names are kept few and broad.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from study.building import asked_for, build_day
from study.digests import digest, files_digest, versions

__all__ = [
    "code",
    "configuration",
    "contents",
    "data",
    "fragments",
    "frames",
    "knowledge",
    "look_again",
    "of_values",
    "versions",
]

RUNNING = Path(__file__).resolve().parent.parent
CODE = ("hooks", "macros", "study")
FRAMES = ("overrides/*.html", "overrides/partials/**/*")
FRAGMENTS = ("overrides/fragments/*.html",)
FOLDERS = ("history", "approvals", "concordance", "paragraphs")
DATA = ("data/*.yaml", *(f"data/{folder}/**/*.yaml" for folder in FOLDERS))


def code(root: Path) -> str:
    """Return a digest of all that is run for a page: hooks, macros and what the report knows."""
    return contents(root, (f"{folder}/**/*.py" for folder in CODE))


def configuration(root: Path) -> str:
    """Return a digest of mkdocs.yml."""
    return contents(root, ["mkdocs.yml"])


def frames(root: Path) -> str:
    """Return a digest of the templates around a page's text; the theme's own are told by its version."""
    return contents(root, FRAMES)


def fragments(root: Path) -> str:
    """Return a digest of the templates that macros fill."""
    return contents(root, FRAGMENTS)


def data(root: Path) -> str:
    """Return a digest of every record, and of what the build was asked for, which decides how its edition stands."""
    return digest(contents(root, DATA), asked_for().name)


def knowledge(root: Path) -> str:
    """Return a digest of what the report knows: the records, the code that reads them, and the day they are read."""
    return digest(versions(), contents(root, ["study/**/*.py"]), data(root), str(build_day()))


def contents(root: Path, patterns: Iterable[str]) -> str:
    """Return a digest of the names and bytes of all files that match, read once in a build."""
    return _contents(root, tuple(patterns))


def look_again() -> None:
    """Read files anew from now on: a new build begins."""
    _contents.cache_clear()


@cache
def _contents(root: Path, patterns: tuple[str, ...]) -> str:
    # `report --root` builds a copy with the code that is installed: hooks are the copy's, what they import is not
    running = [RUNNING] if root != RUNNING and any(pattern.endswith(".py") for pattern in patterns) else []
    return digest(*(files_digest(folder, patterns) for folder in [root, *running]))


def of_values(*values: Any) -> str:
    """Return a digest of values that JSON can tell apart."""
    return digest(json.dumps(values, ensure_ascii=False, sort_keys=True))
