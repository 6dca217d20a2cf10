"""A chapter is divided into its sections, as plain text, without what is no part of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.search_sections import Section, sections_of


def test_each_heading_of_the_contents_begins_a_section() -> None:
    page = '<p>before</p><h1 id="t">Title</h1><p>a</p><h2 id="x">X &amp; <em>y</em></h2><p>b</p><h4 id="z">z</h4>c'
    assert sections_of(page) == [Section("", "Title", "a"), Section("x", "X & y", "b z c")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p>\n<p>b</p>", "a b"),
        ("a<strong>b</strong>c", "abc"),
        ("<td>a</td><td>b</td>", "a b"),
        ("62\u00a0% ; x\u202f!", "62\u00a0% ; x\u202f!"),
        ("seals.\u2060<sup class='citation'><a href='#s'>[1]</a></sup> Next", "seals. Next"),
        ("a<div data-search-exclude><div>b</div>c</div>d", "ad"),
        ('a <p data-status class="x">b</p>', "a"),
        ('<table class="report-table case-table"><tr><td>b</td></tr></table>a', "a"),
        ("a<svg><text>b</text></svg><script>c < d</script>e<br>f<!-- g -->", "ae f"),
        ('<a title=">">a</a>', "a"),
    ],
)
def test_only_words_of_the_text_stay(html: str, text: str) -> None:
    assert sections_of(f'<h1 id="t">T<a class="headerlink">¶</a></h1>{html}') == [Section("", "T", text)]


TAGS = st.sampled_from(
    ["<p>", "</p>", "<h1 id=a>", "</h1>", "<h2 id='b'>", "</h2>", "<br/>", "<svg>", "</svg>"]
)


@given(
    st.lists(
        TAGS | st.sampled_from(["<", ">", "&amp;", '"', "<!--", "-->"]) | st.text(max_size=5), max_size=30
    )
)
def test_tag_soup_is_read_to_its_end(pieces: list[str]) -> None:
    for section in sections_of("".join(pieces)):
        assert section.title
