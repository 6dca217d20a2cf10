"""The parts of a page that can be found are those of the theme's own parser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from hooks.search_entries import parts_of
from study.chapters import pages

Parts = list[tuple[str | None, str, str]]
ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*?)\n</article>', re.DOTALL)
SMALL = [
    "",
    "text alone",
    "  \n ",
    "<p>a</p>",
    '<h1 id="a">A</h1><p>one</p>',
    '<h1 id="a">A</h1>\n<p>one</p>\n<h2 id="b">B</h2>\n<p>two\nlines</p>\n<h3 id="c">C</h3>',
    '<h2 id="b">B</h2><p>no title above</p>',
    '<p>before</p><h1 id="a">A</h1><p>after</p>',
    "<h1>A</h1><p>one</p><h2>B</h2><p>two</p>",
    '<h1 id="a">A</h1><h2>without</h2><p>one</p><h2 id="c">C</h2>',
    '<h1 id="a">A<a class="headerlink" href="#a" title="x">¶</a></h1>',
    '<h1 id="a">A <a href="x">link</a> <code>x</code> <em>y</em></h1><p>z</p>',
    '<h1 id="a">A</h1><div><h2 id="b">B</h2><p>in</p></div><p>out</p>',
    '<h1 id="a">A</h1><div><div><h3 id="b">B</h3></div><h2 id="c">C</h2><p>in</p></div><p>out</p>',
    '<h1 id="a">A</h1><pre><code>a\n  b\n\n\n c</code></pre>\n\n<p>x</p>',
    '<div class="highlight"><pre><span></span><code>a <span class="n">b</span>\n</code></pre></div>',
    '<table><tr><td class="linenos"><div class="linenodiv"><pre>1</pre></div></td><td>a</td></tr></table>',
    '<h1 id="a">A</h1><p>a</p><div data-search-exclude><p>b</p></div><p>c</p>',
    '<h1 id="a">A</h1><h2 id="b" data-search-exclude>B</h2><p>b</p><h2 id="c">C</h2><p>c</p>',
    "<p>a<script>if (a < b) { c() }</script><style>p {}</style><object>x</object>b</p>",
    "<p></p><p> </p><ul><li></li><li>a</li></ul><ul>\n</ul><p>b</p>",
    "<ol><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ol>",
    "<p>a &amp; b &lt;c&gt; &eacute;&#233;&#xe9; &nbsp;&hellip; AT&T &unknown; 1 < 2 & 3 > 2</p>",
    "<p>&lt;p&gt;</p><h1 id='a&amp;b'>A &amp; B</h1>",
    "<p>a<!-- b --><!-- <p>c</p> -->d<!----></p>",
    "<p>a<br>b<br/>c<hr><img src='x' alt='y'><input disabled>d<wbr>e</p>",
    '<svg viewBox="0 0 1 1"><title>T</title><path d="M0 0"/><rect width="1" /><text>1</text></svg><p>a</p>',
    "<p>H<sub>2</sub>O x<sup>2</sup></p>",
    "<P>a</P><H1 id='a'>A</H1><UL><LI>b</LI></UL>",
    '<p title="a > b">c</p><p title=\'"\'>d</p><a href=x>e</a>',
    '<h1\n  class="x"\n  id="a"\n>A</h1>',
    '<h1 id="a" data-id="b">A</h1><h2 data-id="c">C</h2>',
]


def theirs(html: str) -> Parts:
    """Return what the theme makes of a page: id, title and text of each section that can be found."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (section.id, "".join(section.title).strip(), "".join(section.text).strip())
        for section in parser.data
        if not section.is_excluded()
    ]


def ours(html: str) -> Parts:
    return [(part.id, "".join(part.title).strip(), "".join(part.text).strip()) for part in parts_of(html)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_chapter_of_the_site_is_divided_as_the_theme_divides_it(
    language: str, site: Path, root: Path
) -> None:
    found = 0
    for chapter in pages(root, language):
        name = (
            chapter.removesuffix("index.md")
            if chapter.endswith("index.md")
            else chapter.removesuffix(".md") + "/"
        )
        page = (site / language / name / "index.html").read_text(encoding="utf-8")
        [article] = ARTICLE.findall(page)
        assert ours(article) == theirs(article), chapter
        found += len(ours(article))
    assert found > 200


@pytest.mark.parametrize("html", SMALL)
def test_small_pages_are_divided_as_the_theme_divides_them(html: str) -> None:
    assert ours(html) == theirs(html)


@pytest.mark.parametrize("html", ['<h1 ID="a">A</h1>', "<h2 id=a>A</h2>", '<h2 id = "a">A</h2>'])
def test_attributes_written_in_other_ways_are_read_as_the_theme_reads_them(html: str) -> None:
    assert ours(html) == theirs(html)


def test_a_heading_without_an_id_belongs_to_the_text() -> None:
    """The theme adds it to the title, if the section's own heading is of its level."""
    [_, part] = parts_of('<h1 id="a">A</h1><h2 id="b">B</h2><p>b</p><h2>C</h2><p>c</p>')
    assert ("".join(part.title), "".join(part.text)) == ("B", "<p>b</p>C<p>c</p>")
