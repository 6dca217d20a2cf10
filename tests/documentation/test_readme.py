"""The README opens with what this is and two commands, and points to rooms that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PATH = re.compile(r"`((?:\.?[\w-]+/)+[\w.-]*|[\w-]+\.(?:yml|yaml|md|toml))`")
# made by the commands, not kept in the repository; or kept there once an edition is approved
MADE = {"site/", ".venv/", "data/approvals/", "data/history/"}


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def opening(text: str) -> str:
    """What stands before the first section."""
    return text.split("\n## ", 1)[0]


def commands(text: str) -> list[str]:
    return [line for block in FENCE.findall(text) for line in block.splitlines() if line]


def sentences(paragraph: str) -> int:
    return len(re.findall(r"\.(?=\s|$)", paragraph))


def missing_paths(text: str, root: Path) -> list[str]:
    return [path for path in PATH.findall(text) if path not in MADE and not (root / path).exists()]


def test_the_first_section_has_exactly_two_commands(opening: str) -> None:
    assert commands(opening) == ["make serve", "make test"]


def test_no_other_section_asks_to_type_a_block_of_commands(text: str) -> None:
    assert commands(text) == ["make serve", "make test"]


def test_it_opens_with_three_sentences(opening: str) -> None:
    title, paragraph, *_ = opening.split("\n\n")
    assert title.startswith("# ")
    assert sentences(paragraph) == 3


def test_it_shows_one_screenshot_that_exists(opening: str, root: Path) -> None:
    [(words, image)] = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", opening)
    assert words
    assert (root / image).is_file(), f"{image} is missing"


def test_it_says_that_nothing_is_approved(opening: str) -> None:
    assert "has not approved it" in opening


def test_every_file_and_folder_that_it_names_exists(text: str, root: Path) -> None:
    assert "data/cases.yaml" in PATH.findall(text)
    assert missing_paths(text, root) == []


def test_a_folder_that_is_gone_would_be_noticed(root: Path) -> None:
    assert missing_paths("see `study/`, `rooms/` and `data/none.yaml`", root) == ["rooms/", "data/none.yaml"]


def test_every_folder_of_the_project_is_named(text: str, root: Path) -> None:
    packages = {path.parent.name for path in root.glob("*/__init__.py")}
    assert {"study", "macros", "hooks", "report", "tests"} <= packages
    assert [
        name for name in sorted(packages | {"data", "docs", "overrides"}) if f"`{name}/" not in text
    ] == []
