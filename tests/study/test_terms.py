"""How running text is searched for the terms of the glossary."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.loading import load
from study.terms import spellings
from tests.study.conftest import DAY

Glossary = Callable[..., Knowledge]


@pytest.fixture
def glossary(small: Path) -> Glossary:
    """The small report with terms of these names, the same in both languages; `more` is added to each."""

    def make(*names: str, more: str = "") -> Knowledge:
        lines = [
            f'- {{id: t{number}, term: {{en: "{name}", fr: "{name}"}}, definition: {{en: D, fr: D}}, basis: usage{more}}}'
            for number, name in enumerate(names)
        ]
        (small / "data" / "glossary.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return load(small, DAY)

    return make


def found(knowledge: Knowledge, text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """What is found in a text, and the term each is taken for."""
    known = spellings(knowledge, language)
    return [(each.group(), known.key(each.group())) for each in known.pattern.finditer(text)]


def test_a_term_is_found_as_a_whole_word(glossary: Glossary) -> None:
    knowledge = glossary("port")
    for text in ("port", "(port)", "a port.", "port’s", "<b>port</b>", "“port”"):
        assert found(knowledge, text) == [("port", "t0")], text
    for text in ("airport", "ports", "e-port", "port-side", "#port", "&port;", "PORT", "pórt"):
        assert found(knowledge, text) == [], text


def test_a_term_may_begin_a_sentence_but_a_name_stands_as_it_is(glossary: Glossary) -> None:
    knowledge = glossary("état", "AEO", "3D print", "iPass")
    assert found(knowledge, "État, état") == [("État", "t0"), ("état", "t0")]
    assert found(knowledge, "AEO aEO aeo") == [("AEO", "t1")]
    assert found(knowledge, "3D print, 3d print") == [("3D print", "t2")]
    assert found(knowledge, "IPass ipass") == [("IPass", "t3")]


def test_the_longest_spelling_wins(glossary: Glossary) -> None:
    knowledge = glossary("risk", "risk management", "management")
    assert found(knowledge, "risk management, risk") == [("risk management", "t1"), ("risk", "t0")]


def test_spaces_may_be_unbreakable_or_break_a_line(glossary: Glossary) -> None:
    pattern = spellings(glossary("single window"), "en").pattern
    assert all(pattern.fullmatch(f"single{space}window") for space in (" ", "\u00a0", "\n"))
    assert not pattern.fullmatch("singlewindow")


def test_an_apostrophe_may_be_typewritten(glossary: Glossary) -> None:
    pattern = spellings(glossary("analyse d’image"), "fr").pattern
    assert pattern.fullmatch("analyse d'image")
    assert pattern.fullmatch("Analyse d’image")


def test_a_spelling_that_two_terms_share_is_left_alone(glossary: Glossary) -> None:
    knowledge = glossary("seal", "seal", "seal", "tag")
    assert found(knowledge, "a seal and a tag") == [("tag", "t3")]


@pytest.mark.parametrize(
    "name", ["C++", "R&D", "a.b", "(x)", "[y]", "a|b", "x?", "^z$", "<b>", "{{ 7*7 }}", ".*"]
)
def test_signs_in_a_term_are_only_signs(name: str, glossary: Glossary) -> None:
    pattern = spellings(glossary(name), "en").pattern
    assert pattern.search(f" {html.escape(name, quote=False)} ")
    assert not pattern.search(" anything else, aab ab x ")


def test_terms_are_sought_in_their_own_language(small: Path, little: Knowledge) -> None:
    assert found(little, "A model of données") == [("model", "model")]
    assert found(little, "A model of données", "fr") == [("données", "data")]


def test_a_term_without_tooltip_is_sought_only_where_all_are(glossary: Glossary) -> None:
    knowledge = glossary("port", more=", tooltip: false")
    assert found(knowledge, "a port") == []
    assert spellings(knowledge, "en", all_terms=True).key("port") == "t0"


@pytest.mark.parametrize("names", [(), ("seal", "seal")])
def test_a_glossary_without_clear_terms_finds_nothing(names: tuple[str, ...], glossary: Glossary) -> None:
    known = spellings(glossary(*names) if names else glossary("a", more=", tooltip: false"), "en")
    assert not [each for each in re.finditer(known.pattern, "a b seal") if known.key(each.group())]


def test_the_search_is_made_once_per_language(little: Knowledge) -> None:
    assert spellings(little, "en") is spellings(little, "en")
    assert spellings(little, "en") is not spellings(little, "fr")


def test_every_spelling_of_the_real_glossary_is_found(knowledge: Knowledge) -> None:
    for language in ("en", "fr"):
        known = spellings(knowledge, language)
        owners: dict[str, set[str]] = {}
        for term in knowledge.glossary:
            for spelling in term.spellings(language) if term.tooltip else []:
                owners.setdefault(spelling, set()).add(term.id)
        for spelling, ids in owners.items():
            place = known.pattern.search(f"({html.escape(spelling, quote=False)})")
            if len(ids) == 1:
                assert place is not None, spelling
                assert known.key(html.unescape(place.group())) in ids
