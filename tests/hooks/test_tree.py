"""The files of a site put where an earlier build left most of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from hooks.tree import Tree

OLD = 1_000_000_000  # nanoseconds
NAMES = (
    "index.html",
    "assets/site.css",
    "en/index.html",
    "en/a/index.html",
    "fr/index.html",
    "fr/a/index.html",
)
PAGE = b"<p>page</p>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An earlier site: each file holds its own name."""
    site = tmp_path / "site"
    for name in NAMES:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
        os.utime(path, ns=(OLD, OLD))
    return site


def whole(site: Path) -> Tree:
    return Tree(site, None, ())


def first(site: Path) -> Tree:
    """What the process of the first language writes, beside one of the other language."""
    return Tree(site, None, ("fr",))


def second(site: Path) -> Tree:
    return Tree(site, "fr", ())


def names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()}


def test_a_file_that_is_the_same_is_left_alone(site: Path, tmp_path: Path) -> None:
    tree, page, style = whole(site), site / "en" / "index.html", site / "assets" / "site.css"
    source = tmp_path / "site.css"
    source.write_bytes(style.read_bytes())
    before = [(each.st_ino, each.st_mtime_ns) for each in (page.stat(), style.stat())]
    tree.write(b"en/index.html", str(page))
    tree.copy(str(source), str(style))
    assert [(each.st_ino, each.st_mtime_ns) for each in (page.stat(), style.stat())] == before


@pytest.mark.parametrize("content", [b"", b"en/index.htmL", b"en/index.html\n", PAGE * 10_000])
def test_a_file_that_holds_anything_else_is_written(content: bytes, site: Path, tmp_path: Path) -> None:
    tree, page, style = whole(site), site / "en" / "index.html", site / "assets" / "site.css"
    source = tmp_path / "site.css"
    source.write_bytes(content)
    tree.write(content, str(page))
    tree.copy(str(source), str(style))
    assert (page.read_bytes(), style.read_bytes()) == (content, content)


def test_a_new_file_is_written_into_new_folders(site: Path) -> None:
    whole(site).write(PAGE, str(site / "en" / "b" / "c" / "index.html"))
    assert (site / "en" / "b" / "c" / "index.html").read_bytes() == PAGE


def test_what_was_not_written_is_removed_with_the_folders_left_empty(site: Path) -> None:
    (site / "en" / "old" / "empty").mkdir(parents=True)
    tree = whole(site)
    tree.write(PAGE, str(site / "en" / "index.html"))
    tree.remove_the_rest()
    assert [path.relative_to(site).as_posix() for path in sorted(site.rglob("*"))] == ["en", "en/index.html"]


def test_a_site_that_holds_nothing_stays_a_folder(site: Path) -> None:
    whole(site).remove_the_rest()
    assert list(site.iterdir()) == []


def test_the_compressed_sitemap_stays_though_it_is_written_past_the_tree(site: Path) -> None:
    (site / "sitemap.xml.gz").touch()
    (site / "en" / "sitemap.xml.gz").touch()
    whole(site).remove_the_rest()
    assert names(site) == {"sitemap.xml.gz"}


def test_each_process_writes_and_removes_its_own_alone(site: Path) -> None:
    one, other = first(site), second(site)
    for tree in (one, other):
        for name in ("index.html", "en/index.html", "fr/index.html"):
            tree.write(b"first" if tree is one else b"second", str(site / name))
    written = [(site / name).read_bytes() for name in ("index.html", "en/index.html", "fr/index.html")]
    assert written == [b"first", b"first", b"second"]
    one.remove_the_rest()
    assert names(site) == {"index.html", "en/index.html", "fr/index.html", "fr/a/index.html"}
    other.remove_the_rest()
    assert names(site) == {"index.html", "en/index.html", "fr/index.html"}


@pytest.mark.parametrize(("mine", "theirs"), [(first, "fr/new"), (second, "en/new"), (second, "new")])
def test_an_empty_folder_of_the_other_process_stays(
    mine: Callable[[Path], Tree], theirs: str, site: Path
) -> None:
    (site / theirs).mkdir()
    mine(site).remove_the_rest()
    assert (site / theirs).is_dir()


@pytest.mark.parametrize("inside", [(), ("x",)], ids=["empty", "full"])
def test_a_folder_in_the_place_of_a_file_makes_room_for_it(inside: tuple[str, ...], site: Path) -> None:
    page = site / "en" / "index.html"
    page.unlink()
    page.mkdir()
    for name in inside:
        (page / name).touch()
    whole(site).write(PAGE, str(page))
    assert page.read_bytes() == PAGE


def test_a_file_in_the_place_of_a_folder_makes_room_for_it(site: Path) -> None:
    (site / "en" / "b").touch()
    whole(site).write(PAGE, str(site / "en" / "b" / "c" / "index.html"))
    assert (site / "en" / "b" / "c" / "index.html").read_bytes() == PAGE


def test_a_link_in_the_place_of_a_file_is_not_written_through(site: Path, tmp_path: Path) -> None:
    mine, page = tmp_path / "mine.txt", site / "en" / "index.html"
    mine.write_bytes(b"mine")
    page.unlink()
    page.symlink_to(mine)
    whole(site).write(PAGE, str(page))
    assert (mine.read_bytes(), page.read_bytes()) == (b"mine", PAGE)
