"""Articles as XHTML of a book."""

from __future__ import annotations

import pytest
from lxml import etree, html

from report.renditions.epub_articles import ids_of, make_ready, sections_of, xhtml


def ready(content: str) -> str:
    article = html.fragment_fromstring(f"<section>{content}</section>")
    make_ready(article)
    return str(xhtml(article)).removeprefix("<section>").removesuffix("</section>")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '<p id="p1"><a class="paragraph-number" href="#p1" aria-label="Paragraph 1">1</a>Text</p>',
            '<p id="p1"><span class="paragraph-number">1</span> Text</p>',
        ),
        (
            '<sup class="citation"><a href="#source-a">[1]</a></sup>',
            '<sup class="citation"><a href="#source-a" epub:type="noteref" role="doc-noteref">[1]</a></sup>',
        ),
        (
            '<ol class="sources"><li id="source-a">A<br>b</li></ol>',
            '<ol class="sources"><li id="source-a" epub:type="endnote">A<br/>b</li></ol>',
        ),
        (
            '<svg role="group" xmlns="http://www.w3.org/2000/svg"><a href="x/"><text>1</text></a></svg>',
            '<svg role="img" xmlns="http://www.w3.org/2000/svg"><text>1</text></svg>',
        ),
        ("<p>a.<wbr>b &amp; \u202f;</p>", "<p>a.b &amp; \u202f;</p>"),
    ],
)
def test_an_article_is_made_ready(content: str, expected: str) -> None:
    assert ready(content) == expected


def test_a_citation_of_another_document_is_a_plain_link() -> None:
    assert "epub:type" not in ready('<sup class="citation"><a href="sources.xhtml#a">[1]</a></sup>')


def test_what_is_made_is_well_formed() -> None:
    made = ready('<p>a<br>b<img src="x" alt="y"><td>c')
    etree.fromstring(f'<section xmlns:epub="http://www.idpf.org/2007/ops">{made}</section>')


def test_ids_and_sections_are_found() -> None:
    article = html.fragment_fromstring(
        '<div id="a"><h2 id="b">B\n <em>c</em></h2><h2>D</h2><h3 id="e">E</h3></div>'
    )
    assert ids_of(article) == {"a", "b", "e"}
    assert [key for key, _ in sections_of(article)] == ["b"]
