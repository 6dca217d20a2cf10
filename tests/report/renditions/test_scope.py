"""What is not itself part of the approved text says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report.renditions.assembly import Job
from report.renditions.scope import reservation
from study.editions.standing import Standing
from tests.study.editions.approved import COMMIT, approval


@pytest.mark.parametrize(
    ("chapter", "said"),
    [
        ("ai", ""),
        ("trust", "These pages: not part of the approved text"),
        ("cases/index", "These pages: annexed to the approved text, as of 29\u00a0January 2026"),
        (None, "These pages: annexed to the approved text, as of 29\u00a0January 2026"),
    ],
)
def test_what_is_annexed_or_outside_says_so_in_an_approved_edition(
    job: Job, chapter: str | None, said: str
) -> None:
    standing = Standing("2026", "2026", "approved", COMMIT, approval())
    approved = replace(job, knowledge=replace(job.knowledge, built_as=standing))
    assert reservation(approved, "en", chapter) == said


def test_a_draft_has_nothing_to_reserve(job: Job) -> None:
    assert reservation(job, "fr", "trust") == ""
