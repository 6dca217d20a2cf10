"""The folders of a site: the one that is read, and the one before it, in which the next is made.

Most of a site is the same from build to build, and the build leaves such files alone (hooks/tree.py).
Of two builds at once, one takes the earlier site and the other starts from nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

MOST_PAGES = 5_000  # of a larger site no second copy is kept


def claimed(out: Path, spare: Path) -> Path:
    """Return a folder beside `out` that is this build's alone, holding the site at `spare` if there is one."""
    _remove_unfinished(out)
    folder = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}-{os.getpid()}-"))
    if spare.is_dir() and not spare.is_symlink():
        with suppress(OSError):  # it lies on another disk, or another build took it
            folder.rmdir()
            spare.rename(folder)
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    return folder


def _remove_unfinished(out: Path) -> None:
    """Remove what builds left that were killed: folders named after a process that is no more."""
    if os.name != "posix":  # elsewhere, asking for a process may end it
        return
    for folder in out.parent.glob(f".{out.name}-*"):
        found = re.match(rf"\.{re.escape(out.name)}-(\d+)-", folder.name)
        if found and not runs(int(found[1])):
            shutil.rmtree(folder, ignore_errors=True)


def runs(process: int) -> bool:
    """Return whether there is a process of this number; only to be asked on POSIX."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def replace(out: Path, fresh: Path, spare: Path) -> None:
    """Put the new site in the place of the old one, which becomes the spare; a failure between leaves one of the two."""
    if not out.exists():
        fresh.rename(out)
        return
    old = fresh.with_name(f"{fresh.name}-old")
    out.rename(old)
    fresh.rename(out)
    give_back(old, spare)


def give_back(folder: Path, spare: Path) -> None:
    """Leave a folder of pages, whole or not, for the next build, or remove it."""
    with suppress(OSError):
        if pages_of(folder) <= MOST_PAGES and not spare.exists():
            spare.parent.mkdir(parents=True, exist_ok=True)
            folder.rename(spare)
            return
    shutil.rmtree(folder)


def pages_of(site: Path) -> int:
    """Return the number of pages in a built site."""
    # pathlib takes four times as long, a tenth of a build in which little has changed
    return sum(name.endswith(".html") for _, _, names in os.walk(site) for name in names)
