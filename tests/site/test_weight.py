"""What a page weighs on its way to a reader, and how often it asks: within the budget, and as its foot says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hooks.page_size import LOADED, weight
from tests.browser.addresses import LANGUAGES

CHAPTER, CASE = 57_000, 35_000  # bytes; a chapter of the leanest peer measured has 57 kB
REQUESTS = 10
LATENCY, BYTES_A_SECOND = 0.4, 400_000 / 8  # a slow line: seconds of a round trip
FIRST_TEXT, ROUND_TRIPS = 3.0, 3  # seconds; connection, page, style sheets
ANY_LOADED = re.compile(
    r'<(?:link[^>]+rel="(?:icon|stylesheet|preload|modulepreload)"[^>]*href|script[^>]+src|img[^>]+src)="([^"]+)"'
)
SAID = re.compile(r"(?:This page: |Cette page\u00a0: )(\d+)\u00a0k[Bo]")


def loaded(site: Path, page: Path) -> list[Path]:
    """Return the files that the first view of a page asks for, itself first."""
    asked = ANY_LOADED.findall(page.read_text("utf-8"))
    assert not [each for each in asked if each.startswith(("http:", "https:", "//"))], page
    return [page, *{(page.parent / each).resolve() for each in asked}]


def weights(site: Path, pages: list[Path]) -> dict[str, int]:
    """Return the bytes that the first view of each page takes, compressed."""
    files: dict[Path, int] = {}
    found = {}
    for page in pages:
        for each in (asked := loaded(site, page)):
            files.setdefault(each, weight(each.read_bytes()))
        found[page.relative_to(site).as_posix()] = sum(files[each] for each in asked)
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def folder(request: pytest.FixtureRequest, site: Path) -> Path:
    return site / request.param


def chapters(folder: Path) -> list[Path]:
    return [
        page
        for page in sorted(folder.rglob("index.html"))
        if 'id="paragraph-note"' in page.read_text("utf-8") and "light" not in page.relative_to(folder).parts
    ]


def cases(folder: Path) -> list[Path]:
    return [page for page in sorted(folder.glob("cases/**/index.html")) if page not in set(chapters(folder))]


def test_every_chapter_is_within_the_budget(site: Path, folder: Path) -> None:
    found = weights(site, chapters(folder))
    assert len(found) > 30
    assert {name: size for name, size in found.items() if size > CHAPTER} == {}


def test_the_budget_is_less_than_a_slow_line_carries_before_the_first_text() -> None:
    """Scripts wait for the text: what is loaded in all is more than the first text needs."""
    assert CHAPTER <= (FIRST_TEXT - ROUND_TRIPS * LATENCY) * BYTES_A_SECOND


def test_every_page_of_the_register_is_within_the_budget(site: Path, folder: Path) -> None:
    found = weights(site, cases(folder))
    assert len(found) > 400
    assert {name: size for name, size in found.items() if size > CASE} == {}


def test_no_page_asks_more_than_ten_times(site: Path, folder: Path) -> None:
    asked = {page: len(loaded(site, page)) for page in folder.rglob("index.html")}
    assert {page: number for page, number in asked.items() if number > REQUESTS} == {}


def test_the_foot_of_a_page_tells_its_weight(site: Path, folder: Path) -> None:
    pages = [*chapters(folder), *cases(folder)[:20]]
    found = weights(site, pages)
    for page in pages:
        (said,) = SAID.findall(page.read_text("utf-8").replace("\u202f", "\u00a0"))
        assert abs(int(said) * 1000 - found[page.relative_to(site).as_posix()]) <= 1000, page


def test_the_weight_counts_all_that_is_loaded(site: Path, folder: Path) -> None:
    for page in (*chapters(folder), *cases(folder)[:20]):
        counted = {(site / each).resolve() for each in LOADED.findall(page.read_text("utf-8"))}
        assert {page.resolve(), *counted} == {each.resolve() for each in loaded(site, page)}


def test_a_heavy_page_is_found(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<link rel="stylesheet" href="x.css"><script src="x.js"></script>', "utf-8")
    (tmp_path / "x.css").write_bytes(b"p{}")
    (tmp_path / "x.js").write_bytes(bytes(range(256)) * 400)
    (tmp_path / "x.js").write_text(
        "".join(chr(33 + (place * place) % 89) for place in range(200_000)), "utf-8"
    )
    assert weights(tmp_path, [page])["index.html"] > 500
    assert len(loaded(tmp_path, page)) == 3
