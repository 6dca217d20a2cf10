"""References after a claim, and the lists of sources that they lead to."""

from __future__ import annotations

import pytest

from macros.citations import all_sources, citation, citations, cited_sources, source_view, title_of
from tests.macros.conftest import MakeKnowledge, MakePage, plain

SOURCE = "{{id: {0}, title: '{1}', language: en, publisher: {{en: '{2}', fr: '{2}'}}, kind: press, checked: 2026-01-01}}"


def register(*sources: tuple[str, str, str]) -> str:
    """A sources.yaml with these ids, titles and publishers, and those that the small data need."""
    needed = [
        ("paper", "A paper", "Customs"),
        ("journal", "Journal", "Journal"),
        ("daily", "Daily", "Customs"),
    ]
    return "\n".join(f"- {SOURCE.format(*source)}" for source in (*sources, *needed))


@pytest.mark.parametrize(("language", "publisher"), [("en", "Customs"), ("fr", "Douane")])
def test_a_reference_names_place_publisher_and_title(language: str, publisher: str, page: MakePage) -> None:
    here = page(language)
    view = citation(here, "paper", "II", "3", "5")
    assert (view.number, view.href) == (1, "#source-paper")
    places = (("section", "II"), ("paragraph", "3"), ("page", "5"))
    assert view.place == ", ".join(here.words("citation", kind, place=place) for kind, place in places)
    assert view.label == here.words("citation", "label", publisher=publisher, title="A paper")


def test_a_reference_to_the_whole_source_has_no_place(page: MakePage) -> None:
    assert citation(page(), "paper").place == ""


def test_a_source_that_is_not_in_the_register_can_not_be_cited(page: MakePage) -> None:
    with pytest.raises(KeyError, match="nothing"):
        citation(page(), "nothing")


def test_several_references_name_each_source_once(page: MakePage) -> None:
    views = citations(page(), ["daily", "paper", "daily"])
    assert [(view.number, view.href) for view in views] == [(1, "#source-daily"), (2, "#source-paper")]


def test_the_list_of_a_page_holds_what_it_cites_by_number(page: MakePage) -> None:
    here = page()
    for key in ("journal", "paper", "journal"):
        citation(here, key)
    assert [(view.number, view.id) for view in cited_sources(here)] == [(1, "journal"), (2, "paper")]


def test_a_page_that_cites_nothing_lists_nothing(page: MakePage) -> None:
    assert cited_sources(page()) == []


def test_all_sources_stand_in_alphabetical_order_whatever_their_accents_and_case(
    page: MakePage, knowing: MakeKnowledge
) -> None:
    knowledge = knowing(
        sources=register(("a", "zebra", "Émile"), ("b", "École", "Émile"), ("c", "eau", "Émile"))
    )
    groups = all_sources(knowledge, page("fr", knowledge).words)
    assert [publisher for publisher, _ in groups] == ["Customs", "Émile", "Journal"]
    assert [view.title for view in dict(groups)["Émile"]] == ["eau", "École", "zebra"]


def test_all_sources_hold_each_source_once_without_a_number(page: MakePage) -> None:
    here = page()
    views = [view for _, group in all_sources(here.knowledge, here.words) for view in group]
    assert sorted(view.id for view in views) == ["daily", "journal", "paper"]
    assert {view.number for view in views} == {None}


@pytest.mark.parametrize(
    ("key", "language", "expected"),
    [
        ("paper", "en", ("Customs", "June 2025", "PC 1", "official", None)),
        ("paper", "fr", ("Douane", "juin 2025", "PC 1", "official", "anglais")),
        ("daily", "en", ("Customs", "1 December 2025", "", "press", "French")),
        ("daily", "fr", ("Douane", "1er décembre 2025", "", "press", None)),
        ("journal", "en", ("Journal", "", "", "academic", "Turkish")),
    ],
)
def test_an_entry_says_who_when_what_and_in_which_language(
    key: str, language: str, expected: tuple[str | None, ...], page: MakePage
) -> None:
    here = page(language)
    view = source_view(here.knowledge.source[key], here.words)
    shown = (view.publisher, plain(view.date), view.reference, view.kind_key, view.in_language or None)
    assert shown == expected
    assert view.kind == here.words("source_kind", view.kind_key)


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Douane\u00a0: l’essentiel"), ("tr", "Douane : l'essentiel")]
)
def test_a_title_has_the_spaces_of_its_own_language(language: str, title: str, page: MakePage) -> None:
    source = page().knowledge.source["paper"]
    assert (
        title_of(source.model_copy(update={"title": "Douane : l'essentiel", "language": language})) == title
    )
