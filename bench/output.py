"""What a build has written: how much of which kind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.measuring import MEGABYTE

KINDS = ("chapters", "both", "register", "search", "downloads", "rest")
SEARCH = ("search", "pagefind")
DOWNLOADS = (".csv", ".json", ".xlsx", ".tbx", ".bib", ".ris")


@dataclass(frozen=True)
class Output:
    """Megabytes (1 MB is 1,000,000 bytes) by kind of file, and the number of files."""

    sizes: dict[str, float]
    files: int

    @property
    def total(self) -> float:
        """Return the size of all files in megabytes."""
        return sum(self.sizes.values())


def output(site: Path) -> Output:
    """Return what lies below `site`, divided into pages, search, downloads and the rest."""
    sizes, files = dict.fromkeys(KINDS, 0.0), 0
    for path in site.rglob("*"):
        if path.is_file():
            files += 1
            sizes[kind(path.relative_to(site))] += path.stat().st_size / MEGABYTE
    return Output(sizes, files)


def kind(path: Path) -> str:
    """Return the kind of a file, given its path in the site.

    `register` is every page below `cases/`, `both` the pages with two languages side by side.
    """
    folders = path.parts[:-1]
    if any(folder in SEARCH for folder in folders) or path.name == "search.json":
        return "search"
    if path.suffix == ".html" and folders[:1] == ("both",):
        return "both"
    if path.suffix == ".html":
        return "register" if "cases" in folders[:-1] else "chapters"
    if path.suffix in DOWNLOADS or "data" in folders:
        return "downloads"
    return "rest"
