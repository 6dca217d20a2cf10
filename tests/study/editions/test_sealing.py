"""Sealing puts the digests into the pages, and changes none of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from study.editions.digests import tree_digests
from study.editions.manifest import read_manifest
from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST
from study.editions.sealing import About, seal
from study.models.approvals import Approval
from study.models.gates import Gate
from study.models.values import Translated
from study.problems import ReportError
from tests.study.editions.approved import approval
from tests.study.editions.trees import MARKS, tree

COMMIT = "0123456789" * 4


def about(**changes: Any) -> About:
    made = About("2026", "2026-rc1", "candidate", COMMIT, 1_795_341_600, "3.11.7", "0" * 64)
    return replace(made, **changes)


def rehearsed() -> Approval:
    """The record of an approval that is none."""
    return approval(candidate="2026-rc1", commit=COMMIT, rehearsal=True)


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    return tree(tmp_path / "site", "Candidate", MARKS)


def test_each_page_gets_its_own_digest_and_that_of_its_language(marked: Path) -> None:
    manifest = seal(marked, about())
    page = (marked / "fr" / "ai" / "index.html").read_text(encoding="utf-8")
    assert f"Candidate {manifest.pages.fr.pages['fr/ai/']} {manifest.pages.fr.digest}" in page
    page = (marked / "both" / "ai" / "index.html").read_text(encoding="utf-8")
    assert f"{manifest.pages.both.pages['both/ai/']} {manifest.pages.both.digest}" in page
    for file in marked.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert PAGE_DIGEST not in text
        assert EDITION_DIGEST not in text


def test_a_sealed_tree_has_the_digests_it_had_before(marked: Path, tmp_path: Path) -> None:
    before = tree_digests(marked)
    manifest = seal(marked, about())
    assert tree_digests(marked) == before == tree_digests(tree(tmp_path / "draft"))
    assert manifest.pages.en.digest == before.of("en")
    assert seal(marked, about()) == manifest, "sealed once more, it is the same"


def test_the_manifest_says_what_was_given_and_found(marked: Path) -> None:
    gate = Gate(id="check", words=Translated(en="Checks", fr="Contrôles"), command=["report", "check"])
    manifest = seal(marked, about(gates=[gate]))
    assert read_manifest(marked / "MANIFEST.json") == manifest
    assert manifest.time == "2026-11-22T10:00:00Z"
    assert [each.id for each in manifest.gates] == ["check"]
    assert manifest.gates[0].words["fr"] == "Contrôles"
    assert (manifest.versions.python, manifest.approval) == ("3.11.7", None)


def test_an_approved_edition_carries_the_record(marked: Path) -> None:
    manifest = seal(marked, about(name="2026", status="approved", approval=rehearsed()))
    assert read_manifest(marked / "MANIFEST.json").approval == manifest.approval == rehearsed()


def test_the_sums_are_those_of_all_files_once_sealed(marked: Path) -> None:
    seal(marked, about())
    lines = (marked / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    files = {path.relative_to(marked).as_posix(): path for path in marked.rglob("*") if path.is_file()}
    assert set(sums) == set(files) - {"SHA256SUMS"}
    assert all(sums[name] == hashlib.sha256(files[name].read_bytes()).hexdigest() for name in sums)


def test_two_trees_of_the_same_content_are_sealed_to_the_same_bytes(marked: Path, tmp_path: Path) -> None:
    other = tree(tmp_path / "elsewhere", "Candidate", MARKS)
    seal(marked, about())
    seal(other, about())
    assert (marked / "SHA256SUMS").read_bytes() == (other / "SHA256SUMS").read_bytes()


@pytest.mark.parametrize("name", ["index.html", "en/search/search_index.json", "fr/feed.xml"])
@pytest.mark.parametrize("mark", [PAGE_DIGEST, EDITION_DIGEST, r"\ue002page-digest\ue003"])
def test_a_mark_where_no_digest_is_known_is_refused(marked: Path, name: str, mark: str) -> None:
    (marked / name).write_text(f"<main>{mark}</main>", encoding="utf-8")
    with pytest.raises(ReportError, match="holds the mark of a digest") as refused:
        seal(marked, about())
    assert [problem.file for problem in refused.value.problems] == [name]
    assert not (marked / "SHA256SUMS").exists()


def test_a_mark_in_the_text_of_a_page_is_refused_before_anything_is_written(marked: Path) -> None:
    page = marked / "en" / "index.html"
    page.write_text(f"<article><p>{PAGE_DIGEST}</p></article>", encoding="utf-8")
    with pytest.raises(ReportError, match="mark of a digest outside"):
        seal(marked, about())
    assert PAGE_DIGEST in (marked / "fr" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "wrong",
    [{"commit": ""}, {"name": "2026"}, {"status": "draft"}, {"requirements": ""}, {"approval": rehearsed()}],
)
def test_what_makes_no_manifest_is_refused_before_anything_is_written(
    marked: Path, wrong: dict[str, Any]
) -> None:
    with pytest.raises(ReportError):
        seal(marked, about(**wrong))
    assert PAGE_DIGEST in (marked / "en" / "index.html").read_text(encoding="utf-8")
    assert not (marked / "MANIFEST.json").exists()
