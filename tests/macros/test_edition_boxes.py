"""The box of a page: where its links lead in each kind of build."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from macros.edition_boxes import EditionBoxes, EditionBoxView
from study.knowledge import Knowledge
from study.labels import Words
from tests.macros.approvals import COMMIT, as_built

PUBLISHED = {"2026": {"ai/"}, "2026.1": {"ai/"}, "2026-e1": {"ai/"}, "2025": {"trust/"}}


def box_of(
    knowledge: Knowledge,
    status: str,
    *,
    page: str | None = "ai/",
    published: Mapping[str, Collection[str]] = PUBLISHED,
    true_address: bool = False,
) -> EditionBoxView:
    built = as_built(knowledge, status, published=true_address)
    boxes = EditionBoxes(built, Words("en", knowledge.labels), COMMIT, published, "verify/")
    return boxes.box(f"en/{page or 'both/'}", "ai.md", page)


def test_other_editions_stand_latest_first_and_never_the_own_one(small_knowledge: Knowledge) -> None:
    assert [each.edition for each in box_of(small_knowledge, "approved").others] == [
        "2026-e1",
        "2026",
        "2025",
    ]


def test_an_edition_without_the_page_says_so_and_has_no_link(small_knowledge: Knowledge) -> None:
    *_, without = box_of(small_knowledge, "approved").others
    assert (without.href, without.text) == (None, "2025 – this page is not in that edition")


def test_an_approved_edition_links_beside_itself_and_others_to_the_published_site(
    small_knowledge: Knowledge,
) -> None:
    def first(status: str) -> str | None:
        return box_of(small_knowledge, status).others[0].href

    assert first("approved") == "../../../2026-e1/en/ai/"
    assert first("candidate") == first("draft") == "https://example.org/report/2026-e1/en/ai/"


def test_only_an_approved_edition_asks_for_a_later_one(small_knowledge: Knowledge) -> None:
    later = {status: box_of(small_knowledge, status).later for status in ("draft", "candidate", "approved")}
    assert later == {"draft": None, "candidate": None, "approved": ("Is there a later edition?", "../../../")}


def test_only_what_is_sealed_can_be_verified(small_knowledge: Knowledge) -> None:
    def links(status: str) -> list[str]:
        return [href for _, href in box_of(small_knowledge, status).links]

    assert links("draft") == []
    assert links("candidate") == links("approved") == ["../../en/verify/", "../../MANIFEST.json"]


def test_an_address_that_is_an_example_is_nobodys_way(small_knowledge: Knowledge) -> None:
    assert box_of(small_knowledge, "approved").public == ""
    assert box_of(small_knowledge, "approved", true_address=True).public == "https://example.org/report/"


@pytest.mark.parametrize("status", ["draft", "candidate"])
def test_nothing_of_a_script_stands_where_there_is_none(status: str, small_knowledge: Knowledge) -> None:
    assert box_of(small_knowledge, status).scripted == ()


def test_a_page_of_both_languages_has_an_id_per_language_and_no_script(small_knowledge: Knowledge) -> None:
    view = box_of(small_knowledge, "approved", page=None)
    assert (view.id, view.others, view.scripted) == ("this-edition-en", (), ())


def test_sixty_editions_stand_in_one_list(small_knowledge: Knowledge) -> None:
    many = {str(year): {"ai/"} for year in range(1967, 2026)}
    view = box_of(small_knowledge, "approved", published=many)
    assert len(view.others) == 59
    assert view.others_title == "This page in other editions (59)"
