"""Regions and Members, with how many cases each has, and the way to the list of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.cases import case_address
from macros.pages import ReportPage
from macros.wording import counted
from study.addresses import facet_path
from study.facets import all_values, name_of
from study.labels import sort_key
from study.models.registers import Member


@dataclass(frozen=True)
class RegionView:
    """A region, with how many Members and cases it has; `href` leads to its page."""

    name: str
    href: str | None
    members: str
    cases: str


def regions(page: ReportPage) -> list[RegionView]:
    """Return the six regions, by key, with their Members and cases; each leads to the list of its cases."""
    views = []
    for key in all_values("region", page.knowledge):
        cases = page.repertory.under("region", key)
        views.append(
            RegionView(
                name=name_of("region", key, page.knowledge, page.words),
                href=page.link(facet_path("region", key)),
                members=counted(page, "members", len(page.knowledge.members_of(key))),
                cases=counted(page, "cases", len(cases)),
            )
        )
    return views


@dataclass(frozen=True)
class MemberCase:
    """A case as the list below a Member names it."""

    href: str
    title: str


@dataclass(frozen=True)
class MemberView:
    """A Member and its cases; `href` leads to its page, which it has without cases too."""

    id: str
    name: str
    href: str | None
    derived: bool
    note: str
    cases: Sequence[MemberCase]


@dataclass(frozen=True)
class RegionMembers:
    """A region and its Members, in alphabetical order."""

    id: str
    name: str
    count: str
    note: str
    members: Sequence[MemberView]


def members(page: ReportPage) -> list[RegionMembers]:
    """Return all Members by region, in the alphabetical order of the page's language."""
    groups = []
    for key in all_values("region", page.knowledge):
        inside = sorted(page.knowledge.members_of(key), key=lambda each: sort_key(each.name[page.language]))
        note = page.knowledge.region[key].note
        groups.append(
            RegionMembers(
                id=f"members-{key.lower()}",
                name=name_of("region", key, page.knowledge, page.words),
                count=counted(page, "members", len(inside)),
                note=note[page.language] if note else "",
                members=[_member(page, member) for member in inside],
            )
        )
    return groups


def _member(page: ReportPage, member: Member) -> MemberView:
    return MemberView(
        id=f"member-{member.id.lower()}",
        name=member.name[page.language],
        href=page.link(facet_path("administration", member.id)),
        derived=member.status == "derived",
        note=member.note[page.language] if member.note else "",
        cases=[
            MemberCase(case_address(page, case.id), case.title[page.language])
            for case in page.repertory.under("administration", member.id)
        ],
    )
