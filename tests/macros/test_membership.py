"""Regions and Members: each leads to its own page, and shows its cases."""

from __future__ import annotations

import pytest

import macros
from macros.membership import members, regions
from macros.wording import counted
from study.addresses import facet_path
from study.knowledge import Knowledge
from study.selection import select
from tests.macros.conftest import MakeKnowledge, MakePage
from tests.macros.markup import Element, read
from tests.macros.small import HOSTILE, SMALL

LANGUAGES = ("en", "fr")


def listed(page: MakePage, language: str, knowledge: Knowledge) -> Element:
    here = page(language, knowledge)
    return read(here.parts.put_into(macros.members(here)))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Americas (AMS)", "Asia/Pacific (A/P)", "East and South (ESA)"]),
        ("fr", ["Amériques (AMS)", "Asie/Pacifique (AP)", "Est et Sud (AOA)"]),
    ],
)
def test_regions_count_members_and_cases(language: str, names: list[str], page: MakePage) -> None:
    here = page(language)
    assert [(view.name, view.href, view.members, view.cases) for view in regions(here)][:3] == [
        (name, href, counted(here, "members", members_), counted(here, "cases", cases))
        for name, (href, members_, cases) in zip(
            names,
            [("../cases/region/ams/", 1, 1), ("../cases/region/ap/", 0, 0), ("../cases/region/esa/", 2, 3)],
            strict=True,
        )
    ]


def test_regions_of_the_real_register_count_the_cases_of_their_pages(
    page: MakePage, knowledge: Knowledge
) -> None:
    here = page("fr", knowledge)
    assert [view.cases for view in regions(here)] == [
        counted(here, "cases", len(select(knowledge, region=key))) for key in knowledge.region
    ]


def test_a_register_without_cases_is_no_error(page: MakePage, knowing: MakeKnowledge) -> None:
    here = page("en", knowing(cases="[]"))
    assert {region.cases for region in regions(here)} == {counted(here, "cases", 0)}
    assert [member.cases for group in members(here) for member in group.members] == [[]] * 4


@pytest.mark.parametrize(("language", "names"), [("en", ["Kenya", "Uganda"]), ("fr", ["Kenya", "Ouganda"])])
def test_members_stand_by_region_in_alphabetical_order(
    language: str, names: list[str], page: MakePage
) -> None:
    groups = {group.id: group for group in members(page(language))}
    assert [member.name for member in groups["members-esa"].members] == names
    assert groups["members-mena"].members == []


def test_accents_do_not_change_the_order_of_members(page: MakePage, knowledge: Knowledge) -> None:
    for group in members(page("fr", knowledge)):
        if group.id == "members-eur":
            names = [member.name for member in group.members]
            assert names.index("Estonie") < names.index("Finlande")
            assert names.index("Espagne") < names.index("Estonie")


def test_a_member_shows_its_standing_its_note_and_its_cases(page: MakePage) -> None:
    shown = {member.id: member for group in members(page()) for member in group.members}
    assert (shown["member-ug"].derived, shown["member-ke"].derived) == (True, False)
    assert (shown["member-pe"].note, shown["member-ke"].note) == ("Since <1999>", "")
    assert [case.title for case in shown["member-ke"].cases] == ["A scanner", "A window"]


def test_every_member_of_the_real_register_stands_once(page: MakePage, knowledge: Knowledge) -> None:
    shown = [member.id for group in members(page("en", knowledge)) for member in group.members]
    assert sorted(shown) == sorted(f"member-{code.lower()}" for code in knowledge.member)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_leads_to_its_page_with_or_without_cases(
    language: str, page: MakePage, knowledge: Knowledge
) -> None:
    tree = listed(page, language, knowledge)
    for code, member in knowledge.member.items():
        item = tree.one("li", id=f"member-{code.lower()}")
        link = item.one("span", class_="member-name").one("a")
        assert (link.words, link.attributes["href"]) == (
            member.name[language],
            f"../{facet_path('administration', code)}",
        )


def test_only_members_with_cases_stand_out_and_list_them(page: MakePage, knowledge: Knowledge) -> None:
    tree = listed(page, "en", knowledge)
    for code in knowledge.member:
        item = tree.one("li", id=f"member-{code.lower()}")
        found = select(knowledge, administration=code)
        assert ("with-cases" in item.attributes.get("class", "")) is bool(found)
        titles = [each.words for cases in item.all("ul", class_="member-cases") for each in cases.all("a")]
        assert titles == [" ".join(case.title.en.split()) for case in found]


def test_a_withdrawn_case_is_not_listed(page: MakePage, knowing: MakeKnowledge) -> None:
    gone = "withdrawn: {edition: '2026', reason: {en: Wrong, fr: Faux}}\n"
    register = SMALL["cases.yaml"].replace("  confirmed: 2026-01-01\n", f"  confirmed: 2026-01-01\n  {gone}")
    shown = {
        member.id: member
        for group in members(page("en", knowing(cases=register)))
        for member in group.members
    }
    assert [case.title for case in shown["member-ke"].cases] == ["A window"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_members_and_regions_come_out_as_text(
    language: str, page: MakePage, knowing: MakeKnowledge
) -> None:
    data = SMALL["members.yaml"]
    for old in ("{en: Kenya, fr: Kenya}", "{en: East and South, fr: Est et Sud}"):
        data = data.replace(old, f"{{en: '{HOSTILE}', fr: '{HOSTILE}'}}")
    knowledge = knowing(members=data)
    tree = listed(page, language, knowledge)
    assert tree.one("li", id="member-ke").one("span", class_="member-name").words == HOSTILE
    here = page(language, knowledge)
    items = read(here.parts.put_into(macros.regions(here)))
    assert HOSTILE in items.all("li")[2].one("a").words
    assert not {"script", "b"} & {each.tag for each in (*tree.each(), *items.each())}
