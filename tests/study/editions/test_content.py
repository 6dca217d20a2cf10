from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from study.editions.content import absent_groups, content_problems, facts_of, group_digests, manifest_at
from study.models.editions import Manifest
from tests.study.editions.sealed import sealed


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return tmp_path / "tree"


@pytest.fixture
def manifest(tree: Path) -> Manifest:
    return sealed(tree)


def test_the_content_of_a_sealed_tree_is_its_manifests(tree: Path, manifest: Manifest) -> None:
    assert manifest_at(tree) == (manifest, [])
    assert content_problems(tree, manifest) == []
    assert absent_groups(tree) == []


def test_one_language_is_compared_by_what_it_holds(tree: Path, manifest: Manifest) -> None:
    shutil.rmtree(tree / "fr")
    shutil.rmtree(tree / "both")
    assert absent_groups(tree) == ["fr", "both"]
    assert content_problems(tree, manifest) == []
    assert facts_of(tree, manifest)[-2:] == ["data: 2 of 3 files", "not in this archive: fr, both"]
    (tree / "en/data/cases.json").unlink()
    assert content_problems(tree, manifest) == ["en/data/cases.json is gone"]


@pytest.mark.parametrize("gone", [["en"], ["both"], ["en", "fr"], ["en", "fr", "both"]])
def test_a_tree_that_is_neither_whole_nor_one_language_is_a_problem(
    tree: Path, manifest: Manifest, gone: list[str]
) -> None:
    for group in gone:
        shutil.rmtree(tree / group)
    assert content_problems(tree, manifest)[0].startswith("lacks ")


def test_a_page_that_cannot_be_read_is_named(tree: Path, manifest: Manifest) -> None:
    (tree / "fr/ai/index.html").write_bytes(b"<article>\xff</article>")
    assert content_problems(tree, manifest)[0].startswith("fr/ai/index.html: ")


def test_the_digests_of_an_edition_have_a_name_each(manifest: Manifest) -> None:
    digests = group_digests(manifest)
    assert list(digests) == ["en", "fr", "both", "data"]
    assert digests["fr"] == manifest.pages.fr.digest


def test_a_manifest_that_is_missing_or_a_link_is_a_problem(
    tree: Path, manifest: Manifest, tmp_path: Path
) -> None:
    (tree / "MANIFEST.json").rename(tmp_path / "elsewhere")
    assert "is missing" in manifest_at(tree)[1][0]
    (tree / "MANIFEST.json").symlink_to(tmp_path / "elsewhere")
    assert manifest_at(tree)[0] is None
