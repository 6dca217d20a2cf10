from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report.editions.out_folder import content_refusals, place_refusals


def tree(out: Path, *editions: str) -> Path:
    """Write the outline of a public tree."""
    (out / "latest").mkdir(parents=True)
    for name in ("index.html", "404.html", "robots.txt", "editions.json", "versions.json", "sitemap.xml"):
        (out / name).touch()
    for edition in editions:
        (out / edition).mkdir()
        (out / edition / "SHA256SUMS").touch()
    return out


def test_a_new_and_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    assert list(content_refusals(tmp_path / "new", [])) == []
    assert list(content_refusals(tmp_path, [])) == []


def test_a_public_tree_may_be_replaced_by_one_with_all_its_editions(tmp_path: Path) -> None:
    out = tree(tmp_path / "out", "2026", "2026.1", "2026-e1")
    assert list(content_refusals(out, ["2026", "2026.1", "2026-e1", "2027"])) == []


def test_a_tree_whose_lists_are_damaged_or_gone_may_be_replaced(tmp_path: Path) -> None:
    out = tree(tmp_path / "out", "2026")
    (out / "versions.json").unlink()
    (out / "editions.json").write_bytes(b"\xff")
    assert list(content_refusals(out, ["2026"])) == []


def test_an_edition_is_not_dropped(tmp_path: Path) -> None:
    out = tree(tmp_path / "out", "2026", "2027")
    (said,) = content_refusals(out, ["2026"])
    assert "has edition 2027" in said
    assert "data/approvals/2027.yaml" in said


def a_repository(out: Path) -> None:
    (out / ".git").mkdir()


def a_file(out: Path) -> None:
    (out / "CNAME").touch()


def a_folder_named_like_an_edition(out: Path) -> None:
    (out / "2025").mkdir()


def a_link(out: Path) -> None:
    (out / "2025").symlink_to(out / "2026")


@pytest.mark.parametrize(
    ("foreign", "named"),
    [(a_repository, ".git"), (a_file, "CNAME"), (a_folder_named_like_an_edition, "2025"), (a_link, "2025")],
)
def test_what_no_public_tree_has_is_never_removed(
    foreign: Callable[[Path], None], named: str, tmp_path: Path
) -> None:
    out = tree(tmp_path / "out", "2026")
    foreign(out)
    (said,) = content_refusals(out, ["2026"])
    assert f'holds what no public tree has: "{named}"; expected' in said


def test_a_site_that_is_no_public_tree_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    (said,) = content_refusals(tmp_path, [])
    assert "is no public tree, it has no editions.json, 404.html or robots.txt" in said


def test_many_foreign_files_are_named_in_part(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"file-{number}").touch()
    (said,) = content_refusals(tmp_path, [])
    assert '"file-4" and 4 more' in said


@pytest.mark.parametrize("inside", ["", "docs", "data", ".git"])
def test_the_report_itself_is_never_replaced(inside: str, tmp_path: Path) -> None:
    root = tmp_path / "report"
    (said,) = place_refusals(root, tmp_path / "archives", root / inside)
    assert "holds the report itself" in said


def test_what_holds_the_report_or_the_archives_is_never_replaced(tmp_path: Path) -> None:
    root, archives = tmp_path / "a" / "report", tmp_path / "b" / "archives"
    assert len(list(place_refusals(root, archives, tmp_path))) == 2
    assert len(list(place_refusals(root, archives, archives))) == 1
    assert list(place_refusals(root, archives, archives / "public")) == []


def test_where_a_disk_is_mounted_nothing_can_be_exchanged() -> None:
    (said, *_) = place_refusals(Path("/a/report"), Path("/a/archives"), Path("/proc"))
    assert "is where a disk is mounted" in said
