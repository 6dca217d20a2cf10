"""The glossary and the links to its terms."""

from __future__ import annotations

import pytest

from macros.glossary import glossary, term_address, term_view
from study.knowledge import Knowledge
from tests.macros.conftest import MakeKnowledge, MakePage


def register(*names: str, more: str = "") -> str:
    """A glossary.yaml with terms of these names, the same in both languages."""
    return "\n".join(
        f"- {{id: t{number}, term: {{en: '{name}', fr: '{name}'}}, definition: {{en: D, fr: D}}, basis: usage{more}}}"
        for number, name in enumerate(names)
    )


def test_terms_stand_under_their_letters_in_alphabetical_order(
    page: MakePage, knowing: MakeKnowledge
) -> None:
    knowledge = knowing(glossary=register("zone", "État", "œuvre", "5G", "eau", "3D", "Étage"))
    shown = [(letter, [view.term for view in views]) for letter, views in glossary(page("fr", knowledge))]
    assert shown == [
        ("0–9", ["3D", "5G"]),
        ("E", ["eau", "Étage", "État"]),
        ("O", ["œuvre"]),
        ("Z", ["zone"]),
    ]


def test_each_letter_stands_once_in_the_real_glossary(page: MakePage, knowledge: Knowledge) -> None:
    for language in ("en", "fr"):
        letters = glossary(page(language, knowledge))
        names = [letter for letter, _ in letters]
        assert len(names) == len(set(names))
        assert sum(len(views) for _, views in letters) == len(knowledge.glossary)


def test_the_glossary_of_a_technology_holds_its_terms_only(page: MakePage) -> None:
    views = [view.id for _, group in glossary(page(), "ai") for view in group]
    assert views == ["term-machine-learning", "term-model"]
    assert glossary(page(), "drones") == []


@pytest.mark.parametrize(
    ("language", "own", "other"),
    [
        ("en", ("machine learning", "ML"), ("apprentissage automatique", "AA", "fr")),
        ("fr", ("apprentissage automatique", "AA"), ("machine learning", "ML", "en")),
    ],
)
def test_an_entry_stands_in_both_languages(
    language: str, own: tuple[str, str], other: tuple[str, str, str], page: MakePage
) -> None:
    here = page(language)
    view = term_view(here, here.knowledge.term["machine-learning"])
    assert (view.term, view.abbreviation) == own
    assert (view.other_term, view.other_abbreviation, view.other_language) == other


def test_an_abbreviation_of_one_language_only_is_empty_in_the_other(
    page: MakePage, knowing: MakeKnowledge
) -> None:
    here = page("fr", knowing(glossary=register("a", more=", abbreviation: {en: A, fr: null}")))
    view = term_view(here, here.knowledge.term["t0"])
    assert (view.abbreviation, view.other_abbreviation) == ("", "A")


def test_an_entry_leads_to_related_terms_and_to_its_standard(page: MakePage) -> None:
    here = page()
    view = term_view(here, here.knowledge.term["model"])
    assert [(each.text, each.href) for each in view.see_also] == [
        ("machine learning", "../glossary/#term-machine-learning"),
        ("environment", "../glossary/#term-environment"),
    ]
    assert (view.standard, view.url) == ("ISO <1>", "https://example.org/iso")


def test_without_a_glossary_a_term_is_sought_on_its_own_page(page: MakePage) -> None:
    assert term_address(page(known={}), "model") == "#term-model"
