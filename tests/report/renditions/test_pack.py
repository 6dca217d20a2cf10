"""Packs of a small site: complete, whole, the same each time, and refused where something is wrong."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from report.renditions.assembly import Job
from report.renditions.pack import make, write_pack
from report.renditions.problems import NoSiteError
from study.problems import ReportError

STEM = "disruptive-technologies-2026-draft-offline-"


@pytest.fixture
def packing(job: Job, root: Path) -> Job:
    """The small report with the templates of the real one, and pages of both languages."""
    (job.root / "overrides").symlink_to(root / "overrides")
    for name, text in {
        "assets/favicon.svg": "<svg/>",
        "both/index.html": '<a href="../en/summary/">',
        "en/summary/index.html": '<a href="../../fr/summary/" title="Français">FR</a><a href="../">Home</a>',
        "files/old.zip": "old",
        "en/search/index": "index",
        "fr/search/index": "index",
    }.items():
        (job.site / name).parent.mkdir(parents=True, exist_ok=True)
        (job.site / name).write_text(text, encoding="utf-8")
    return job


def held(path: Path) -> dict[str, str]:
    """Return the text of each file of an archive by its name below the one folder."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert {name.split("/")[0] for name in names} == {path.stem}
        return {name.split("/", 1)[1]: archive.read(name).decode() for name in names}


def test_there_is_a_pack_of_each_language_and_of_both(packing: Job) -> None:
    assert make(packing) == [f"en/files/{STEM}en.zip", f"fr/files/{STEM}fr.zip", f"files/{STEM}en-fr.zip"]
    english, french, both = (held(packing.site / path) for path in make(packing))
    assert {
        "index.html",
        "START-HERE.html",
        "en/summary/index.html",
        "en/search/offline.js",
    } <= english.keys()
    assert not [name for name in english if name.startswith(("fr/", "both/", "LISEZ", "files/"))]
    assert {"index.html", "LISEZ-MOI.html", "fr/summary/index.html"} <= french.keys()
    assert {"START-HERE.html", "LISEZ-MOI.html", "both/index.html", "fr/index.html"} <= both.keys()


def test_one_language_alone_gives_one_pack(packing: Job) -> None:
    assert make(replace(packing, languages=("fr",))) == [f"fr/files/{STEM}fr.zip"]


def test_the_other_language_is_a_page_of_the_pack_of_both_and_a_permalink_elsewhere(packing: Job) -> None:
    first, _, last = make(packing)
    english, both = (held(packing.site / path)["en/summary/index.html"] for path in (first, last))
    assert 'href="../../fr/summary/index.html" title="Français"' in both
    assert "/2026/fr/summary/" in english
    assert "Français (" in english
    assert 'href="../index.html"' in english


def test_the_same_site_gives_the_same_bytes_whatever_was_made_before(packing: Job, tmp_path: Path) -> None:
    first = {path: (packing.site / path).read_bytes() for path in make(packing)}
    assert {path: (packing.site / path).read_bytes() for path in make(packing)} == first


def test_every_entry_has_the_date_of_the_text(packing: Job, tmp_path: Path) -> None:
    write_pack(packing, "en", tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        assert archive.namelist() == sorted(archive.namelist())


def test_its_list_has_the_checksum_of_every_file(packing: Job, tmp_path: Path) -> None:
    write_pack(packing, None, tmp_path / "x.zip")
    files = held(tmp_path / "x.zip")
    lines = [line.split("  ") for line in files.pop("SHA256SUMS").splitlines()]
    sums = {name: digest for digest, name in lines}
    assert sums == {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}


@pytest.mark.parametrize(("language", "guide"), [("en", "START-HERE.html"), ("fr", "LISEZ-MOI.html")])
def test_the_guide_says_which_text_it_is_and_its_status(
    language: str, guide: str, packing: Job, tmp_path: Path
) -> None:
    words = packing.words(language)
    write_pack(packing, language, tmp_path / "a-pack.zip")
    files = held(tmp_path / "a-pack.zip")
    for page in (files[guide], files["index.html"]):
        assert words("status_sentence", "draft") in page
        assert packing.standing.name in page
    assert words.day("2023-11-14") in files[guide]
    assert "a-pack.zip" in files[guide]
    assert words("pack", "no_address") in files[guide]
    assert words("pack", "works_languages") not in files[guide]


def test_the_guide_names_the_published_site_once_its_address_is_decided(packing: Job, tmp_path: Path) -> None:
    publication = packing.knowledge.publication.model_copy(update={"site_url_is_example": False})
    decided = replace(packing, knowledge=replace(packing.knowledge, publication=publication))
    write_pack(decided, None, tmp_path / "x.zip")
    guide = held(tmp_path / "x.zip")["START-HERE.html"]
    assert f'<a href="{publication.site_url}"' in guide
    assert decided.words("en")("pack", "works_languages") in guide


def test_a_name_that_fat_cannot_hold_is_refused_and_nothing_written(packing: Job, tmp_path: Path) -> None:
    (packing.site / "en/what.html.").write_text("", encoding="utf-8")
    with pytest.raises(ReportError, match="what"):
        write_pack(packing, "en", tmp_path / "x.zip")
    assert not (tmp_path / "x.zip").exists()


def test_a_page_that_loads_from_elsewhere_is_refused_and_nothing_written(
    packing: Job, tmp_path: Path
) -> None:
    page = '<script src="https://example.org/a.js"></script>'
    (packing.site / "en/summary/index.html").write_text(page, encoding="utf-8")
    with pytest.raises(ReportError, match="en/summary/"):
        write_pack(packing, "en", tmp_path / "x.zip")
    assert not (tmp_path / "x.zip").exists()


def test_a_site_without_an_index_to_search_is_refused(packing: Job, tmp_path: Path) -> None:
    (packing.site / "fr/search/index").unlink()
    with pytest.raises(ReportError, match="fr/search"):
        write_pack(packing, "fr", tmp_path / "x.zip")


def test_a_language_that_was_not_built_is_refused(packing: Job, tmp_path: Path) -> None:
    (packing.site / "fr/index.html").unlink()
    with pytest.raises(NoSiteError, match="fr"):
        write_pack(packing, None, tmp_path / "x.zip")
