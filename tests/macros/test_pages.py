"""The page a macro runs on: links, numbers of sources, fragments."""

from __future__ import annotations

import pytest

from tests.macros.conftest import MakePage


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_speaks_one_language(language: str, page: MakePage) -> None:
    assert page(language).language == language


def test_a_source_keeps_the_number_of_its_first_citation(page: MakePage) -> None:
    here = page()
    assert [here.number_of(key) for key in ("daily", "paper", "daily", "journal")] == [1, 2, 1, 3]


def test_each_page_counts_from_one(page: MakePage) -> None:
    page().number_of("daily")
    assert page().number_of("paper") == 1


def test_a_link_leads_to_a_page_and_a_section(page: MakePage) -> None:
    assert page().link("glossary.md") == "../glossary/"
    assert page().link("glossary.md", "term-ai") == "../glossary/#term-ai"


def test_a_page_that_does_not_exist_has_no_link(page: MakePage) -> None:
    assert page().link("technologies/drones.md", "cases") is None


def test_an_empty_address_is_the_page_itself(page: MakePage) -> None:
    assert page(known={"glossary.md": ""}).link("glossary.md", "term-ai") == "#term-ai"


def test_a_part_is_kept_back_until_it_is_put_in(page: MakePage) -> None:
    here = page()
    token = here.part("term-link", href="#a", text="<a>")
    assert "term-link" not in token
    assert here.parts.put_into(token) == '<a class="term-link" href="#a">&lt;a&gt;</a>'


def test_html_is_given_at_once(page: MakePage) -> None:
    assert page().html("term-link", href="#a", text="b") == '<a class="term-link" href="#a">b</a>'
