"""The folders of a site: one that is read, and the one before it, in which the next is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from report.site import build
from report.trees import MOST_PAGES, claimed, give_back, pages_of, replace


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "public").mkdir()
    return tmp_path / "public" / "site"


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    return tmp_path / ".cache" / "build" / "site"


def fill(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(text)
    return folder


def text_of(folder: Path) -> str | None:
    return (folder / "index.html").read_text() if folder.exists() else None


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir())


def test_without_an_earlier_site_a_build_begins_in_an_empty_folder(out: Path, spare: Path) -> None:
    fresh = claimed(out, spare)
    assert fresh.parent == out.parent
    assert (list(fresh.iterdir()), fresh.stat().st_mode & 0o777) == ([], 0o755)


def test_the_earlier_site_belongs_to_the_build_that_takes_it(out: Path, spare: Path) -> None:
    fill(spare, "earlier").chmod(0o700)
    fresh = claimed(out, spare)
    assert (text_of(fresh), fresh.stat().st_mode & 0o777) == ("earlier", 0o755)
    assert not spare.exists()


def test_of_two_builds_at_once_one_takes_the_earlier_site(out: Path, spare: Path) -> None:
    fill(spare, "earlier")
    one, other = claimed(out, spare), claimed(out, spare)
    assert one != other
    assert [text_of(one), list(other.iterdir())] == ["earlier", []]
    replace(out, fill(one, "one"), spare)
    replace(out, fill(other, "other"), spare)
    assert (text_of(out), text_of(spare), beside(out)) == ("other", "one", ["site"])


def test_the_third_of_three_builds_finds_no_place_for_the_site_it_replaces(out: Path, spare: Path) -> None:
    for text in ("one", "two"):
        replace(out, fill(claimed(out, spare), text), spare)
    fresh = claimed(out, spare)
    fill(spare, "put there meanwhile")
    replace(out, fill(fresh, "three"), spare)
    assert (text_of(out), text_of(spare), beside(out)) == ("three", "put there meanwhile", ["site"])


def test_sites_follow_one_another_and_leave_one_behind(out: Path, spare: Path) -> None:
    seen = []
    for text in ("one", "two", "three"):
        replace(out, fill(claimed(out, spare), text), spare)
        seen.append((text_of(out), text_of(spare)))
        assert beside(out) == ["site"]
    assert seen == [("one", None), ("two", "one"), ("three", "two")]


def test_what_a_build_that_failed_made_is_there_for_the_next(out: Path, spare: Path) -> None:
    fill(out, "old")
    give_back(fill(claimed(out, spare), "half"), spare)
    assert (text_of(out), text_of(spare), beside(out)) == ("old", "half", ["site"])
    give_back(fill(claimed(out, spare.with_name("none")), "other"), spare)
    assert (text_of(spare), beside(out)) == ("half", ["site"])


def test_of_a_large_site_no_second_copy_is_kept(out: Path, spare: Path) -> None:
    fill(out, "old")
    for number in range(MOST_PAGES):
        (out / f"{number}.html").touch()
    assert pages_of(out) == MOST_PAGES + 1
    replace(out, fill(claimed(out, spare), "new"), spare)
    assert (text_of(out), spare.exists(), beside(out)) == ("new", False, ["site"])


def test_a_file_where_the_folder_of_the_earlier_site_would_lie_does_not_matter(
    out: Path, spare: Path
) -> None:
    spare.parent.parent.mkdir()
    spare.parent.touch()
    for text in ("one", "two"):
        replace(out, fill(claimed(out, spare), text), spare)
        assert (text_of(out), beside(out)) == (text, ["site"])


def test_a_file_in_the_place_of_the_earlier_site_does_not_matter(out: Path, spare: Path) -> None:
    spare.parent.mkdir(parents=True)
    spare.touch()
    replace(out, fill(claimed(out, spare), "new"), spare)
    assert (text_of(out), beside(out)) == ("new", ["site"])


def test_a_link_in_the_place_of_the_earlier_site_is_not_built_into(
    out: Path, spare: Path, tmp_path: Path
) -> None:
    mine = fill(tmp_path / "mine", "mine")
    spare.parent.mkdir(parents=True)
    spare.symlink_to(mine)
    replace(out, fill(claimed(out, spare), "new"), spare)
    assert (text_of(out), text_of(mine), out.is_symlink()) == ("new", "mine", False)


def test_a_build_that_fails_leaves_nothing_beside_the_site(checkout: Path, out: Path) -> None:
    (checkout / "docs" / "en" / "about.md").write_text("{{", encoding="utf-8")
    fill(out, "old")
    for _ in range(2):
        assert build(checkout, out)[0] == 1
        assert (text_of(out), beside(out)) == ("old", ["site"])
