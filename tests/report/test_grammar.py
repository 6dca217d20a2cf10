"""Advice on French grammar: given where Grammalecte is, said to be missing where it is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from report.grammar import PYTHON, grammar_advice


def installed() -> bool:
    if not Path(PYTHON).is_file():
        return False
    return (
        subprocess.run([PYTHON, "-c", "import grammalecte"], capture_output=True, check=False).returncode == 0
    )


def test_a_fault_is_named_with_its_place_where_grammalecte_is_installed(
    checkout: Path, edit: Callable[[str, str, str], None]
) -> None:
    for page in (checkout / "docs" / "fr").rglob("*.md"):
        if page.name != "about.md":
            page.unlink()
    edit("docs/fr/about.md", "## Public", "Les rapport suivants.\n\n## Public")
    advice = grammar_advice(checkout)
    if not installed():
        assert advice is None
        return
    assert advice is not None
    assert any(
        each.file == "docs/fr/about.md" and each.words == "rapport" and each.column == 5 for each in advice
    )


def test_without_grammalecte_there_is_no_advice(checkout: Path, tmp_path: Path) -> None:
    assert grammar_advice(checkout, python=str(tmp_path / "none")) is None
    assert grammar_advice(checkout, python=sys.executable) is None  # our own environment does not hold it
