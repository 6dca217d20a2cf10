"""Markdown from plain articles, read back with Python-Markdown."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import escape

from macros.chapter_markdown import chapter_markdown
from macros.elements import fragment


def written(html: str) -> str:
    return chapter_markdown(fragment(f"<article>{html}</article>"), lambda href: f"https://x.org{href}")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="a">A <em>b</em></h2><p>c</p>', "## A *b*\n\nc\n"),
        ('<p><small class="n">3</small> Text</p>', "§\u00a03 Text\n"),
        ('<p>a <a href="/b">b</a> <a class="t" href="/t">term</a></p>', "a [b](https://x.org/b) term\n"),
        ("<p>a <strong> b </strong>c</p>", "a **b** c\n"),
        ("<p>a<br>b</p>", "a  \nb\n"),
        ("<p>1 * 2 _a_ [b] &lt;i&gt; `c` a|b \\</p>", "1 \\* 2 \\_a\\_ \\[b\\] &lt;i\\> \\`c\\` a|b \\\\\n"),
        ("<p># a</p><p>- b</p><p>2024. c</p>", "\\# a\n\n\\- b\n\n2024\\. c\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n\n    - b\n- c\n"),
        ('<ol><li value="4">a</li><li>b</li></ol>', "4. a\n5. b\n"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
        ("<pre>a\n  *b*\n</pre>", "```\na\n  *b*\n```\n"),
        ("<p>&amp;copy; &amp; c</p>", "&amp;copy; & c\n"),
        ("<p><code>a_b</code></p>", "`a_b`\n"),
        ("<dl><dt>A</dt><dd>b</dd><dt>C</dt><dd>d</dd></dl>", "- **A** – b\n- **C** – d\n"),
        ("<dl><dt>A</dt><dd><p>b</p><p>c</p></dd></dl>", "**A**\n\nb\n\nc\n"),
        ('<div><small class="n">7</small> <p>a</p></div>', "§\u00a07 a\n"),
        ("<p>a\u2060<sup>b</sup> \u00a0c</p><hr>", "ab \u00a0c\n\n---\n"),
        ("<ul></ul><table></table><p> </p>", "\n"),
    ],
)
def test_each_element_has_its_form(html: str, expected: str) -> None:
    assert written(html) == expected


def test_a_table_has_a_head_and_cells_in_one_line() -> None:
    made = written(
        "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><th>a|b</th><td><p>c</p><p>d<br>e</p></td></tr></tbody></table>"
    )
    assert made == "| A | B |\n| --- | --- |\n| a\\|b | c d e |\n"
    assert written("<table><tr><td>a</td></tr></table>") == "|  |\n| --- |\n| a |\n"


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    made = written(f"<p>a {escape(text)}</p>")
    back = etree.fromstring(f"<div>{markdown.markdown(made, output_format='xhtml')}</div>")
    expected = re.sub(r"[ \t\n\f\r]+", " ", f"a {text}".replace("\u2060", "")).strip(" ")
    assert "".join(back.itertext()).strip(" \n") == expected
