"""What the records say of a facet's value, and where the report says more."""

from __future__ import annotations

from collections.abc import Sequence

from macros.generated import Link
from macros.pages import ReportPage
from macros.wording import counted
from study.addresses import facet_path
from study.facets import name_of
from study.models.cases import Case

EXPLAINED = {"stage": "stage", "evidence": "case-evidence"}  # facet → section of the register's page


def about(page: ReportPage, facet: str, value: str, cases: Sequence[Case]) -> list[str]:
    """Return sentences on a value, where its record says something."""
    if facet == "technology":
        covers = page.knowledge.technology[value].covers[page.language]
        return [page.words("facet", "covers", what=covers)]
    if facet == "region":
        members = counted(page, "members", len(page.knowledge.members_of(value)))
        return [page.words("facet", "members_in_region", count=members)]
    if facet != "administration":
        return []
    sentences = _member(page, value) if value in page.knowledge.member else _body(page, value)
    return sentences if cases else [*sentences, page.words("facet", "nothing_found")]


def _member(page: ReportPage, code: str) -> list[str]:
    member = page.knowledge.member[code]
    sentences = [page.words("standing", member.status)]
    return [*sentences, member.note[page.language]] if member.note else sentences


def _body(page: ReportPage, key: str) -> list[str]:
    body, words = page.knowledge.body[key], page.words
    sentences = [words("facet", "body")]
    if body.members:
        names = [page.knowledge.member[code].name[page.language] for code in body.members]
        sentences.append(words("facet", "body_members", names=words.listing(words.sorted(names))))
    return [*sentences, body.note[page.language]] if body.note else sentences


def reading(page: ReportPage, facet: str, value: str) -> list[Link]:
    """Return the page on which the report says more of a value, if there is one."""
    if facet == "technology" and (href := page.link(f"technologies/{value}.md")):
        return [Link(page.words("facet", "chapter"), href)]
    if facet == "administration" and value in page.knowledge.member:
        region = page.knowledge.member[value].region
        name = name_of("region", region, page.knowledge, page.words)
        return [Link(name, page.link(facet_path("region", region)))]
    if facet in EXPLAINED and (href := page.link("cases/index.md", EXPLAINED[facet])):
        return [Link(page.words("facet", "meaning"), href)]
    return []
