"""Versions, day, commit, code and single languages: a build with all that was kept is one from nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.conftest import differences, files_of
from tests.site.kept import ALL, KINDS, LANGUAGES, NOW, Small

pytestmark = pytest.mark.usefixtures("recalled")
OTHER = "f" * 40  # another commit


def test_a_build_from_nothing_is_that_of_a_single_process(small: Small, tmp_path: Path) -> None:
    assert len(small.site) > 500
    site = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", site],
        cwd=small.root,
        env=small.environment(REPORT_KEEP="no", NO_MKDOCS_2_WARNING="1"),
        check=True,
    )
    assert differences(files_of(site), small.site) == []


@pytest.mark.long
def test_a_change_of_how_fragments_are_read_is_on_every_page(small: Small) -> None:
    with small.changed("macros/rendering.py", "trim_blocks=True", "trim_blocks=False"):
        site, cold = small.built(), small.from_nothing()
    assert differences(cold, small.site)
    assert differences(site, cold) == []


@pytest.mark.long
def test_another_package_makes_all_anew_that_packages_make(small: Small, tmp_path: Path) -> None:
    packages = tmp_path / "site-packages"
    (packages / "x-1.0.dist-info").mkdir(parents=True)
    assert differences(small.built(PYTHONPATH=f"{small.root}{os.pathsep}{packages}"), small.site) == []
    assert small.new() == [{kind: ALL for kind in KINDS if kind not in ("sections", "search")}] * 2
    assert [kept["template"] & small.known[each]["template"] for each, kept in small.rows().items()] == [
        set()
    ] * 2


def test_another_commit_is_on_every_page_and_makes_nothing_anew(small: Small) -> None:
    site = small.built(REPORT_COMMIT=OTHER)
    assert small.new() == [{"knowledge": ALL}] * 2  # which says of which commit it is
    assert differences(site, small.from_nothing(REPORT_COMMIT=OTHER)) == []
    pages = [name for name in site if name.startswith(LANGUAGES) and name.endswith(".html")]
    assert [name for name in pages if OTHER[:10].encode() not in site[name]] == []


@pytest.mark.long  # goes the way of another commit
def test_without_a_commit_no_page_names_one(small: Small) -> None:
    assert differences(small.built(REPORT_COMMIT=""), small.from_nothing(REPORT_COMMIT="")) == []


@pytest.mark.long
def test_another_day_is_in_the_records_alone(small: Small) -> None:
    tomorrow = {"SOURCE_DATE_EPOCH": str(NOW + 24 * 60 * 60)}
    assert differences(small.built(**tomorrow), small.from_nothing(**tomorrow)) == []
    assert small.new() == [{"edition": ALL, "knowledge": ALL, "repertory": ALL}] * 2


@pytest.mark.long
def test_code_of_another_checkout_is_not_taken_for_this_one(small: Small, tmp_path: Path) -> None:
    """As `report --root` builds a copy with the code that is installed."""
    for folder in ("hooks", "macros", "study", "report"):
        shutil.copytree(small.root / folder, tmp_path / folder)
    code = tmp_path / "macros" / "case_pages.py"
    text = code.read_text(encoding="utf-8")
    assert "GeneratedPage(path, title, " in text
    code.write_text(
        text.replace("GeneratedPage(path, title, ", 'GeneratedPage(path, "!" + title, '), encoding="utf-8"
    )
    assert (
        differences(small.built(PYTHONPATH=str(tmp_path)), small.from_nothing(PYTHONPATH=str(tmp_path))) == []
    )


@pytest.mark.long
def test_builds_of_one_language_leave_the_other_as_it_is(small: Small) -> None:
    for language in LANGUAGES:
        assert small.said(LANG_ONLY=language) == (0, [])
        assert differences(small.built(), small.site) == []
