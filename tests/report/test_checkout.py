"""The checkout that a command acts on."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.checkout import MARKS, find_root


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder that looks like the report."""
    for name in ("data", "docs/en/technologies"):
        (tmp_path / "copy" / name).mkdir(parents=True)
    (tmp_path / "copy" / "mkdocs.yml").touch()
    return tmp_path / "copy"


@pytest.mark.parametrize("folder", [".", "data", "docs/en/technologies", "docs/../data"])
def test_a_checkout_is_found_from_any_of_its_folders(folder: str, copy: Path) -> None:
    assert find_root(copy / folder) == copy


def test_the_nearest_checkout_counts(copy: Path) -> None:
    inner = copy / "data" / "inner"
    for mark in MARKS:
        (inner / mark).mkdir(parents=True)
    assert find_root(inner / "docs") == inner


@pytest.mark.parametrize("mark", MARKS)
def test_a_folder_without_one_of_the_marks_is_none(mark: str, copy: Path) -> None:
    (copy / mark).rename(copy / "other")
    assert find_root(copy) is None


def test_a_link_to_a_checkout_is_followed(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(copy / "docs", target_is_directory=True)
    assert find_root(tmp_path / "link") == copy
