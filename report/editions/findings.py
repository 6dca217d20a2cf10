"""What `report doctor` finds: fine, to be done, or not looked at, each in one plain sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Mark = Literal["fine", "to do", "not checked"]
MARKS: tuple[Mark, ...] = ("fine", "to do", "not checked")


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, or could not be."""

    mark: Mark
    subject: str
    words: str

    def __str__(self) -> str:
        """Return `mark: subject: words` on one line, the marks below each other."""
        return f"{self.mark + ':':13}{self.subject}: {' '.join(self.words.split())}"


def fine_or_not(right: bool, subject: str, fine: str, else_: str) -> Finding:
    """Return a finding that is fine where `right`, else something to do."""
    return Finding("fine", subject, fine) if right else Finding("to do", subject, else_)


def count(findings: Iterable[Finding]) -> str:
    """Return `7 fine, 2 to do, 1 not checked`."""
    marks = [finding.mark for finding in findings]
    return ", ".join(f"{marks.count(mark)} {mark}" for mark in MARKS)
