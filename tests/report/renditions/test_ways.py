"""Links and ids of copied articles."""

from __future__ import annotations

from lxml import html

from report.renditions.ways import lead_on, nowhere

HOME = "https://example.org/2026/en/"
PAGE = f"{HOME}technologies/ai/"


def led(text: str, prefix: str = "", inside: dict[str, str] | None = None) -> html.HtmlElement:
    article = html.fragment_fromstring(text, create_parent="article")
    known = inside or {}
    lead_on(article, PAGE, HOME, lambda page, at: known.get(page), prefix)
    return article


def href(text: str, **options: object) -> str | None:
    return led(text, **options).find(".//a").get("href")  # type: ignore[arg-type]


def test_a_link_within_the_page_stays_within_it_in_whatever_form_it_is_written() -> None:
    for way in ("#p1", "./#p1", "../ai/#p1"):
        assert href(f'<p id="p1"><a href="{way}">x</a></p>', prefix="ai--") == "#ai--p1"


def test_a_link_to_what_the_copy_left_out_leads_to_the_site() -> None:
    assert href('<p><a href="#note-x">x</a></p>') == f"{PAGE}#note-x"


def test_a_link_to_another_page_is_its_permalink_unless_it_is_in_the_copy() -> None:
    assert href('<p><a href="../../cases/fi-x/">x</a></p>') == f"{HOME}cases/fi-x/"
    inside = {"cases/fi-x": "#case-fi-x"}
    assert href('<p><a href="../../cases/fi-x/">x</a></p>', inside=inside) == "#case-fi-x"


def test_a_link_to_the_other_language_or_another_site_is_never_taken_for_a_page_of_the_copy() -> None:
    inside = {"technologies/ai": "#wrong", "fr/technologies/ai": "#wrong"}
    assert href('<a href="../../../fr/technologies/ai/">x</a>', inside=inside).startswith(  # type: ignore[union-attr]
        "https://example.org/2026/fr/"
    )
    assert href('<a href="https://example.com/a/">x</a>', inside=inside) == "https://example.com/a/"


def test_ids_and_what_names_them_get_the_same_prefix() -> None:
    found = led(
        '<svg aria-labelledby="t d"><title id="t">x</title><desc id="d">y</desc>'
        '<rect fill="url(#hatched)"/><rect fill="#123456"/></svg>',
        prefix="ai--",
    )
    assert found[0].get("aria-labelledby") == "ai--t ai--d"
    assert [each.get("id") for each in found[0][:2]] == ["ai--t", "ai--d"]
    assert [each.get("fill") for each in found[0][2:]] == ["url(#ai--hatched)", "#123456"]


def test_a_copy_of_one_page_holds_no_other() -> None:
    assert nowhere("summary", "") is None
