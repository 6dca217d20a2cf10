"""A manifest is read back as it was written, and whatever is none is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from study.editions import manifest as manifests
from study.editions.digests import GROUPS, tree_digests
from study.editions.manifest import digests_in, read_manifest, validated, write_manifest, written
from study.editions.sealing import manifest_of
from study.models.editions import Manifest
from study.problems import ReportError
from tests.study.editions.test_sealing import about
from tests.study.editions.trees import tree

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def manifest(tmp_path: Path) -> Manifest:
    return manifest_of(tree_digests(tree(tmp_path / "site")), about())


def test_it_is_read_as_it_was_written(manifest: Manifest, tmp_path: Path) -> None:
    path = tmp_path / "MANIFEST.json"
    write_manifest(manifest, path)
    assert read_manifest(path) == manifest
    assert path.read_bytes() == written(manifest)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["MANIFEST.json"]


def test_it_holds_the_digests_of_the_tree(manifest: Manifest, tmp_path: Path) -> None:
    found = tree_digests(tmp_path / "site")
    assert digests_in(manifest) == found
    stated = [
        manifest.pages.en.digest,
        manifest.pages.fr.digest,
        manifest.pages.both.digest,
        manifest.data.digest,
    ]
    assert stated == [found.of(group) for group in GROUPS]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda data: data.update(format=2), "format"),
        (lambda data: data.update(edition="2027"), 'names "2026-rc1"; expected edition 2027'),
        (lambda data: data.update(name="2026-rc0"), "expected an edition such as 2026, or a candidate"),
        (lambda data: data.update(name="../2026"), "expected an edition such as 2026, or a candidate"),
        (lambda data: data.update(name="2026"), "calls 2026 candidate; expected approved"),
        (lambda data: data.update(status="draft"), "expected candidate or approved"),
        (lambda data: data.update(status="approved"), "calls 2026-rc1 approved; expected candidate"),
        (lambda data: data.update(commit="HEAD"), "expected the full name of a commit"),
        (lambda data: data.update(commit=None), "commit"),
        (lambda data: data.update(time="2026-11-22"), "expected a time such as"),
        (lambda data: data.update(extra=1), "not a known field"),
        (lambda data: data.pop("pages"), "is missing"),
        (lambda data: data["pages"].pop("fr"), "pages › fr"),
        (lambda data: data["pages"]["en"].update(digest="sha1:0"), "expected sha256: and 64 digits"),
        (lambda data: data["pages"]["en"]["pages"].update({"en/../x/": 1}), "en/../x/"),
        (
            lambda data: data["pages"]["en"]["pages"].update({"/etc/": "sha256:" + "0" * 64}),
            "the path of a page",
        ),
        (lambda data: data["data"].update(files=[]), "data › files"),
        (lambda data: data.update(approval={}), "approval"),
        (lambda data: data["versions"].update(requirements="0"), "64 digits"),
    ],
)
def test_what_is_no_manifest_is_refused(manifest: Manifest, change: Change, said: str) -> None:
    data = json.loads(written(manifest))
    change(data)
    with pytest.raises(ReportError) as refused:
        validated(data)
    assert said in str(refused.value)
    assert all(problem.file == "MANIFEST.json" for problem in refused.value.problems)


def test_all_problems_are_said_at_once(manifest: Manifest) -> None:
    data = json.loads(written(manifest)) | {"commit": "1", "time": "now"}
    with pytest.raises(ReportError) as refused:
        validated(data)
    assert len(refused.value.problems) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is no JSON"),
        (b"\xff", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b"[]", "expected named fields"),
        (b'{"format": 1, "format": 1}', '"format" stands twice'),
    ],
)
def test_a_damaged_manifest_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "MANIFEST.json"
    path.write_bytes(content)
    with pytest.raises(ReportError, match=said):
        read_manifest(path)


def test_a_missing_or_huge_manifest_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "MANIFEST.json"
    with pytest.raises(ReportError, match="can't be read"):
        read_manifest(path)
    path.write_bytes(b" " * 100)
    monkeypatch.setattr(manifests, "LARGEST", 99)
    with pytest.raises(ReportError, match="expected a manifest"):
        read_manifest(path)


def test_nothing_is_left_when_writing_fails(manifest: Manifest, tmp_path: Path) -> None:
    path = tmp_path / "MANIFEST.json"
    path.mkdir()
    with pytest.raises(OSError, match="MANIFEST"):
        write_manifest(manifest, path)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == []
