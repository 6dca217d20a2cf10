"""Sources at the foot of the sheet."""

from __future__ import annotations

from lxml import html

from report.renditions.footnotes import put_footnotes

SOURCES = (
    '<ol class="sources"><li id="source-a" value="1"><span class="source-publisher">WCO</span>,\n'
    '<a href="https://example.org/a"><cite lang="fr">Un titre</cite></a>, 2024.\n'
    '<span class="source-about">official · read on 22 November 2026</span></li></ol>'
)
CITED = "<p>One{0} two{0} three.</p>"
CITATION = '<sup class="citation"><a href="#source-a">[1, § 2]</a></sup>'


def noted(text: str) -> html.HtmlElement:
    article = html.fragment_fromstring(text + SOURCES, create_parent="article")
    put_footnotes(article)
    return article


def test_the_first_citation_of_a_source_carries_it_and_later_ones_do_not() -> None:
    article = noted(CITED.format(CITATION))
    assert len(article.xpath(".//span[@class='footnote']")) == 1
    assert (
        article.find("p")
        .text_content()
        .startswith("One[1, § 2]1\u00a0\u00a0WCO, Un titre, 2024. two[1, § 2] three.")
    )


def test_a_footnote_says_who_published_what_and_when_in_one_line_and_leads_to_the_entry() -> None:
    footnote = noted(CITED.format(CITATION)).find(".//span[@class='footnote']")
    assert footnote.text_content().strip() == "1\u00a0\u00a0WCO, Un titre, 2024."
    assert footnote.find("a").get("href") == "#source-a"
    assert footnote.find(".//cite").get("lang") == "fr"


def test_the_entry_in_the_list_stays_whole() -> None:
    entry = noted(CITED.format(CITATION)).find(".//li")
    assert entry.get("id") == "source-a"
    assert "read on" in entry.text_content()


def test_headings_of_tables_and_captions_carry_none_since_they_are_repeated() -> None:
    link = '<a class="citation-link" href="#source-a">[1]</a>'
    head = f"<table><thead><tr><th>A {link}</th></tr></thead></table>"
    assert noted(head).find(".//thead//span") is None
    assert noted(f"{head}<p>B {link}</p>").find("p/span").get("class") == "footnote"


def test_a_citation_without_an_entry_stays_as_it_is() -> None:
    article = noted('<p>x<sup class="citation"><a href="#source-none">[9]</a></sup></p>')
    assert article.find(".//span[@class='footnote']") is None
