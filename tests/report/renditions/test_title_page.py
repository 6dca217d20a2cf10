"""The first sheet of a copy."""

from __future__ import annotations

from dataclasses import replace

from report.renditions.assembly import Job
from report.renditions.title_page import title_page
from study.editions.standing import Standing
from tests.study.editions.approved import approval

COMMIT = "0123456789" * 4


def standing_as(job: Job, standing: Standing) -> Job:
    return replace(job, knowledge=replace(job.knowledge, built_as=standing))


def test_a_draft_says_that_nobody_approved_it(job: Job) -> None:
    about = title_page(standing_as(job, Standing("2026", "2026", "draft", COMMIT)), "en")
    assert about.line == "Edition 2026 · Draft — not approved by the Council"
    assert ("Version (commit)", COMMIT[:10]) in about.facts
    assert ("Date of the text", "14\u00a0November 2023") in about.facts
    assert "Not an approved text" in [title for title, _ in about.disclaimers]


def test_a_candidate_has_its_name_and_whole_commit(job: Job) -> None:
    about = title_page(standing_as(job, Standing("2026", "2026-rc1", "candidate", COMMIT)), "fr")
    assert about.line == "Édition 2026-rc1 · Soumise pour approbation — non approuvée"
    assert ("Version (commit)", COMMIT) in about.facts


def test_a_chapter_has_its_title_and_the_address_of_its_page(job: Job) -> None:
    about = title_page(job, "fr", "Confiance", "trust/")
    assert about.chapter == "Confiance"
    assert about.address == "https://example.org/report/2026/fr/trust/"


def test_an_approved_edition_says_who_decided_where_and_when(job: Job) -> None:
    about = title_page(standing_as(job, Standing("2026", "2026", "approved", COMMIT, approval())), "en")
    assert about.line == "Edition 2026 · Approved — edition 2026"
    assert about.facts[:3] == (("Body", "Council"), ("Session", "TEST 1"), ("Date", "30\u00a0January 2026"))
    assert "Not an approved text" not in [title for title, _ in about.disclaimers]


def test_a_rehearsal_never_looks_approved(job: Job) -> None:
    standing = Standing("2026", "2026", "approved", COMMIT, approval(), rehearsal=True)
    about = title_page(standing_as(job, standing), "en")
    assert about.line == "Edition 2026 · REHEARSAL — edition not approved"
    assert "Not an approved text" in [title for title, _ in about.disclaimers]
