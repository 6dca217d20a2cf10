"""The same report builds to the same bytes anywhere, and the build has nothing to say."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from report.site import build
from tests.site.conftest import differences, files_of

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "LANGUAGE": "fr"}


def test_a_build_at_another_place_and_time_gives_the_same_bytes(
    site: Path, checkout: Path, tmp_path: Path, as_built_at: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    code, said = build(checkout, tmp_path / "out" / "site")
    assert (code, said) == (0, [])
    assert differences(files_of(site), files_of(tmp_path / "out" / "site")) == []


def test_a_changed_a_missing_and_a_new_file_are_found(tmp_path: Path) -> None:
    first = tmp_path / "first"
    (first / "en").mkdir(parents=True)
    for name in ("a.html", "en/b.html", "c.html"):
        (first / name).write_bytes(b"same")
    second = shutil.copytree(first, tmp_path / "second")
    assert differences(files_of(first), files_of(second)) == []
    (second / "en" / "b.html").write_bytes(b"Same")
    (second / "c.html").rename(second / "d.html")
    assert differences(files_of(first), files_of(second)) == ["c.html", "d.html", "en/b.html"]


def test_without_our_environment_the_theme_shows_its_banner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the silence asserted above would mean nothing."""
    monkeypatch.delenv("NO_MKDOCS_2_WARNING", raising=False)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Page\n")
    (tmp_path / "mkdocs.yml").write_text("site_name: Site\ntheme: {name: material, font: false}\n")
    mkdocs = Path(sys.executable).parent / "mkdocs"
    done = subprocess.run([mkdocs, "build", "-q"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Material for MkDocs" in done.stdout + done.stderr
