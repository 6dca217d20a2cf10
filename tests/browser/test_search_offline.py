"""Opened from a folder, with no server and no network, the search finds what it finds online."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from report.renditions.offline_search import is_left_out, offline_search
from tests.browser.addresses import LANGUAGES
from tests.browser.searching import ask, open_search

pytestmark = pytest.mark.browser
QUESTION = {"en": "electronic seals in transit", "fr": "l’environnement et les scellés"}


@pytest.fixture
def pack(site: Path, tmp_path: Path) -> Path:
    """What a pack needs for one page of each language and the search."""
    shutil.copytree(site / "assets", tmp_path / "assets")
    for language in LANGUAGES:
        for path in (site / language / "search").rglob("*"):
            name = path.relative_to(site / language).as_posix()
            if path.is_file() and not is_left_out(name):
                copied(path, tmp_path / language / name)
        copied(site / language / "about" / "index.html", tmp_path / language / "about" / "index.html")
        for name, content in offline_search(site, language).items():
            (tmp_path / language / name).write_bytes(content)
    return tmp_path


def copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_is_searched_as_the_site_is(
    language: str, pack: Path, base: str, context: Callable[..., BrowserContext]
) -> None:
    online = context().new_page()
    online.goto(f"{base}{language}/about/", wait_until="domcontentloaded")
    open_search(online)
    expected = ask(online, QUESTION[language])
    page = context(offline=True).new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto((pack / language / "about" / "index.html").as_uri())
    open_search(page)
    got = ask(page, QUESTION[language])
    assert [each.replace("index.html", "") for each in got] == expected != []
    assert all("index.html" in each for each in got)
    assert [each for each in asked if not each.startswith((pack.as_uri(), "data:"))] == []
    assert errors == []
