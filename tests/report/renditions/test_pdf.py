"""Which PDFs are made, and where they lie."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from report.renditions import pdf
from report.renditions.assembly import Job


@pytest.fixture
def styled(job: Job, root: Path) -> Job:
    """The small report with the templates of the real one."""
    shutil.copytree(root / "overrides/print", job.root / "overrides/print")
    return job


def test_all_of_a_job_is_the_report_and_each_chapter_in_each_language_the_longest_first(job: Job) -> None:
    found = pdf.wanted(job)
    assert found[:2] == [("en", None), ("fr", None)]
    assert found[2:] == [
        (language, key)
        for language in ("en", "fr")
        for key in ("summary", "technologies/index", "technologies/ai")
    ]


def test_chapters_that_were_named_are_made_without_the_report(job: Job) -> None:
    chosen = replace(job, languages=("fr",), chapters=("summary",))
    assert pdf.wanted(chosen) == [("fr", "summary")]


def test_names_of_files_say_edition_status_and_language(job: Job) -> None:
    assert pdf.path_of(job, ("en", None)) == "en/files/disruptive-technologies-2026-draft-en.pdf"
    assert pdf.path_of(job, ("fr", "technologies/ai")).endswith("-2026-draft-fr-technologies-ai.pdf")


def test_a_few_pdfs_are_written_whole_below_the_site(styled: Job) -> None:
    paths = pdf.make(replace(styled, languages=("en",), chapters=("summary",)))
    assert paths == ["en/files/disruptive-technologies-2026-draft-en-summary.pdf"]
    assert (styled.site / paths[0]).read_bytes().startswith(b"%PDF-1.7")
    assert len(list((styled.site / "en/files").iterdir())) == 1


def test_many_are_made_in_two_processes_with_the_same_bytes(styled: Job) -> None:
    paths = pdf.make(styled)
    assert len(paths) == 8
    assert paths == sorted(paths)
    alone = (styled.site / paths[1]).read_bytes()
    pdf.make(replace(styled, languages=("en",), chapters=("summary",)))
    assert (styled.site / paths[1]).read_bytes() == alone
