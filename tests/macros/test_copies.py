"""The page of copies: every chapter of the navigation with its copies, and places for those made later."""

from __future__ import annotations

from pathlib import Path

import pytest

import macros
from macros.copies import copies
from study.contents import contents
from study.editions.articles import normal_form
from tests.macros.conftest import KNOWN_PAGES, MakePage
from tests.macros.markup import read


def every_page(root: Path) -> dict[str, str]:
    chapters = [chapter for _, own in contents(root) for chapter in own]
    return {f"{chapter}.md": f"../{chapter}/" for chapter in chapters}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_chapter_is_listed_in_the_order_of_the_navigation(
    language: str, page: MakePage, root: Path
) -> None:
    here = page(language, known=every_page(root))
    parts = copies(here)
    listed = [chapter.key for part in parts for chapter in part.chapters]
    assert listed == [chapter for _, own in contents(root) for chapter in own if chapter != "copies"]
    assert parts[0].title == ""
    assert [part.title for part in parts[1:]] == [
        here.words("navigation", key) for key, _ in contents(root) if key
    ]


def test_a_chapter_can_be_linked_and_leads_to_its_copies(page: MakePage) -> None:
    (chapter,) = [
        each for part in copies(page("fr")) for each in part.chapters if each.key == "technologies/ai"
    ]
    assert chapter.id == "technologies-ai"
    assert chapter.href == "../technologies/ai/"
    assert chapter.light == "../light/technologies/ai/"
    assert chapter.markdown == "../technologies/ai.md"


def test_a_chapter_that_does_not_exist_is_left_out(page: MakePage) -> None:
    listed = {f"{each.key}.md" for part in copies(page()) for each in part.chapters}
    assert listed == KNOWN_PAGES.keys()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_there_is_a_place_for_the_whole_and_one_for_each_chapter(language: str, page: MakePage) -> None:
    here = page(language)
    tree = read(here.parts.put_into(macros.copies(here)))
    places = [element for element in tree.each() if "data-renditions" in element.attributes]
    keys = [chapter.key for part in copies(here) for chapter in part.chapters]
    assert [place.attributes["data-renditions"] for place in places] == ["whole", *keys]
    assert {place.attributes["data-language"] for place in places} == {language}
    assert all("data-status" in place.attributes for place in places)
    assert here.words("copies", "none") in places[0].words


def test_the_content_digest_does_not_depend_on_what_fills_the_places(page: MakePage) -> None:
    here = page()
    html = here.parts.put_into(macros.copies(here))
    filled = html.replace(here.words("copies", "none"), "PDF, 1.2 MB").replace(">–<", ">PDF<")
    assert filled != html
    whole = '<article class="md-content__inner">{}</article>'
    assert normal_form(whole.format(html)) == normal_form(whole.format(filled))
