"""What may not stand in records of approvals, nor in the list of editions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from study.editions.approval_checks import approval_problems, scope_problems
from study.loading import read
from tests.study.conftest import DAY, Edit
from tests.study.editions.approved import record


def said(root: Path, as_of: date | None = DAY) -> list[str]:
    return [str(problem) for problem in approval_problems(root, read(root, DAY).documents, as_of)]


def test_a_record_in_order_has_no_problem(small: Path) -> None:
    record(small)
    assert said(small) == []


def test_a_rehearsal_is_refused_where_nothing_is_rehearsed(small: Path) -> None:
    record(small, rehearsal=True)
    [problem] = said(small)
    assert problem.startswith("data/approvals/2026.yaml:")
    assert "does not say `rehearsal: true`" in problem


def test_a_rehearsal_is_taken_where_publication_says_so(small: Path, change: Edit) -> None:
    record(small, rehearsal=True)
    change("publication.yaml", "disclaimers: []", "disclaimers: []\nrehearsal: true")
    assert said(small) == []


def test_an_edition_that_is_not_listed_is_refused(small: Path) -> None:
    record(small, "2027", edition="2027")
    [problem] = said(small)
    assert '"2027" is no edition of this site in data/editions.yaml; expected one of 2026' in problem


def test_an_edition_that_was_published_elsewhere_is_refused(small: Path, change: Edit) -> None:
    record(small)
    change("editions.yaml", "status: draft", "status: superseded\n    published_elsewhere: true")
    assert any("is no edition of this site" in problem for problem in said(small))


@pytest.mark.parametrize("status", ["candidate", "approved", "rehearsal", "superseded"])
def test_an_edition_of_this_site_stays_a_draft_in_its_record(small: Path, change: Edit, status: str) -> None:
    change("editions.yaml", "status: draft", f"status: {status}")
    [problem] = said(small)
    assert problem.startswith("data/editions.yaml:6:5: 2026 › status: is ")
    assert "expected draft" in problem


def test_an_edition_of_another_site_may_be_superseded(small: Path, change: Edit) -> None:
    change("editions.yaml", "status: draft", "status: superseded\n    published_elsewhere: true")
    assert said(small) == []


def test_an_approval_after_this_version_is_refused_by_the_check_only(small: Path) -> None:
    record(small, date="2026-02-01")
    [problem] = said(small)
    assert 'date: is "2026-02-01", after the day of this version (2026-01-31)' in problem
    # a publication builds the candidate's commit, whose day is before the decision
    assert said(small, None) == []


def test_a_day_that_no_calendar_has_is_refused(small: Path) -> None:
    record(small, date="2026-02-30")
    assert any("expected a day that the calendar has" in problem for problem in said(small, None))


@pytest.mark.parametrize("name", ["2026.yml", "notes.txt", "2026/more.yaml", "latest.yaml"])
def test_a_file_that_is_no_record_is_not_passed_over(small: Path, name: str) -> None:
    path = small / "data" / "approvals" / name
    path.parent.mkdir(parents=True)
    path.write_text("x\n", encoding="utf-8")
    assert any(problem.startswith(f"data/approvals/{name}:") for problem in said(small))


def test_a_link_is_no_record(small: Path, tmp_path: Path) -> None:
    record(small).rename(tmp_path / "elsewhere")
    (small / "data" / "approvals" / "2026.yaml").symlink_to(tmp_path / "elsewhere")
    assert any("is no record of an approval" in problem for problem in said(small))


def test_a_scope_names_chapters_that_are_there(small: Path, change: Edit) -> None:
    page = small / "docs" / "en" / "technologies" / "ai.md"
    page.parent.mkdir(parents=True)
    page.write_text("# AI\n", encoding="utf-8")
    scope = "scope: {approved: [technologies/ai.md, technologies/a.md], annexed: [cases]}"
    change("editions.yaml", "status: draft", f"status: draft\n    {scope}")
    [problem] = scope_problems(small, read(small, DAY).documents)
    assert '"technologies/a.md" is not a page below docs/en; did you mean "technologies/ai.md"?' in str(
        problem
    )


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("{approved: some}", "expected all, or chapters such as technologies/ai.md"),
        ("{approved: null}", "expected all, or chapters such as technologies/ai.md"),
        ("{approved: [a b]}", "expected a chapter such as technologies/ai.md"),
        ("{approved: all, annexed: [member]}", "expected cases or glossary"),
        ("{annexed: [cases]}", "approved: is missing"),
    ],
)
def test_a_scope_that_is_none_is_said(small: Path, change: Edit, scope: str, expected: str) -> None:
    change("editions.yaml", "status: draft", f"status: draft\n    scope: {scope}")
    assert any(expected in str(problem) for problem in read(small, DAY).problems)
