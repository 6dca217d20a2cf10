"""The built pages of copies: places for all that is made later, and an anchor for each chapter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report.renditions.listing import PAGES, PLACE
from study.contents import contents


@pytest.mark.parametrize("path", PAGES)
def test_every_place_is_found_once_in_each_language_of_the_page(path: str, root: Path, site: Path) -> None:
    page = (site / path).read_text(encoding="utf-8")
    folder = path.split("/")[0]
    chapters = [chapter for _, own in contents(root) for chapter in own if chapter != "copies"]
    for language in ("en", "fr") if folder == "both" else (folder,):
        places = [found["key"] for found in PLACE.finditer(page) if found["language"] == language]
        assert places == ["whole", *chapters]
    assert page.count("data-renditions=") == len(PLACE.findall(page))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_chapter_has_an_anchor_to_link_to(language: str, root: Path, site: Path) -> None:
    page = (site / language / "copies/index.html").read_text(encoding="utf-8")
    ids = re.findall(r'<tr id="([^"]*)"', page)
    chapters = [chapter for _, own in contents(root) for chapter in own if chapter != "copies"]
    assert ids == [chapter.replace("/", "-") for chapter in chapters]
