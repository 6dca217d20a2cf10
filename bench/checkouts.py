"""Copies of the project to measure in, and the project's own commands in them."""

from __future__ import annotations

import compileall
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measuring import Cost, run

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(
    ".*", "site", "dist", "tests", "bench", "__pycache__", "*.egg-info", "node_modules"
)
CACHE = Path(".cache")


@contextmanager
def checkout(root: Path) -> Iterator[Path]:
    """Yield a copy of the checkout at `root`, compiled, without caches; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        copy = Path(folder) / "report"
        shutil.copytree(root, copy, ignore=LEFT_OUT)
        compileall.compile_dir(str(copy), quiet=1)
        yield copy


def variables(copy: Path) -> dict[str, str]:
    """Return what makes Python take the copy's own modules, not those of the installed project."""
    return {"PYTHONPATH": str(copy)}


def command(copy: Path, *arguments: str) -> list[str]:
    """Return the project's command line for a copy."""
    return [sys.executable, "-m", "report", "--root", str(copy), *arguments]


def build(copy: Path) -> Cost:
    """Build the site of a copy into its `site/`, as `make build` does. Raises BuildError."""
    return run(command(copy, "build", "--out", str(copy / "site")), copy, variables(copy))


def check(copy: Path) -> Cost:
    """Run every check of a copy, as `make check` does. Raises BuildError where it finds a problem."""
    return run(command(copy, "check"), copy, variables(copy))


def forget(copy: Path, cache: Path = CACHE) -> None:
    """Remove the site and the cache of a copy, so that its next build is a cold one."""
    for folder in (copy / "site", copy / cache):
        shutil.rmtree(folder, ignore_errors=True)
