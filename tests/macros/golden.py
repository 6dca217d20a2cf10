"""Golden files: the HTML that a fragment gave when somebody last looked at it."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest


def compare(path: Path, html: str, *, update: bool) -> None:
    """Fail with a diff where `html` is not what `path` holds; write it there if `update`."""
    actual = html + "\n"
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8") if path.is_file() else ""
    if actual != expected:
        lines = unified_diff(
            expected.splitlines(keepends=True), actual.splitlines(keepends=True), path.name, "now"
        )
        pytest.fail(
            f"{path.name} is not what the fragment gives now. If the change is meant, run: "
            f"pytest --update-golden tests/macros\n{''.join(lines)}",
            pytrace=False,
        )
