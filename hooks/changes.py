"""What was saved since the last look: found by the times and sizes of files, in a few milliseconds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CODE = ("hooks", "macros", "study", "report")
WATCHED = ("docs", "data", "overrides", *CODE)
LEFT_OUT = {"__pycache__", "schemas", "dictionaries"}
Stamps = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Changes:
    """Paths from the checkout, with `/`; `gone` no longer exist and `new` did not before."""

    saved: frozenset[str] = frozenset()
    new: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.saved or self.new or self.gone)

    def below(self, *folders: str) -> list[str]:
        """Return every changed path in one of these folders, or that is one of these files."""
        starts = tuple(f"{folder}/" for folder in folders)
        everything = self.saved | self.new | self.gone
        return sorted(path for path in everything if path.startswith(starts) or path in folders)


@dataclass
class Watcher:
    """Remembers how the files of a checkout looked."""

    root: Path
    stamps: Stamps = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look for the first time."""
        self.stamps = self._look()

    def changes(self) -> Changes:
        """Return what changed since the last call."""
        before, self.stamps = self.stamps, self._look()
        return Changes(
            saved=frozenset(
                path for path, stamp in self.stamps.items() if path in before and before[path] != stamp
            ),
            new=frozenset(self.stamps.keys() - before.keys()),
            gone=frozenset(before.keys() - self.stamps.keys()),
        )

    def _look(self) -> Stamps:
        found: Stamps = {}
        for name in WATCHED:
            found.update(_files(self.root / name, name))
        about = (self.root / "mkdocs.yml").stat()
        found["mkdocs.yml"] = (about.st_mtime_ns, about.st_size)
        return found


def _files(folder: Path, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            if entry.name not in LEFT_OUT:
                yield from _files(folder / entry.name, path)
        elif not entry.name.startswith("."):
            try:
                about = entry.stat()
            except FileNotFoundError:  # an editor program that saves under another name first
                continue
            yield path, (about.st_mtime_ns, about.st_size)
