"""What results depend on: each digest changes with what it names, and with nothing else."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hooks import dependencies
from hooks.frames import GROUPS, _templates
from tests.conftest import ROOT

Digests = dict[str, str]
TAKEN: dict[str, Callable[[Path], str]] = {
    "code": dependencies.code,
    "configuration": dependencies.configuration,
    "frames": dependencies.frames,
    "fragments": dependencies.fragments,
    "data": dependencies.data,
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("hooks", "macros", "study", "data", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def taken(root: Path) -> Digests:
    """Return every digest, as a new build takes it."""
    dependencies.look_again()
    return {name: take(root) for name, take in TAKEN.items()}


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("hooks/frames.py", {"code"}),
        ("macros/charts.py", {"code"}),
        ("study/models/cases.py", {"code"}),
        ("study/downloads/new.py", {"code"}),
        ("mkdocs.yml", {"configuration"}),
        ("overrides/main.html", {"frames"}),
        ("overrides/partials/nav-item.html", {"frames"}),
        ("overrides/fragments/case-page.html", {"fragments"}),
        ("overrides/fragments/new.html", {"fragments"}),
        ("data/cases.yaml", {"data"}),
        ("data/history/2025.yaml", {"data"}),
        ("docs/en/about.md", set()),
        ("data/schemas/cases.schema.json", set()),
    ],
)
def test_a_file_changed_or_new_is_seen_where_it_counts(name: str, changed: set[str], copy: Path) -> None:
    before, path = taken(copy), copy / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("#")
    after = taken(copy)
    assert {kind for kind in TAKEN if before[kind] != after[kind]} == changed


@pytest.mark.parametrize(
    ("name", "kind"),
    [("study/facets.py", "code"), ("overrides/404.html", "frames"), ("data/bodies.yaml", "data")],
)
def test_a_file_renamed_or_removed_is_seen_where_it_counts(name: str, kind: str, copy: Path) -> None:
    first, path = taken(copy), copy / name
    renamed = path.rename(path.with_name(f"renamed-{path.name}"))
    second = taken(copy)
    renamed.unlink()
    third = taken(copy)
    assert len({first[kind], second[kind], third[kind]}) == 3
    assert all(first[other] == second[other] == third[other] for other in TAKEN.keys() - {kind})


def test_the_same_files_elsewhere_saved_at_another_time_are_the_same(copy: Path, tmp_path: Path) -> None:
    before = taken(copy)
    other = shutil.copytree(copy, tmp_path / "other", copy_function=shutil.copyfile)
    assert taken(other) == before


def test_every_file_of_records_that_the_report_reads_is_among_the_data(copy: Path) -> None:
    """All of `data/` but what only checks look at."""
    for path in sorted((copy / "data").rglob("*.yaml")):
        before, content = dependencies.data(copy), path.read_bytes()
        path.write_bytes(content + b"\n# x\n")
        dependencies.look_again()
        assert dependencies.data(copy) != before, path


def test_every_call_of_words_around_a_page_names_its_group() -> None:
    """Otherwise a frame would depend on words that nobody sees it use."""
    templates = list(_templates(ROOT))
    assert ROOT / "overrides" / "main.html" in templates
    for template in templates:
        text = template.read_text(encoding="utf-8")
        calls = re.findall(r"\bwords(?:\.\w+)?\(", text)
        assert len(calls) == len(GROUPS.findall(text)), template.name
        assert len(re.findall(r"\bwords\b", text)) - text.count("language, words in") == len(calls), (
            template.name
        )


def test_neither_a_day_nor_other_records_are_shown_around_a_page() -> None:
    """Publication and edition are what a frame depends on, and the day of its chapter is left out."""
    for template in _templates(ROOT):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\b(knowledge|updated|now)\b|build_date", text), template.name


def versions(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> str:
    """Return the digest of versions as a process with `folders` on its path takes it."""
    with monkeypatch.context() as patch:
        patch.setattr(sys, "path", [*map(str, folders), *sys.path])
        return str(dependencies.versions.__wrapped__())  # past its cache


def test_versions_change_with_each_package_that_comes_goes_or_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "site-packages"
    packages.mkdir()
    seen = [versions(monkeypatch, packages)]
    for name in ("x-1.0.dist-info", "x-1.1.dist-info", "y-1.0.dist-info"):
        (packages / name).mkdir()
        seen.append(versions(monkeypatch, packages))
    (packages / "x-1.0.dist-info").rmdir()
    seen.append(versions(monkeypatch, packages))
    assert len(set(seen)) == len(seen)
    assert seen[0] == versions(monkeypatch) == dependencies.versions()


def test_values_that_json_tells_apart_are_told_apart() -> None:
    values = [(), (None,), ("",), ("a", "b"), (["a", "b"],), ("ab",), (1,), ("1",), (True,), ({"a": 1},)]
    assert len({dependencies.of_values(*each) for each in values}) == len(values)
    assert dependencies.of_values({"a": 1, "b": 2}) == dependencies.of_values({"b": 2, "a": 1})
