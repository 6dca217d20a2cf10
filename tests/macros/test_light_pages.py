"""The light page of a chapter: one file, no script, its style sheet allowed by its own policy."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from macros.elements import fragment
from macros.light_pages import LARGEST, LightPage, PartOfContents, Said, Way, fits, light_page
from study.editions.standing import Standing
from study.knowledge import Knowledge
from study.labels import Words
from tests.site.parsing import parse

PAGE = LightPage(
    title="A & B",
    canonical="https://example.org/report/2026/en/ai/",
    home="../",
    full="../../ai/",
    other=Way("Français", "../../../fr/light/ai/", "fr"),
    previous=None,
    next=Way("C", "../c/"),
    parts=[
        PartOfContents("", [Way("Home", "../")]),
        PartOfContents("Part", [Way("A & B", ""), Way("C", "../c/")]),
    ],
)

NOTHING = Said()


def made(knowledge: Knowledge, language: str = "en", said: Said = NOTHING, page: LightPage = PAGE) -> str:
    words = Words(language, knowledge.labels)
    return light_page(knowledge, words, page, fragment('<article><h1 id="a">A</h1></article>'), said)


def test_the_policy_allows_the_style_sheet_of_the_page_and_nothing_else(knowledge: Knowledge) -> None:
    page = made(knowledge)
    (style,) = re.findall(r"<style>(.*?)</style>", page)
    source = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{source}'; img-src data:;" in page
    assert "<script" not in page
    assert "style=" not in page
    assert len(style) <= 2000


def test_a_page_names_its_edition_and_its_status_at_its_head_and_in_its_title(knowledge: Knowledge) -> None:
    english, french = made(knowledge), made(knowledge, "fr")
    assert "<title>A &amp; B – light page (2026, draft)</title>" in english
    assert english.index("Draft — not approved by the Council") < english.index("<main>")
    assert "page légère (2026, projet)</title>" in french
    assert "Projet — non approuvé par le Conseil" in french


def test_what_is_not_approved_never_looks_approved(knowledge: Knowledge) -> None:
    def standing(status: str, *, rehearsal: bool = False) -> Knowledge:
        return replace(knowledge, built_as=Standing("2026", "2026", status, "a" * 40, None, rehearsal))

    assert 'class="status"' in made(standing("candidate"))
    assert 'class="status approved"' in made(standing("approved"))
    rehearsed = made(standing("approved", rehearsal=True))
    assert 'class="status"' in rehearsed
    assert "REHEARSAL" in rehearsed
    assert "REHEARSAL" in made(standing("draft", rehearsal=True))


def test_what_is_put_in_last_has_its_place(knowledge: Knowledge) -> None:
    page = made(knowledge, said=Said(" · not part", "0123456789"))
    assert "</strong> · not part</p>" in page
    assert "<code>0123456789</code>" in page
    assert "<code>" not in made(knowledge)


def test_the_contents_lead_everywhere_but_to_the_page_itself(knowledge: Knowledge) -> None:
    root = parse(made(knowledge))
    (contents,) = (nav for nav in root.all("nav") if nav["id"] == "contents")
    assert [link["href"] for link in contents.all("a")] == ["../c/", "../", "../c/"]
    assert [each.text() for each in contents.all("strong")] == ["A & B"]
    ways = [link["href"] for link in root.all("a")][:4]
    assert ways == ["../", "#contents", "../../ai/", "../../../fr/light/ai/"]
    alone = made(knowledge, page=replace(PAGE, other=None, next=None))
    assert "Français" not in alone
    assert "Next" not in alone


@pytest.mark.parametrize(("page", "light"), [("a" * 100_000, True), ("a", True), ("", True)])
def test_a_page_is_measured_as_it_is_sent(page: str, light: bool) -> None:
    assert fits(page) is light


def test_a_page_that_is_too_large_is_found() -> None:
    assert not fits("".join(sha256(str(number).encode()).hexdigest() for number in range(LARGEST // 16)))
