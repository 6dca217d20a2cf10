"""The page of copies, filled with what has been made."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.renditions.assembly import Job
from report.renditions.listing import for_pack, make
from report.renditions.page_templates import rendered
from report.renditions.problems import NoSiteError
from study.renditions import chapter_pdf, pack_file, report_file

AI = "technologies/ai"


@pytest.fixture
def listed(job: Job, root: Path) -> Job:
    """The small report with pages of copies, as a build leaves them, and with some copies."""
    (job.root / "overrides").symlink_to(root / "overrides")
    for language, path in (("en", "en/copies"), ("fr", "fr/copies"), ("en", "both/copies")):
        (job.site / path).mkdir(parents=True)
        (job.site / path / "index.html").write_text(page(job, language), encoding="utf-8")
    standing = job.standing
    for path, size in (
        (report_file(standing, "en", "pdf"), 1_234_567),
        (chapter_pdf(standing, "en", AI), 45_600),
        (pack_file(standing, None), 6_400_000),
        (pack_file(standing, "fr"), 3_200_000),
    ):
        (job.site / path).parent.mkdir(parents=True, exist_ok=True)
        (job.site / path).write_bytes(b"0" * size)
    return job


def page(job: Job, language: str) -> str:
    words = job.words(language)
    whole = rendered(job.root, "copies-whole.html", words=words, files=[], online="")
    rows = [
        rendered(job.root, "copies-chapter.html", words=words, key=key, file=None) for key in (AI, "summary")
    ]
    return f"<article>{whole}<table><tr>{rows[0]}</tr><tr>{rows[1]}</tr></table></article>"


def text(job: Job, path: str) -> str:
    return (job.site / path / "index.html").read_text(encoding="utf-8")


def test_each_copy_that_exists_is_linked_with_kind_language_and_size(listed: Job) -> None:
    assert make(listed) == ["en/copies/index.html", "fr/copies/index.html", "both/copies/index.html"]
    english, french = text(listed, "en/copies"), text(listed, "fr/copies")
    assert 'href="../files/disruptive-technologies-2026-draft-en.pdf" type="application/pdf"' in english
    assert "1.2\N{NO-BREAK SPACE}MB" in english
    assert 'href="../files/disruptive-technologies-2026-draft-en-technologies-ai.pdf"' in english
    assert "(46\N{NO-BREAK SPACE}kB)" in english
    assert 'href="../../files/disruptive-technologies-2026-draft-offline-en-fr.zip"' in english
    assert "English and French" in english
    assert "Français et anglais" in french or "Anglais et français" in french
    assert listed.words("fr").size(3_200_000) in french
    assert english.count("<a ") == 3
    assert french.count("<a ") == 2


def test_a_page_elsewhere_links_from_where_it_stands(listed: Job) -> None:
    make(listed)
    assert 'href="../../en/files/disruptive-technologies-2026-draft-en.pdf"' in text(listed, "both/copies")


def test_what_is_missing_is_not_linked(listed: Job) -> None:
    make(listed)
    (listed.site / report_file(listed.standing, "en", "pdf")).unlink()
    make(listed)
    assert "draft-en.pdf" not in text(listed, "en/copies")


def test_running_twice_gives_the_same(listed: Job) -> None:
    make(listed)
    first = [text(listed, path) for path in ("en/copies", "fr/copies", "both/copies")]
    make(listed)
    assert [text(listed, path) for path in ("en/copies", "fr/copies", "both/copies")] == first


def test_without_any_copy_the_page_is_what_the_build_made(listed: Job) -> None:
    before = page(listed, "en")
    for path in listed.site.rglob("files/*"):
        path.unlink()
    make(listed)
    assert text(listed, "en/copies") == before
    assert listed.words("en")("copies", "none") in before


def test_a_pack_names_the_page_on_the_web_whatever_was_listed(listed: Job) -> None:
    before = for_pack(listed, text(listed, "en/copies"))
    make(listed)
    assert for_pack(listed, text(listed, "en/copies")) == before
    assert "/2026/en/copies/" in before
    assert ".pdf" not in before


def test_all_that_is_filled_is_marked_as_status(listed: Job) -> None:
    make(listed)
    for path in ("en/copies", "fr/copies"):
        html = text(listed, path)
        assert html.count("data-renditions") == html.count("data-status") == 3


def test_a_page_without_places_is_refused(listed: Job) -> None:
    (listed.site / "en/copies/index.html").write_text("<article></article>", encoding="utf-8")
    with pytest.raises(NoSiteError, match="data-renditions"):
        make(listed)


def test_a_site_without_pages_of_copies_is_refused(job: Job) -> None:
    with pytest.raises(NoSiteError, match="copies"):
        make(job)
