"""The search index of each language holds the pages of that language, all of them, and no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.site import parts
from tests.site.parsing import LANGUAGES, Site, site_of

MADE = site_of(
    {
        "fr/index.html": '<h1 id="home">Accueil &amp; plan<a class="headerlink">¶</a></h1>',
        "fr/x/index.html": '<h1 id="x">Enquête</h1><h2 id="part">Part des <em>réponses</em><a data-search-exclude>EN</a></h2>',
        "fr/cases/stage/pilot/2/index.html": '<h1 id="cases">Further pages of a list need no entry</h1>',
        "en/index.html": "<h1>Home</h1>",
        "en/y/index.html": "<h1>Survey</h1>",
    }
)
RIGHT = [("", "Accueil &amp; plan"), ("x/", "Enquête"), ("x/#part", "Part des <em>réponses</em>")]


def index(entries: list[tuple[str, str]], language: str = "fr") -> dict[str, Any]:
    docs = [{"location": location, "title": title, "text": ""} for location, title in entries]
    return {"config": {"lang": [language]}, "docs": docs}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_own_index(language: str, site: Path, pages: Site) -> None:
    text = (site / language / "search" / "search_index.json").read_text(encoding="utf-8")
    assert list(parts.search_faults(pages, language, json.loads(text))) == []


def test_there_is_no_joint_index(site: Path) -> None:
    assert not (site / "search").exists()


@pytest.mark.parametrize(
    ("made", "fault"),
    [
        (index(RIGHT), None),
        (index(RIGHT, "en"), "the index is for ['en']"),
        (index(RIGHT[:1]), "x/ is not in the index"),
        (index(RIGHT[1:]), "the home page is not in the index"),
        (index([*RIGHT, ("y/", "Survey")]), "y/ is no page of this language"),
        (index([*RIGHT, ("../en/y/", "Survey")]), "../en/y/ is no page of this language"),
        (index([("", "Home"), *RIGHT]), "is called 'Home', the page calls it 'Accueil & plan'"),
        (index([*RIGHT, ("x/#gone", "Enquête")]), "x/#gone is no section of that page"),
    ],
)
def test_a_wrong_index_is_found(made: dict[str, Any], fault: str | None) -> None:
    said = list(parts.search_faults(MADE, "fr", made))
    assert fault in said[0] if fault else said == []
