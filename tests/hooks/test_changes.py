"""What was saved since the last look."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hooks.changes import Watcher


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in (
        "docs/en/a.md",
        "data/cases.yaml",
        "data/schemas/x.json",
        "overrides/fragments/x.html",
        "macros/a.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("old", encoding="utf-8")
    return tmp_path


def test_nothing_saved_is_no_change(root: Path) -> None:
    assert not Watcher(root).changes()


def test_a_saved_a_new_and_a_removed_file_are_told_apart_and_told_once(root: Path) -> None:
    watcher = Watcher(root)
    (root / "data" / "cases.yaml").write_text("newer", encoding="utf-8")
    (root / "docs" / "en" / "b.md").write_text("new", encoding="utf-8")
    (root / "overrides" / "fragments" / "x.html").unlink()
    changes = watcher.changes()
    assert changes.saved == {"data/cases.yaml"}
    assert changes.new == {"docs/en/b.md"}
    assert changes.gone == {"overrides/fragments/x.html"}
    assert not watcher.changes()


def test_a_file_of_the_same_length_that_was_saved_again_is_a_change(root: Path) -> None:
    watcher = Watcher(root)
    path = root / "docs" / "en" / "a.md"
    path.write_text("new", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert watcher.changes().saved == {"docs/en/a.md"}


def test_code_and_configuration_are_seen_and_what_is_generated_is_not(root: Path) -> None:
    watcher = Watcher(root)
    for name in ("macros/a.py", "mkdocs.yml", "data/schemas/x.json"):
        (root / name).write_text("changed", encoding="utf-8")
    changes = watcher.changes()
    assert changes.below("macros", "mkdocs.yml") == ["macros/a.py", "mkdocs.yml"]
    assert changes.below("data") == []
    assert changes.below("docs/e") == []
