"""`report stats`: the report in numbers, or the problems that keep it from being counted."""

from __future__ import annotations

from pathlib import Path

from study.knowledge import Knowledge
from tests.report.conftest import Edit, Report


def test_the_report_is_printed_in_numbers(report: Report, root: Path, knowledge: Knowledge) -> None:
    done = report("--root", root, "stats")
    assert (done.code, done.lines) == (0, [])
    assert f"Members: {len(knowledge.member)}\n" in done.out
    assert f"terms: {len(knowledge.glossary)}\n" in done.out
    assert done.out.startswith("en: ")


def test_a_broken_report_is_not_counted(report: Report, checkout: Path, edit: Edit) -> None:
    edit("data/cases.yaml", "stage: operational", "stage: operationel")
    done = report("--root", checkout, "stats")
    assert (done.code, done.out) == (1, "")
    [line] = done.lines
    assert line.endswith('did you mean "operational"?')


def test_a_chapter_that_cannot_be_read_is_named(report: Report, checkout: Path) -> None:
    (checkout / "docs" / "fr" / "about.md").write_bytes(b"\xff")
    done = report("--root", checkout, "stats")
    assert (done.code, done.out) == (1, "")
    assert done.lines == ["docs/fr/about.md:1:1: this byte is not UTF-8; save the file as UTF-8"]
