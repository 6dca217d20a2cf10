"""The job of a command, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.renditions.jobs import job_of
from report.renditions.problems import NoSiteError, UnknownChapterError, WrongSiteError

COMMIT = "a" * 40
BOX = (
    '<section class="edition-box edition-box-{status}" data-edition="2026"><dl><div><dt>Edition</dt>'
    "<dd>{name}</dd></div></dl></section>"
)


@pytest.fixture
def checkout_with_site(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the report with a site that says it is a draft."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.setenv("REPORT_COMMIT", COMMIT)
    monkeypatch.delenv("REPORT_EDITION", raising=False)
    says(checkout, "2026", "draft")
    return checkout


def says(root: Path, name: str, status: str) -> None:
    for language in ("en", "fr"):
        path = root / "site" / language / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><body>{BOX.format(name=name, status=status)}</body></html>", encoding="utf-8")
    (root / "site" / "sitemap.xml").touch()


def test_a_job_has_time_and_commit_of_the_build(checkout_with_site: Path) -> None:
    job = job_of(checkout_with_site, checkout_with_site / "site")
    assert job.time == 1_800_000_000
    assert job.standing.commit == COMMIT
    assert job.standing.status == "draft"
    assert job.languages == ("en", "fr")
    assert job.chapters == ()


def test_languages_and_chapters_keep_the_order_of_the_report(checkout_with_site: Path) -> None:
    job = job_of(checkout_with_site, checkout_with_site / "site", ["fr", "en"], ["trust", "summary"])
    assert job.languages == ("en", "fr")
    assert job.chapters == ("summary", "trust")


def test_without_a_site_the_command_that_makes_it_is_named(tmp_path: Path, root: Path) -> None:
    with pytest.raises(NoSiteError, match="holds no built site; make it first: report build"):
        job_of(root, tmp_path)


def test_a_site_of_one_language_has_no_copies_of_the_other(checkout_with_site: Path) -> None:
    (checkout_with_site / "site/fr/index.html").unlink()
    with pytest.raises(NoSiteError, match="build both languages"):
        job_of(checkout_with_site, checkout_with_site / "site")
    assert job_of(checkout_with_site, checkout_with_site / "site", ["en"]).languages == ("en",)


def test_an_unknown_chapter_is_named_with_the_nearest(checkout_with_site: Path) -> None:
    with pytest.raises(UnknownChapterError, match='no chapter "trus"; did you mean "trust"'):
        job_of(checkout_with_site, checkout_with_site / "site", (), ["trus"])


@pytest.mark.parametrize(
    ("name", "status"), [("2026-rc1", "candidate"), ("2026", "approved"), ("2025", "draft")]
)
def test_copies_never_say_another_status_than_the_pages(
    checkout_with_site: Path, name: str, status: str
) -> None:
    says(checkout_with_site, name, status)
    with pytest.raises(
        WrongSiteError, match=f"was built as 2026 {name} {status}, the copies would say 2026 2026 draft"
    ):
        job_of(checkout_with_site, checkout_with_site / "site")


def test_copies_of_a_candidate_say_so(checkout_with_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORT_EDITION", "2026-rc1")
    says(checkout_with_site, "2026-rc1", "candidate")
    standing = job_of(checkout_with_site, checkout_with_site / "site").standing
    assert (standing.name, standing.status, standing.commit) == ("2026-rc1", "candidate", COMMIT)
