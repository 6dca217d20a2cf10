"""The command that fixes the numbers of paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.conftest import Report, state
from tests.report.editions.submitted import Submitted, put, submitted

FILE = "data/paragraphs/2026.yaml"


@pytest.fixture
def story(tmp_path: Path) -> Submitted:
    found = submitted(tmp_path)
    (found.root / "docs" / "en" / "later.md").unlink()
    return found


def test_numbers_are_fixed_once_and_then_kept(story: Submitted, report: Report) -> None:
    before = state(story.root)
    done = report("--root", story.root, "freeze", "2026")
    assert (done.code, done.lines) == (0, [])
    assert (
        done.out == f"{FILE}: 2 pages, 4 numbers added, 0 given up. Commit this file before the candidate.\n"
    )
    assert {name for name in state(story.root) if name not in before} == {FILE}
    again = report("--root", story.root, "freeze", "2026")
    assert (again.code, again.out) == (0, f"{FILE} is of this text already.\n")


def test_an_approved_edition_keeps_its_numbers(story: Submitted, report: Report) -> None:
    put(story.root, "data/approvals/2026.yaml", story.record())
    done = report("--root", story.root, "freeze", "2026")
    assert done.code == 3
    assert not (story.root / FILE).exists()


@pytest.mark.parametrize("edition", ["2027", "2026-rc1", ""])
def test_only_the_edition_that_is_built_is_frozen(story: Submitted, report: Report, edition: str) -> None:
    done = report("--root", story.root, "freeze", edition)
    assert done.code == 2
    assert "expected 2026." in " ".join(" ".join(done.lines).split())


def test_languages_that_differ_are_said_and_nothing_is_written(story: Submitted, report: Report) -> None:
    put(story.root, "docs/fr/a.md", "---\n---\n# A {: #a }\n\nUn.\n")
    before = state(story.root)
    done = report("--root", story.root, "freeze", "2026")
    assert done.code == 1
    assert done.lines[0].startswith("docs/en/a.md:1:1: ")
    assert state(story.root) == before
