"""The folder that a public tree may replace: a new one, an empty one, or an earlier public tree."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from report.editions.public_pages import INDEX, LIST, NOT_FOUND, ROBOTS
from study.editions.names import is_edition
from study.editions.sums import SUMS
from study.problems import listed, shown

MARKS = (LIST, INDEX, NOT_FOUND, ROBOTS)  # every public tree has them
OTHERS = ("sitemap.xml", "versions.json", "feed-en.xml", "feed-fr.xml", "latest")


def place_refusals(root: Path, archives: Path, out: Path) -> Iterator[str]:
    """Return why no tree may stand at `out`, whatever is there: it holds the report, or the archives."""
    if out == root or out in root.parents or out in (root / "docs", root / "data", root / ".git"):
        yield f"{out} holds the report itself; expected another folder"
    if out == archives or out in archives.parents:
        yield f"{out} holds the archives; expected another folder"
    if os.path.ismount(out):
        yield f"{out} is where a disk is mounted, and can't be replaced as a whole; expected a folder in it"


def content_refusals(out: Path, editions: Collection[str]) -> Iterator[str]:
    """Return why what stands at `out` may not be replaced by a tree with `editions`.

    It holds files that no public tree has, or an edition that the new tree would no longer have.
    """
    if not out.exists():
        return
    entries = sorted(out.iterdir())
    foreign = [entry.name for entry in entries if not _is_ours(entry)]
    missing = [name for name in MARKS if not (out / name).is_file()]
    if foreign:
        more = f" and {len(foreign) - 5} more" if len(foreign) > 5 else ""
        names = ", ".join(shown(name) for name in foreign[:5])
        yield f"{out} holds what no public tree has: {names}{more}; expected an empty or new folder"
    elif entries and missing:
        yield f"{out} is no public tree, it has no {listed(missing)}; expected an empty or new folder"
    for entry in entries:
        if is_edition(entry.name) and entry.name not in editions and _is_ours(entry):
            yield (
                f"{out} has edition {entry.name}, but there is no data/approvals/{entry.name}.yaml: what was "
                "published is never dropped without a word"
            )


def _is_ours(entry: Path) -> bool:
    if entry.is_symlink():
        return False
    if entry.is_dir():
        return entry.name == "latest" or (is_edition(entry.name) and (entry / SUMS).is_file())
    return entry.name in (*MARKS, *OTHERS)
