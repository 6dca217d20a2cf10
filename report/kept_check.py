"""Whether all was checked already as it stands now, and had no problem."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from report.files import write_whole
from study.digests import digest, files_digest, versions

KEPT = Path(".cache") / "check"
LOOKED_AT = (
    "docs/**/*",
    "data/**/*",
    "study/**/*.py",
    "report/**/*.py",
    "macros/**/*.py",
    "overrides/**/*",
    "mkdocs.yml",
)


def state(root: Path, day: date) -> str:
    """Return a digest of all that the checks look at, the checks themselves included."""
    return digest(versions(), str(day), files_digest(root, LOOKED_AT))


def had_no_problem(root: Path, now: str) -> bool:
    """Return whether the last check that found nothing looked at this very state."""
    try:
        return (root / KEPT).read_text(encoding="utf-8") == now
    except (OSError, UnicodeDecodeError):
        return False


def take_note(root: Path, now: str) -> None:
    """Remember that this state has no problem; a checkout that can't be written to is checked each time."""
    with suppress(OSError):
        write_whole(root / KEPT, now)
