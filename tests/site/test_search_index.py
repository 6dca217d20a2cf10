"""The search index of each language holds the pages of that language, all of them, and no others."""

from __future__ import annotations

import filecmp
from pathlib import Path
from typing import Any

import pytest

from report.site import build
from study.knowledge import Knowledge
from tests.site import parts
from tests.site.parsing import LANGUAGES, Site, site_of
from tests.site.search_files import found

MADE = site_of(
    {
        "fr/index.html": '<h1 id="home">Accueil &amp; plan<a class="headerlink">¶</a></h1>',
        "fr/x/index.html": '<h1 id="x">Enquête</h1><h2 id="part">Part des <em>réponses</em><a data-search-exclude>EN</a></h2>',
        "fr/cases/stage/pilot/2/index.html": '<h1 id="cases">Further pages of a list need no entry</h1>',
        "en/index.html": "<h1>Home</h1>",
        "en/y/index.html": "<h1>Survey</h1>",
    }
)
RIGHT = [("", "Accueil & plan"), ("x/", "Enquête"), ("x/#part", "Part des réponses")]
SIGNS = ("¶", "cette section en français", "this section in English", "data-", "[1")


def index(entries: list[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"path": path, "title": title} for path, title in entries]


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def test_each_language_has_its_own_index(language: str, site: Path, pages: Site) -> None:
    assert list(parts.search_faults(pages, language, found(site, language))) == []


def test_there_is_no_joint_index(site: Path) -> None:
    assert not (site / "search").exists()


def test_cases_and_terms_are_found_by_themselves(language: str, site: Path, knowledge: Knowledge) -> None:
    kinds: dict[str, set[str]] = {}
    for each in found(site, language):
        kinds.setdefault(each["kind"], set()).add(each["path"])
    assert kinds["cases"] == {f"cases/{case.id}/" for case in knowledge.cases}
    assert kinds["terms"] == {f"glossary/#term-{term.id}" for term in knowledge.glossary}
    assert "cases/administration/ke/" in kinds["lists"]
    assert "technologies/ai/#risks" in kinds["chapters"]


def test_titles_and_texts_hold_nothing_but_words_of_the_report(language: str, site: Path) -> None:
    for each in found(site, language):
        text = f"{each['title']} {each['about']} {each['text']}"
        assert [sign for sign in SIGNS if sign in text] == [], each["path"]
        assert not text.startswith("1 "), each["path"]


def test_only_what_the_search_uses_is_written(language: str, site: Path) -> None:
    folder = site / language / "search"
    names = {path.name for path in folder.iterdir() if not path.name.endswith(".pf_meta")}
    assert names == {
        "dialog.js", "kinds.json", "fragment", "index", "pagefind-entry.json", "pagefind.js", f"wasm.{language}.pagefind",
    }  # fmt: skip


def test_another_build_in_another_folder_makes_the_same_index(
    root: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORT_KEEP", "no")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    target = tmp_path / "elsewhere" / "site"
    assert build(root, target) == (0, [])
    for each in LANGUAGES:
        made = sorted(path for path in (target / each / "search").rglob("*") if path.is_file())
        names = [path.relative_to(target).as_posix() for path in made]
        own = sorted(path for path in (site / each / "search").rglob("*") if path.is_file())
        assert names == [path.relative_to(site).as_posix() for path in own]
        assert filecmp.cmpfiles(site, target, names, shallow=False) == (names, [], [])


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (index(RIGHT), None),
        (index(RIGHT[:1]), "x/ is not in the index"),
        (index(RIGHT[1:]), "the home page is not in the index"),
        (index([*RIGHT, ("y/", "Survey")]), "y/ is no page of this language"),
        (index([*RIGHT, ("../en/y/", "Survey")]), "../en/y/ is no page of this language"),
        (index([("", "Home"), *RIGHT]), "is called 'Home', the page calls it 'Accueil & plan'"),
        (index([*RIGHT, ("x/#gone", "Enquête")]), "x/#gone is no section of that page"),
    ],
)
def test_a_wrong_index_is_found(made: list[dict[str, Any]], fault: str | None) -> None:
    said = list(parts.search_faults(MADE, "fr", made))
    assert fault in said[0] if fault else said == []
