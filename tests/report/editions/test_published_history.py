"""What an edition published is taken over once, from the folder of its publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.editions.histories import history_of
from tests.report.conftest import Report, state
from tests.report.editions.submitted import Submitted, put, seal, submitted

NAME = "data/history/2026.yaml"
SUMS = f"sha256:{'1' * 64}"


@pytest.fixture
def story(tmp_path: Path) -> Submitted:
    """A report whose edition 2026 was approved and published in a TEST."""
    found = submitted(tmp_path)
    put(found.root, "data/approvals/2026.yaml", found.record())
    dist = found.root / "dist" / "2026"
    put(dist, "history.yaml", history_of(found.root, ["", "a/"], SUMS))
    seal(dist)
    return found


def test_the_history_is_taken_over_once(story: Submitted, report: Report) -> None:
    before = state(story.root)
    done = report("--root", story.root, "history", "2026")
    assert (done.code, done.out, done.lines) == (0, f"{NAME} is written; commit it.\n", [])
    assert {name for name in state(story.root) if name not in before} == {NAME}
    text = (story.root / "dist" / "2026" / "history.yaml").read_text(encoding="utf-8")
    assert (story.root / NAME).read_text(encoding="utf-8") == text
    again = report("--root", story.root, "history", "2026")
    assert (again.code, again.out) == (0, f"{NAME} says this already.\n")


def test_another_history_is_never_overwritten(story: Submitted, report: Report) -> None:
    put(story.root, NAME, "cases: {}\n")
    done = report("--root", story.root, "history", "2026")
    assert done.code == 3
    assert (story.root / NAME).read_text(encoding="utf-8") == "cases: {}\n"


@pytest.mark.parametrize(
    ("text", "sealed", "said"),
    [
        (None, False, "history.yaml:1:1: is missing"),
        ("cases: {}\n", False, "history.yaml is changed"),
        ("cases: {}\n", True, "expected that of edition 2026"),
        ("edition: '2027'\ncases: {}\n", True, "expected 2026"),
        ("edition: '2026'\n", True, "has no cases"),
        ("\x00", True, "is not allowed"),
    ],
)
def test_what_is_not_its_history_is_refused(
    story: Submitted, report: Report, text: str | None, sealed: bool, said: str
) -> None:
    path = story.root / "dist" / "2026" / "history.yaml"
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    if sealed:
        seal(path.parent)
    done = report("--root", story.root, "history", "2026")
    assert done.code == 1
    assert any(said in line for line in done.lines), done.lines
    assert not (story.root / NAME).exists()


@pytest.mark.parametrize("edition", ["2027", "2026-rc1", "../2026"])
def test_an_edition_that_is_not_approved_has_no_history(
    story: Submitted, report: Report, edition: str
) -> None:
    done = report("--root", story.root, "history", edition)
    assert done.code == 2
    assert "expected an approved edition (2026)" in " ".join(" ".join(done.lines).split())
