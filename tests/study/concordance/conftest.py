"""A small report with one chapter in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.concordance.twin import write_twin


@pytest.fixture
def twin(tmp_path: Path) -> Path:
    """The small report, nothing of it certified."""
    return write_twin(tmp_path)
