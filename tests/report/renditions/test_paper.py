"""What an article becomes before it is printed."""

from __future__ import annotations

from lxml import html

from report.renditions.paper import for_paper

ADDRESS = "https://example.org/2026/en/technologies/ai/"


def printed(text: str, deeper: int = 0) -> html.HtmlElement:
    article = html.fragment_fromstring(text, create_parent="article")
    for_paper(article, ADDRESS, deeper)
    return article


def test_the_number_of_a_paragraph_leads_to_it_on_the_site() -> None:
    article = printed('<p id="ai--p1"><a class="paragraph-number" href="#ai--p1">1</a>Text</p>')
    assert article.find(".//a").get("href") == f"{ADDRESS}#p1"


def test_headings_go_down_with_their_chapter_and_keep_what_they_are() -> None:
    article = printed("<h1>A</h1><h2>B</h2><h3>C</h3>", deeper=1)
    assert [(each.tag, each.get("class")) for each in article] == [
        ("h2", "chapter"),
        ("h3", "section"),
        ("h4", "subsection"),
    ]


def test_facts_become_a_table_whose_rows_have_headings() -> None:
    article = printed('<dl class="facts"><div><dt>Stage</dt><dd>Pilot</dd></div></dl>')
    assert article.find("table/tr/th").get("scope") == "row"
    assert article.find("table/tr/td").text == "Pilot"


def test_entries_of_the_glossary_become_blocks_and_keep_their_ids() -> None:
    article = printed('<dl><div id="term-a"><dt>A</dt><dd><p>What it is.</p></dd></div></dl>')
    assert article.find("div/div").get("id") == "term-a"
    assert article.find("div/div/p").get("class") == "term-name"
    assert not article.xpath(".//dl | .//dt | .//dd")


def test_answers_become_one_line_of_boxes() -> None:
    article = printed(
        '<ul class="assessment-choices"><li><span> <span>Yes</span></span></li><li>No</li></ul>'
    )
    assert article.find("p").text == "☐\u00a0Yes\u00a0\u00a0\u00a0 ☐\u00a0No"


def test_a_link_is_put_around_texts_so_that_it_is_one_link() -> None:
    article = printed('<p><a href="https://example.org/a"><cite lang="fr">Titre</cite></a>, 2024</p>')
    link = article.find(".//a")
    assert link.text == "Titre"
    assert link.getparent().get("lang") == "fr"
    assert len(article.xpath(".//a")) == 1


def test_charts_have_the_typeface_of_the_document_and_no_links() -> None:
    article = printed('<svg font-family="system-ui"><title>T</title><a href="x"><text>5</text></a></svg>')
    assert article.find("svg").get("font-family") == "Report Sans"
    assert not article.xpath(".//a")
    assert article.find("svg/text").text == "5"


def test_tables_say_whether_they_fit_on_one_sheet_and_headings_what_they_head() -> None:
    rows = "<tr><td>1</td><td>2</td></tr>"
    short, long = printed(
        f"<table><thead><tr><th>A</th><th>B</th></tr></thead>{rows}</table><table>{13 * rows}</table>"
    ).findall("table")
    assert short.get("class") == "short-table columns-2"
    assert long.get("class") == "long-table columns-2"
    assert {each.get("scope") for each in short.iter("th")} == {"col"}


def test_texts_are_given_away_with_their_language_to_whoever_knows_the_typefaces() -> None:
    article = html.fragment_fromstring(
        '<p lang="en">a<span lang="zh">機</span>b</p>', create_parent="article"
    )
    asked: list[tuple[str, str]] = []

    def missing(text: str, language: str) -> str:
        asked.append((text, language))
        return text.upper()

    for_paper(article, ADDRESS, 0, missing)
    assert sorted(asked) == [("a", "en"), ("b", "en"), ("機", "zh")]
    assert article.text_content() == "A機B"
