"""`report digest`: what a built site says, and where another differs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from study.editions.digests import GROUPS, listing, tree_digests
from tests.report.conftest import Report
from tests.study.editions.trees import tree


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return tree(tmp_path / "small")


def test_digests_are_printed_alone_or_with_each_page(report: Report, root: Path, small: Path) -> None:
    done = report("--root", root, "digest", small)
    assert (done.code, done.err) == (0, "")
    assert done.out == listing(tree_digests(small), pages=False)
    done = report("--root", root, "digest", small, "--pages")
    assert done.out == listing(tree_digests(small))


def test_a_site_that_says_the_same_is_said_to(
    report: Report, root: Path, small: Path, tmp_path: Path
) -> None:
    other = tree(tmp_path / "other", "Approved")
    done = report("--root", root, "digest", small, "--compare", other)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[len(GROUPS) :] == [f"{other} says the same."]


def test_pages_that_differ_are_named(report: Report, root: Path, small: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(small, tmp_path / "other"))
    page = other / "fr" / "ai" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("62", "63"), encoding="utf-8")
    (other / "en" / "data" / "cases.csv").unlink()
    done = report("--root", root, "digest", small, "--compare", other)
    assert (done.code, done.lines) == (1, [f"2 pages or files differ in {other}."])
    assert done.out.splitlines()[len(GROUPS) :] == ["fr/ai/ has changed", "en/data/cases.csv is gone"]


def test_a_folder_that_is_no_site_is_refused(report: Report, root: Path, small: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for arguments in ((tmp_path / "empty",), (small, "--compare", tmp_path / "empty")):
        done = report("--root", root, "digest", *arguments)
        assert done.code == 1
        assert done.lines == ["empty:1:1: has no pages in en/ or fr/; expected the folder of a built site"]


def test_a_site_that_was_not_built_is_wrong_use(report: Report, checkout: Path, tmp_path: Path) -> None:
    done = report("--root", checkout, "digest")
    assert done.code == 2
    assert "build the site first: report build" in " ".join(done.err.split())
    assert report("--root", checkout, "digest", tmp_path / "nowhere").code == 2


@pytest.mark.long
def test_a_candidate_says_the_same_as_the_draft_it_is_made_of(
    report: Report, checkout: Path, tmp_path: Path
) -> None:
    asked = {"REPORT_EDITION": "2026-rc1", "REPORT_COMMIT": "0123456789" * 4}
    for name, variables in (("draft", {}), ("candidate", asked)):
        done = report("--root", checkout, "build", "--out", tmp_path / name, **variables)
        assert done.code == 0, done.err
    done = report("--root", checkout, "digest", tmp_path / "draft", "--compare", tmp_path / "candidate")
    assert (done.code, done.err) == (0, ""), done.out
