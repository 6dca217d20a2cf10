"""Whatever HTML a page may hold is read to its end; whole elements are divided as the theme divides them."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from hooks.search_entries import parts_of
from tests.site.test_search_entries import ours, theirs

TAGS = ("p", "div", "h1", "h2", "h3", "li", "ul", "pre", "code", "a", "br", "svg", "path", "script", "object")
ATTRIBUTES = (
    "",
    ' id="x"',
    " id='y'",
    " data-search-exclude",
    ' class="headerlink"',
    ' class="linenodiv"',
    ' title=">"',
)
SIGNS = (
    "text",
    " ",
    "\n",
    "&amp;",
    "&",
    "<",
    ">",
    '"',
    "'",
    "<!--",
    "-->",
    "<!doctype html>",
    "<?x?>",
    "</",
    "<p",
    "\ue000",
)
OPENING = st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES), st.sampled_from(["", "/", " /"]))
CLOSING = st.sampled_from(TAGS).map("</{}>".format)
SOUP = st.lists(
    OPENING.map(lambda each: f"<{''.join(each)}>") | CLOSING | st.sampled_from(SIGNS) | st.text(max_size=5),
    max_size=30,
).map("".join)


@given(SOUP)
def test_tag_soup_is_read_to_its_end(html: str) -> None:
    for part in parts_of(html):
        assert all(isinstance(piece, str) for piece in [*part.title, *part.text])


def elements(names: list[str], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(names), inner).map(
        lambda each: f"<{each[0]}>{each[1]}</{each[0].split()[0]}>"
    )


LEAVES = st.sampled_from(
    ["", "a", " ", "\n", "&amp;", "b c", "<br>", "<!-- x -->", "<em>d</em>", "<code>e</code>"]
)
HEADED = elements(['h1 id="a"', 'h2 id="b"', 'h3 id="c"'], LEAVES)  # no heading stands in another
WHOLE = st.recursive(
    LEAVES | HEADED,
    lambda inner: st.lists(
        elements(["p", "div", "ul", "ol", "li", "sup", "pre"], inner) | inner, max_size=4
    ).map("".join),
    max_leaves=20,
)


@given(WHOLE)
def test_any_whole_elements_are_divided_as_the_theme_divides_them(html: str) -> None:
    try:
        expected = theirs(html)
    except ValueError:  # the theme gives up where an element ends in another part than it began
        assume(False)
    assert ours(html) == expected
