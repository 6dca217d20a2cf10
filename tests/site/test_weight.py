"""What a page weighs on its way to a reader, and how often it asks: within the budget, and as its foot says."""

from __future__ import annotations

import os
import random
import re
from dataclasses import dataclass
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


@dataclass(frozen=True)
class View:
    """The first view of a page: the files it asks for, itself first, and their bytes on the way."""

    text: str
    files: tuple[str, ...]
    size: int


def view_of(page: str, weights: dict[str, int]) -> View:
    """Return the first view of the page at a path; `weights` keeps what files weigh."""
    text = Path(page).read_text("utf-8")
    asked = ANY_LOADED.findall(text)
    assert not [each for each in asked if each.startswith(("http:", "https:", "//"))], page
    folder = page.rpartition("/")[0]
    files = {os.path.normpath(f"{folder}/{each}") for each in asked if not each.startswith("data:")}
    for file in files - weights.keys():
        weights[file] = weight(Path(file).read_bytes())
    size = weight(text.encode("utf-8")) + sum(weights[file] for file in files)
    return View(text, (page, *sorted(files)), size)


Views = dict[str, View]


@pytest.fixture(scope="module", params=LANGUAGES)
def views(request: pytest.FixtureRequest, site: Path) -> Views:
    """The first view of each page of a language but its light pages, by its path."""
    weights: dict[str, int] = {}
    pages = [path for path in sorted((site / request.param).rglob("index.html")) if "light" not in path.parts]
    return {path.relative_to(site).as_posix(): view_of(path.as_posix(), weights) for path in pages}


def chapters(views: Views) -> Views:
    return {name: view for name, view in views.items() if 'id="paragraph-note"' in view.text}


def of_the_register(views: Views) -> Views:
    return {name: view for name, view in views.items() if name[2:].startswith("/cases/")}


def test_every_chapter_is_within_the_budget(views: Views) -> None:
    assert len(chapters(views)) > 30
    assert {name: view.size for name, view in chapters(views).items() if view.size > CHAPTER} == {}


def test_the_budget_is_less_than_a_slow_line_carries_before_the_first_text() -> None:
    """Scripts wait for the text: what is loaded in all is more than the first text needs."""
    assert CHAPTER <= (FIRST_TEXT - ROUND_TRIPS * LATENCY) * BYTES_A_SECOND


def test_every_page_of_the_register_is_within_the_budget(views: Views) -> None:
    generated = {name: view for name, view in of_the_register(views).items() if name not in chapters(views)}
    assert len(generated) > 400
    assert {name: view.size for name, view in generated.items() if view.size > CASE} == {}


def test_no_page_asks_more_than_ten_times(views: Views) -> None:
    assert {name: view.files for name, view in views.items() if len(view.files) > REQUESTS} == {}


def test_the_foot_of_a_page_tells_its_weight(views: Views) -> None:
    for name, view in views.items():
        (said,) = SAID.findall(view.text.replace("\u202f", "\u00a0"))
        assert abs(int(said) * 1000 - view.size) <= 1000, name


def test_the_weight_counts_all_that_is_loaded(views: Views) -> None:
    for name, view in views.items():
        counted = {each.split("/")[-1] for each in LOADED.findall(view.text)}
        assert counted == {file.rpartition("/")[2] for file in view.files[1:]}, name


def test_a_heavy_page_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<link rel="stylesheet" href="x.css"><script src="x.js"></script>', "utf-8"
    )
    (tmp_path / "x.css").write_bytes(b"p{}")
    (tmp_path / "x.js").write_bytes(random.Random(8).randbytes(90_000))
    view = view_of((tmp_path / "index.html").as_posix(), {})
    assert view.size > 90_000 > CHAPTER
    assert len(view.files) == 3
