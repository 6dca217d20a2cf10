"""The checkout that a command acts on."""

from __future__ import annotations

from pathlib import Path

MARKS = ("mkdocs.yml", "data", "docs")


def find_root(start: Path) -> Path | None:
    """Return the nearest folder from `start` upwards that is a checkout of the report, or None."""
    for folder in (start.resolve(), *start.resolve().parents):
        if all((folder / mark).exists() for mark in MARKS):
            return folder
    return None
