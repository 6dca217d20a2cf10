"""Whatever became of what was kept, the next build makes the right site."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.site.conftest import differences
from tests.site.kept import LANGUAGES, Small

pytestmark = pytest.mark.usefixtures("recalled")
SWAP = """update results set (digest, result) = (select digest, result from results as other
    where substr(other.key, 1, 4) = substr(results.key, 1, 4) and other.key > results.key order by other.key limit 1)
    where exists (select 1 from results as other
    where substr(other.key, 1, 4) = substr(results.key, 1, 4) and other.key > results.key)"""


def run(statement: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        with closing(sqlite3.connect(file)) as database, database:
            assert database.execute(statement).rowcount > 100

    return change


def cut(share: float) -> Callable[[Path], None]:
    return lambda file: os.truncate(file, int(file.stat().st_size * share))


def noise(file: Path) -> None:
    file.write_bytes(random.Random(1).randbytes(100_000))


def flecks(file: Path) -> None:
    content, draw = bytearray(file.read_bytes()), random.Random(1)
    for _ in range(2000):
        content[draw.randrange(100, len(content))] = draw.randrange(256)
    file.write_bytes(content)


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(run("update results set result = result || x'20'"), id="longer results"),
        pytest.param(
            run("update results set result = zeroblob(length(result))"),
            id="empty results",
            marks=pytest.mark.long,
        ),
        pytest.param(run(SWAP), id="results of other keys"),
        pytest.param(cut(0.5), id="half a file", marks=pytest.mark.long),
        pytest.param(cut(0.99), id="nearly a file", marks=pytest.mark.long),
        pytest.param(noise, id="random bytes", marks=pytest.mark.long),
        pytest.param(flecks, id="some bytes", marks=pytest.mark.long),
        pytest.param(folder, id="folder", marks=pytest.mark.long),
    ],
)
def test_what_was_kept_is_never_shown_once_it_is_damaged(spoil: Callable[[Path], None], small: Small) -> None:
    files = [small.kept / f"{language}.sqlite" for language in LANGUAGES]
    try:
        for file in files:
            spoil(file)
        assert differences(small.built(), small.site) == []
    finally:
        for file in files:
            if file.is_dir():
                file.rmdir()


def test_an_earlier_site_is_put_right_wherever_it_was_changed(small: Small) -> None:
    site = small.kept / "site"
    (site / "en" / "index.html").write_bytes(b"other")
    (site / "fr" / "index.html").write_bytes((site / "fr" / "index.html").read_bytes().swapcase())
    (site / "sitemap.xml.gz").write_bytes(b"")
    (site / "assets" / "site.css").unlink()
    shutil.rmtree(site / "fr" / "cases")
    for name in ("new.html", "en/new/new.html", "fr/new/new/new.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(b"new")
    assert differences(small.built(), small.site) == []
    assert not list(small.out.rglob("new"))


@pytest.mark.long
@pytest.mark.parametrize("name", ["en/index.html/x", "fr/about"])
def test_a_folder_or_file_in_the_way_is_put_right(name: str, small: Small) -> None:
    path = small.kept / "site" / name
    try:
        for each in (path, path.parent):
            if each.is_dir() and each == path:
                shutil.rmtree(each)
            elif each.is_file():
                each.unlink()
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"in the way")
        assert differences(small.built(), small.site) == []
    finally:
        shutil.rmtree(small.kept / "site", ignore_errors=True)
        for _ in range(2):
            small.built()
