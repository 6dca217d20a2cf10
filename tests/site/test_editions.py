"""Pages of a candidate and of approved editions: what they say of themselves, and that nothing else differs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from study.editions.digests import differences, tree_digests
from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST
from study.renditions import LIGHT
from tests.editions import CANDIDATE, FIRST, GONE, MOVED, SECOND
from tests.site.kept import COMMIT, Small
from tests.site.parsing import LANGUAGES, Page, read_site

CHAPTER, CASE, SOURCES = (
    "fr/bench/c0001/index.html",
    "fr/cases/technology/index.html",
    "fr/sources/index.html",
)


def page_of(built: Path, edition: str, name: str = CHAPTER) -> str:
    return (built / edition / name).read_text(encoding="utf-8")


def box_of(page: str) -> str:
    found = re.search(r'<section class="edition-box.*?</section>', page, re.DOTALL)
    assert found
    return found[0]


def ribbon_of(page: str) -> str:
    found = re.search(r'<p class="ribbon [\w -]+">(.*?)</p>', page)
    assert found
    return re.sub(r"<[^>]+>", "", found[1]).replace("\N{NO-BREAK SPACE}", " ")


def robots(built: Path, edition: str) -> set[str]:
    found: set[str] = set()
    for name, page in read_site(built / edition).pages.items():
        if page.language or name == "index.html":  # no search engine may list the others, ever
            found.add(robot_of(page))
    return found


def robot_of(page: Page) -> str:
    return " ".join(meta["content"] for meta in page.root.all("meta") if meta["name"] == "robots")


def test_search_engines_may_list_what_is_approved_and_nothing_else(built_editions: Path) -> None:
    assert robots(built_editions, CANDIDATE) == {"noindex"}
    assert robots(built_editions, FIRST) == {""}


@pytest.mark.parametrize(("edition", "shown"), [(CANDIDATE, "candidate"), (FIRST, "approuvée")])
def test_the_title_names_the_edition_as_it_stands(edition: str, shown: str, built_editions: Path) -> None:
    assert f"({edition}, {shown})</title>" in page_of(built_editions, edition)


def test_a_candidate_says_that_it_is_not_approved_and_asks_for_no_script(built_editions: Path) -> None:
    page = page_of(built_editions, CANDIDATE)
    assert ribbon_of(page).startswith("Soumise pour approbation — non approuvée")
    assert "edition.js" not in page
    assert "TEST" not in box_of(page)


@pytest.mark.parametrize(
    ("name", "note"),
    [
        (CHAPTER, "Conseil, 27 juin 2026 Détails"),
        (CASE, "Conseil, 27 juin 2026 · Cette page : annexée au texte approuvé, état au 31 mai 2026 Détails"),
        (SOURCES, "Conseil, 27 juin 2026 · Cette page : ne fait pas partie du texte approuvé Détails"),
    ],
)
def test_the_ribbon_of_an_edition_says_what_of_it_was_approved(
    name: str, note: str, built_editions: Path
) -> None:
    said = ribbon_of(page_of(built_editions, FIRST, name))
    assert said.startswith(f"Approuvée — édition 2026 · {note}")


@pytest.mark.parametrize("edition", [CANDIDATE, FIRST])
@pytest.mark.parametrize("name", [CHAPTER, CASE, "both/bench/c0001/index.html"])
def test_the_box_names_the_whole_commit_and_waits_for_both_digests(
    edition: str, name: str, built_editions: Path
) -> None:
    box = box_of(page_of(built_editions, edition, name))
    codes = re.findall(r"<code>(.*?)</code>", box)
    assert codes == [COMMIT, PAGE_DIGEST, EDITION_DIGEST]


def test_no_other_mark_is_left_and_the_two_stand_in_boxes_alone(built_editions: Path) -> None:
    for path in (built_editions / FIRST).rglob("*"):
        if path.is_file() and path.suffix not in (".gz", ".xlsx", ".zip"):
            text = path.read_text(encoding="utf-8", errors="replace")
            boxes = re.sub(r'<section class="edition-box.*?</section>', "", text, flags=re.DOTALL)
            assert "\ue002" not in boxes, path
            rest = text.replace(PAGE_DIGEST, "").replace(EDITION_DIGEST, "")
            assert "\ue002" not in rest, path


def test_an_approved_edition_has_the_content_of_its_candidate(built_editions: Path, tmp_path: Path) -> None:
    candidate, first = (tree_digests(built_editions / each) for each in (CANDIDATE, FIRST))
    added = [f"{language}/{page}" for language in LANGUAGES for page in GONE]
    said = differences(candidate, first)
    assert len(said) == len(added)  # the pages that the fixture added
    assert all(any(page in sentence for page in added) for sentence in said)


@pytest.mark.long
def test_a_draft_has_the_content_of_a_candidate(root: Path, tmp_path: Path) -> None:
    small = Small(tmp_path, root)
    digests = []
    for asked in ({}, {"REPORT_EDITION": CANDIDATE}):
        small.built(**asked)
        digests.append(tree_digests(small.out))
    assert differences(*digests) == []


def test_one_letter_of_a_chapter_is_a_difference(built_editions: Path) -> None:
    first, second = (tree_digests(built_editions / each) for each in (FIRST, SECOND))
    assert any(f"en/{MOVED}" in each for each in differences(first, second))


def test_addresses_lie_below_the_folder_of_the_edition(built_editions: Path) -> None:
    page = page_of(built_editions, SECOND)
    assert f'<link rel="canonical" href="https://example.org/report/{SECOND}/fr/bench/c0001/">' in page
    assert f"https://example.org/report/{SECOND}/en/" in (built_editions / SECOND / "sitemap.xml").read_text()
    feed = (built_editions / SECOND / "fr" / "feed.xml").read_text(encoding="utf-8")
    assert f"https://example.org/report/{SECOND}/fr/feed.xml" in feed or "feed-fr.xml" in feed


def test_the_second_edition_links_to_the_first_and_says_what_it_lacks(built_editions: Path) -> None:
    box = box_of(page_of(built_editions, SECOND))
    assert f'<a href="../../../../{FIRST}/fr/bench/c0001/" data-to="{FIRST}">' in box
    assert 'class="edition-others"' not in box_of(page_of(built_editions, FIRST))


def test_the_second_edition_tells_what_became_of_the_paragraphs_of_the_first(built_editions: Path) -> None:
    known = json.loads((built_editions / SECOND / "pages.json").read_bytes())
    assert known["edition"] == SECOND
    assert {"", "about/", MOVED, "cases/"} <= set(known["pages"])
    assert not GONE.keys() & set(known["pages"])
    assert list(known["anchors"]) == [FIRST]
    assert list(known["anchors"][FIRST]) == [MOVED]
    assert known["anchors"][FIRST][MOVED]["p1"] == "p2"


def test_every_page_of_an_edition_is_in_its_list(built_editions: Path) -> None:
    site = built_editions / SECOND
    known = json.loads((site / "pages.json").read_bytes())["pages"]
    for language in LANGUAGES:
        below = site / language
        found = {path.parent.relative_to(below).as_posix() for path in below.rglob("index.html")}
        found = {each for each in found if each.split("/")[0] != LIGHT}
        assert sorted("" if each == "." else f"{each}/" for each in found) == known
