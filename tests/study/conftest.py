"""A small report that each test of `study/` may break, and what its loading says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.loading import load
from study.problems import ReportError
from tests.study.small import SMALL

DAY = date(2026, 1, 31)
Edit = Callable[[str, str, str], None]
Problems = Callable[[], list[str]]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A checkout with the smallest data that is right, and no chapters."""
    (tmp_path / "data").mkdir()
    for name, text in SMALL.items():
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def change(small: Path) -> Edit:
    """Replace one passage of a data file; the passage must be there."""

    def replace(name: str, old: str, new: str) -> None:
        path = small / "data" / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def problems(small: Path) -> Problems:
    """Load the small report; its problems as lines, none if it is right."""

    def said() -> list[str]:
        try:
            load(small, DAY)
        except ReportError as error:
            return [str(problem) for problem in error.problems]
        return []

    return said


@pytest.fixture
def little(small: Path) -> Knowledge:
    """The knowledge of the small report."""
    return load(small, DAY)
