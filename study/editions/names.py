"""Names of editions and candidates, and their order."""

from __future__ import annotations

import re

from study.models.values import CANDIDATE, EDITION

_NAME = re.compile(r"([0-9]{4})(?:\.([0-9]{1,9}))?(?:-e([0-9]{1,9}))?(?:-rc([0-9]{1,9}))?")
_CANDIDATE = re.compile(r"(.+)-rc([0-9]+)")


def is_edition(name: str) -> bool:
    """Return whether `name` is that of an edition, such as 2026, 2026.1 or 2026-e1."""
    return re.fullmatch(EDITION, name, re.ASCII) is not None


def is_candidate(name: str) -> bool:
    """Return whether `name` is that of a candidate, such as 2026-rc1."""
    return re.fullmatch(CANDIDATE, name, re.ASCII) is not None


def edition_of(name: str) -> str:
    """Return the edition of a candidate, `2026` of `2026-rc1`; an edition is its own."""
    found = _CANDIDATE.fullmatch(name)
    return found[1] if found else name


def edition_order(name: str) -> tuple[int, int, int, int, int, str]:
    """Return what editions are sorted by: 2026, 2026-e1, 2026.1, 2026.2, 2026.10, 2027.

    Candidates come before their edition; what is no name of either comes first, sorted by its letters.
    """
    found = _NAME.fullmatch(name)
    if found is None:
        return (0, 0, 0, 0, 0, name)
    year, revision, errata, candidate = (int(part or 0) for part in found.groups())
    return (year, revision, errata, candidate == 0, candidate, "")
