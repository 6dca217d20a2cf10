"""Digests of pages, data and languages, and what tells two trees apart."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from study.editions import digests
from study.editions.digests import (
    GROUPS,
    TreeDigests,
    differences,
    listing,
    page_file,
    page_path,
    tree_digests,
)
from study.problems import ReportError
from tests.study.editions.trees import tree

DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tree(tmp_path / "site")


def rewrite(site: Path, name: str, old: str, new: str) -> None:
    text = (site / name).read_text(encoding="utf-8")
    assert old in text
    (site / name).write_text(text.replace(old, new), encoding="utf-8")


def test_every_page_and_data_file_has_a_digest(site: Path) -> None:
    found = tree_digests(site)
    assert {group: list(pages) for group, pages in found.pages.items()} == {
        "en": ["en/404.html", "en/ai/", "en/"],
        "fr": ["fr/404.html", "fr/ai/", "fr/"],
        "both": ["both/ai/"],
    }
    assert list(found.data) == ["assets/map.svg", "en/data/cases.csv", "fr/data/cases.csv"]
    assert all(DIGEST.fullmatch(each) for group in GROUPS for each in found.entries(group).values())


def test_what_a_chapter_says_counts_once_however_it_is_given(site: Path) -> None:
    before = tree_digests(site)
    for name in ("en/light/ai/index.html", "en/ai.md", "en/llms.txt", "fr/files/report.pdf"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text("<main><p>Draft</p></main>", encoding="utf-8")
    assert tree_digests(site) == before
    (site / "en" / "lights.html").write_text("<main><p>Draft</p></main>", encoding="utf-8")
    assert differences(before, tree_digests(site)) == ["en/lights.html is new"]


def test_the_digest_of_a_group_is_that_of_its_sorted_list(site: Path) -> None:
    found = tree_digests(site)
    for group in GROUPS:
        entries = found.entries(group)
        lines = "".join(f"{entries[path]}  {path}\n" for path in sorted(entries))
        assert found.of(group) == f"sha256:{sha256(lines.encode()).hexdigest()}"


def test_a_tree_of_another_status_has_the_same_digests(site: Path, tmp_path: Path) -> None:
    draft, approved = tree_digests(site), tree_digests(tree(tmp_path / "other", status="Approved"))
    assert differences(draft, approved) == []
    assert [draft.of(group) for group in GROUPS] == [approved.of(group) for group in GROUPS]


@pytest.mark.parametrize(
    ("name", "old", "new", "group"),
    [
        ("en/ai/index.html", "62", "63", "en"),
        ("fr/index.html", "Home", "home", "fr"),
        ("both/ai/index.html", "Intelligence", "Intelligences", "both"),
        ("en/data/cases.csv", "words", "word", "data"),
        ("assets/map.svg", "/>", "></svg>", "data"),
    ],
)
def test_one_change_shows_in_one_entry_and_its_group(
    site: Path, name: str, old: str, new: str, group: str
) -> None:
    before = tree_digests(site)
    rewrite(site, name, old, new)
    after = tree_digests(site)
    assert differences(before, after) == [f"{page_path(name)} has changed"]
    assert [each for each in GROUPS if before.of(each) != after.of(each)] == [group]


def test_pages_and_files_that_are_gone_or_new_are_named(site: Path) -> None:
    before = tree_digests(site)
    (site / "en" / "ai" / "index.html").unlink()
    (site / "fr" / "data" / "cases.csv").rename(site / "fr" / "data" / "results.csv")
    after = tree_digests(site)
    assert differences(before, after) == [
        "en/ai/ is gone",
        "fr/data/cases.csv is gone",
        "fr/data/results.csv is new",
    ]
    assert differences(after, before)[0] == "en/ai/ is new"


def test_the_same_text_at_another_address_or_in_another_language_has_another_digest(site: Path) -> None:
    found = tree_digests(site)
    assert len({found.pages["en"]["en/"], found.pages["fr"]["fr/"]}) == 2
    (site / "en" / "ai" / "index.html").write_bytes((site / "en" / "index.html").read_bytes())
    pages = tree_digests(site).pages["en"]
    assert pages["en/"] == found.pages["en"]["en/"]
    assert pages["en/"] != pages["en/ai/"]


def test_two_processes_find_the_same_as_one(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = tree_digests(site)
    monkeypatch.setattr(digests, "MANY", 1)
    assert tree_digests(site) == alone
    (site / "en" / "ai" / "index.html").write_text("nothing", encoding="utf-8")
    with pytest.raises(ReportError, match=r"en/ai/index\.html:1:1: has no text"):
        tree_digests(site)


def test_every_file_that_cannot_be_read_is_named_at_once(site: Path) -> None:
    (site / "en" / "ai" / "index.html").write_text("<p>no article</p>", encoding="utf-8")
    (site / "fr" / "index.html").write_bytes(b"<article>\xff</article>")
    (site / "en" / "data" / "cases.csv").write_bytes(b'"open')
    (site / "fr" / "data" / "cases.csv").unlink()
    (site / "fr" / "data" / "cases.csv").symlink_to("/etc/hostname")
    with pytest.raises(ReportError) as refused:
        tree_digests(site)
    assert [problem.file for problem in refused.value.problems] == [
        "en/ai/index.html",
        "en/data/cases.csv",
        "fr/data/cases.csv",
        "fr/index.html",
    ]
    assert "is a link; expected a file" in str(refused.value)


@pytest.mark.parametrize("empty", [True, False])
def test_a_folder_that_is_no_site_is_refused(tmp_path: Path, empty: bool) -> None:
    if not empty:
        (tmp_path / "index.html").write_text("<article>x</article>", encoding="utf-8")
    with pytest.raises(ReportError, match="has no pages in en/ or fr/"):
        tree_digests(tmp_path)


def test_a_tree_of_one_language_can_be_looked_at(site: Path) -> None:
    whole = tree_digests(site)
    for file in [*(site / "fr").rglob("*.*"), *(site / "both").rglob("*.*")]:
        file.unlink()
    part = tree_digests(site)
    assert part.of("en") == whole.of("en")
    assert part.pages["fr"] == part.pages["both"] == {}


def test_the_list_names_groups_then_pages(site: Path) -> None:
    found = tree_digests(site)
    assert listing(found, pages=False) == "".join(f"{group}: {found.of(group)}\n" for group in GROUPS)
    text = listing(found)
    assert text.startswith(listing(found, pages=False) + "\n")
    assert f"\n{found.pages['en']['en/ai/']}  en/ai/\n" in text
    assert text.count("sha256:") == len(GROUPS) + sum(len(found.entries(group)) for group in GROUPS)
    assert listing(TreeDigests({}, {})).count("\n") == len(GROUPS)


@pytest.mark.parametrize("path", ["en/", "en/ai/", "en/404.html"])
def test_a_page_is_found_by_its_path(path: str) -> None:
    assert page_path(page_file(path)) == path
