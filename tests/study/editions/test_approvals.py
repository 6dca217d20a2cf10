"""Records of approvals are read whole, and written so that they read the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from study.editions.approvals import already_approved, approval_in, read_approvals, written
from study.problems import ReportError
from tests.study.editions.approved import approval, record

NAME = "data/approvals/2026.yaml"
FIELDS = ("edition", "candidate", "commit", "digests", "manifest", "body", "session", "date", "decision")


def said(text: str) -> str:
    with pytest.raises(ReportError) as caught:
        approval_in(text, NAME)
    return str(caught.value)


def test_without_records_nothing_is_approved(small: Path) -> None:
    assert read_approvals(small) == {}
    assert already_approved(small) is None


def test_records_are_read_by_edition_the_earliest_first(small: Path) -> None:
    for edition in ("2026.10", "2026.2", "2026-e1", "2026"):
        record(small, edition, edition=edition)
    assert list(read_approvals(small)) == ["2026", "2026-e1", "2026.2", "2026.10"]


def test_what_is_written_reads_the_same() -> None:
    hostile = "#: {x} - 'y' \"z\" no é « »"
    found = approval(session=hostile, decision={"en": hostile, "fr": "non"})
    text = written(found)
    assert approval_in(text, NAME).approval == found
    assert written(approval_in(text, NAME).approval) == text
    assert text.startswith("# yaml-language-server: $schema=../schemas/approvals.schema.json\n")


@pytest.mark.parametrize("field", [*FIELDS, "document", "scope"])
def test_every_field_is_needed(field: str) -> None:
    text = written(approval())
    without = re.sub(rf"^{field}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
    assert without != text
    assert f"{field}: is missing" in said(without)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("commit: 0123456789abcdef", "commit: 123456789abcdef", "expected the full name of a commit"),
        ("commit: '0", "commit: 'G", "expected the full name of a commit"),
        ("en: sha256:aaaa", "en: sha256:aaa", "expected sha256: and 64 digits"),
        ("en: sha256:aaaa", "en: sha512:aaaa", "expected sha256: and 64 digits"),
        ("body: council", "body: counsil", 'did you mean "council"?'),
        ("candidate: 2026-rc2", "candidate: 2027-rc2", "expected one of edition 2026, such as 2026-rc1"),
        ("candidate: 2026-rc2", "candidate: 2026-e1-rc2", "expected one of edition 2026, such as 2026-rc1"),
        ("candidate: 2026-rc2", "candidate: 2026-rc0", "expected a candidate such as 2026-rc1"),
        ("edition: '2026'", "edition: '2027'", "expected one of edition 2027"),
        ("- ai.md", "- ../ai.md", "expected a chapter such as technologies/ai.md"),
        ("part: cases", "part: members", "expected cases or glossary"),
        ("session: TEST 1", "session: ''", "session: is"),
        ("session: TEST 1", "session: TEST 1\nsession: TEST 2", "stands here twice"),
        ("session: TEST 1", "session: TEST 1\napproved: true", "is not a known field"),
        ("rehearsal: false", "rehearsal: maybe", "expected true or false"),
    ],
)
def test_a_wrong_field_is_said(old: str, new: str, expected: str) -> None:
    text = written(approval())
    if old == "commit: '0":
        old, new = "commit: 0", "commit: G"
    assert old in text
    assert expected in said(text.replace(old, new, 1))


def test_a_file_of_another_edition_is_refused(small: Path) -> None:
    record(small, "2027")
    with pytest.raises(ReportError, match="expected 2027, as the file is called"):
        read_approvals(small)


def test_all_files_that_are_wrong_are_said_at_once(small: Path) -> None:
    for name in ("2026", "2027"):
        record(small, name).write_text("edition: 1\n", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        read_approvals(small)
    assert {problem.file for problem in caught.value.problems} == {NAME, "data/approvals/2027.yaml"}


def test_it_is_noticed_that_the_current_edition_is_approved(small: Path) -> None:
    record(small)
    notice = already_approved(small)
    assert notice is not None
    assert "Edition 2026 is approved (2026-rc2, 2026-01-30)" in notice
    assert "`current`" in notice


def test_an_earlier_edition_that_is_approved_needs_no_notice(small: Path) -> None:
    record(small, "2025", edition="2025")
    assert already_approved(small) is None


def test_a_record_that_is_wrong_gives_no_notice(small: Path) -> None:
    record(small).write_text("edition: 1\n", encoding="utf-8")
    assert already_approved(small) is None
