"""The gates of a candidate as they stand in `data/gates.yaml`."""

from __future__ import annotations

from pathlib import Path

from study.concordance.declarations import declaration
from study.models.gates import GATES, Gate
from study.problems import Problem, ReportError

FILE = "data/gates.yaml"


def gates_of(root: Path) -> list[Gate]:
    """Return the gates of the checkout at `root`, in their order. Raises ReportError with all problems of the file."""
    try:
        gates: list[Gate] = declaration(root, FILE, GATES)[0]
    except FileNotFoundError:
        missing = Problem(FILE, 0, 0, "the file is missing; expected the gates that a candidate passes")
        raise ReportError([missing]) from None
    return gates


def gate_problems(root: Path) -> list[Problem]:
    """Return what is wrong with the gates as they are written down."""
    try:
        gates_of(root)
    except ReportError as error:
        return error.problems
    return []
