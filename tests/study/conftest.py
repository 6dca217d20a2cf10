"""A small report that each test of `study/` may break, and what its reading says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from study.documents import Documents
from study.files import FILES
from study.knowledge import Knowledge
from study.loading import load, read
from study.reading import parse_yaml
from tests.study.small import SMALL

DAY = date(2026, 1, 31)
Edit = Callable[[str, str, str], None]
Problems = Callable[[], list[str]]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A checkout with the smallest data that is right, and no chapters."""
    (tmp_path / "data").mkdir()
    for name in FILES:
        (tmp_path / "data" / name).write_text(SMALL.get(name, "[]\n"), encoding="utf-8")
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
    """Read the small report; its problems as lines, in order, none if it is right."""
    return lambda: [str(problem) for problem in sorted(set(read(small, DAY).problems))]


@pytest.fixture
def little(small: Path) -> Knowledge:
    """The knowledge of the small report."""
    return load(small, DAY)


def documents(**texts: str) -> Documents:
    """Return YAML texts as documents: documents(cases="- id: a")."""
    named = {f"data/{name.replace('_', '-')}.yaml": text for name, text in texts.items()}
    return Documents({name: parse_yaml(text, name) for name, text in named.items()})
