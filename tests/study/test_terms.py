"""How running text is searched for the terms of the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.loading import load
from study.terms import Spellings, spellings
from tests.study.conftest import DAY

GLOSSARY = """\
- {id: data, term: {en: data, fr: donnée}, forms: {en: [datum], fr: [données]}, definition: {en: a, fr: b}, basis: usage}
- {id: big-data, term: {en: big data, fr: mégadonnées}, abbreviation: {en: BD}, definition: {en: a, fr: b}, basis: usage}
- {id: c-plus, term: {en: A&B test, fr: l’atelier C}, definition: {en: a, fr: b}, basis: usage}
- {id: one, term: {en: shared, fr: un}, definition: {en: a, fr: b}, basis: usage}
- {id: two, term: {en: shared, fr: deux}, definition: {en: a, fr: b}, basis: usage}
- {id: quiet, term: {en: quiet, fr: calme}, definition: {en: a, fr: b}, basis: usage, tooltip: false}
"""


@pytest.fixture
def search(small: Path) -> dict[str, Spellings]:
    (small / "data" / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    return {language: spellings(load(small, DAY), language) for language in ("en", "fr")}


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "Big data and data.", ["big-data", "data"]),
        ("en", "Data, a datum, BD", ["data", "data", "big-data"]),
        ("en", "big\N{NO-BREAK SPACE}data, big\ndata", ["big-data", "big-data"]),
        ("en", "database, data-base, metadata, bd, DATA", []),
        ("en", "shared quiet", []),
        ("fr", "Données et mégadonnées", ["data", "big-data"]),
        ("fr", "l'atelier C, l’atelier C", [None, "c-plus"]),  # the caller writes the apostrophe
    ],
)
def test_terms_are_found_as_words_of_their_own_the_longest_first(
    language: str, text: str, keys: list[str | None], search: dict[str, Spellings]
) -> None:
    known = search[language]
    found = [" ".join(each.group().split()) for each in known.pattern.finditer(text)]
    assert [known.key(each) for each in found] == keys


def test_a_sign_of_html_is_found_as_the_page_writes_it(search: dict[str, Spellings]) -> None:
    assert search["en"].pattern.findall("An A&amp;B test") == ["A&amp;B test"]


def test_terms_without_a_note_are_found_where_all_are_asked_for(small: Path) -> None:
    (small / "data" / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    known = spellings(load(small, DAY), "en", all_terms=True)
    assert known.key("quiet") == "quiet"
    assert known.pattern.findall("quiet data") == ["quiet", "data"]
