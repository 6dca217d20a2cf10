"""What counts in a page, and what does not."""

from __future__ import annotations

import pytest

from study.editions.articles import PageError, normal_form
from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST

PAGE = """<!doctype html>
<html><head><title>A page (draft)</title></head><body class="draft">
<p class="ribbon">Draft</p>
<main><article class="md-content" id="top">
<h1 id="ai">Artificial intelligence<a class="headerlink" href="#ai">¶</a></h1>
<p id="p1" class="numbered">One claim of <b>62&nbsp;%</b>, see <a href="../x/">there</a>.</p>
<p>Standing: <strong data-status>Draft — not <em>approved</em></strong>.</p>
<img src="a.png" alt="A seal">
<svg viewBox="0 0 9 9"><title>Uses</title><rect x="0" width="62"/><text>62</text></svg>
<table><tr><td>Kenya</td><td>3</td></tr></table>
<pre>a
  b</pre>
<script type="application/ld+json">{"name":"X","isPartOf":{"creativeWorkStatus":"draft"},"creativeWorkStatus":"draft"}</script>
</article></main>
<footer>Edition 2026 · Draft</footer>
</body></html>
"""


def changed(old: str, new: str, page: str = PAGE) -> bool:
    assert old in page
    return normal_form(page) != normal_form(page.replace(old, new))


CONTENT = {
    "a letter": ("claim", "clain"),
    "the case of a letter": ("Kenya", "kenya"),
    "a no-break space": ("&nbsp;", " "),
    "a number": ("<b>62", "<b>63"),
    "a value of a chart": ('width="62"', 'width="63"'),
    "a label of a chart": ("<text>62", "<text>63"),
    "the title of a chart": ("Uses", "Use"),
    "a link": ("../x/", "../y/"),
    "the words of a link": ("there", "here"),
    "the words for an image": ("A seal", "A lock"),
    "an image": ("a.png", "b.png"),
    "a cell": ("<td>3", "<td>4"),
    "cells that change places": ("<td>Kenya</td><td>3</td>", "<td>3</td><td>Kenya</td>"),
    "an anchor": ('id="p1"', 'id="p2"'),
    "an element": ("<b>62&nbsp;%</b>", "<i>62&nbsp;%</i>"),
    "an attribute": ("<p id=", '<p lang="fr" id='),
    "white space between words": ("One claim", "Oneclaim"),
    "white space before an inline element": ("see <a", "see<a"),
    "a line of code": ("\n  b", "\n b"),
    "linked data": ('"name":"X"', '"name":"Y"'),
    "a word after a status element": ("</strong>.", "</strong>!"),
    "an element that is no longer a status": (" data-status", ""),
}


@pytest.mark.parametrize(("old", "new"), CONTENT.values(), ids=CONTENT)
def test_content_counts(old: str, new: str) -> None:
    assert changed(old, new)


LOOKS = {
    "a status": ("Draft — not <em>approved</em>", "Approved"),
    "nothing in a status element": ("Draft — not <em>approved</em>", ""),
    "more elements in a status element": ("Draft — not", "<strong>x</strong><br><img src='y'>"),
    "a status element that is not there": (
        "<img",
        "<aside data-status><p>Out of concordance</p></aside>\n<img",
    ),
    "a status line end to end": ('<img src="a.png"', '<br data-status><path data-status/><img src="a.png"'),
    "a status in linked data": ('"draft"', '"approved"'),
    "a class": ('class="numbered"', 'class="other"'),
    "a class that is gone": (' class="numbered"', ""),
    "a style": ('<p id="p1"', '<p style="color: red" id="p1"'),
    "the order of attributes": ('id="p1" class="numbered"', 'class="numbered" id="p1"'),
    "quotes": ('href="../x/"', "href='../x/'"),
    "how a character is written": ("&nbsp;", "\u00a0"),
    "letters put together": ("¶", "¶<!-- e\u0301 -->"),
    "a comment": ("<h1", "<!-- Draft --><h1"),
    "white space": ("One claim of", "One\n\t claim   of"),
    "white space around blocks": ("</h1>\n", "</h1>\n\n   "),
    "no white space around blocks": ("</h1>\n<p", "</h1><p"),
    "capitals of an element": ("<b>62&nbsp;%</b>", "<B>62&nbsp;%</B>"),
    "what surrounds the article": ("Edition 2026 · Draft", "Edition 2026 · Approved"),
    "the title of the page": ("A page (draft)", "A page (approved)"),
    "a second attribute of the same name": ('href="../x/"', 'href="../x/" href="../y/"'),
}


@pytest.mark.parametrize(("old", "new"), LOOKS.values(), ids=LOOKS)
def test_looks_and_standing_do_not_count(old: str, new: str) -> None:
    assert not changed(old, new)


def test_accents_count_the_same_however_they_are_written() -> None:
    assert not changed("É", "E\u0301", "<article><p title='É'>É</p></article>")
    assert changed("É", "E", "<article><p>É</p></article>")


def test_an_attribute_without_value_is_empty() -> None:
    assert not changed("hidden", 'hidden=""', "<article><p hidden>x</p></article>")
    assert changed("<p hidden>", "<p>", "<article><p hidden>x</p></article>")


def test_status_elements_may_hold_others_of_their_name() -> None:
    page = "<article><div data-status><div>a</div><div>b</div></div><p>kept</p></article>"
    assert normal_form(page).splitlines() == ["<article>", "<p>", '"kept"', "</p>", "</article>"]


def test_articles_in_articles_and_after_each_other_all_count() -> None:
    page = "<article>a<article>b</article>c</article> apart <article>d</article>"
    assert [line for line in normal_form(page).splitlines() if line[0] == '"'] == ['"a"', '"b"', '"c"', '"d"']


def test_a_page_without_article_says_what_its_main_part_says() -> None:
    page = "<body><header>Draft</header><main><p>x</p></main></body>"
    assert normal_form(page) == '<main>\n<p>\n"x"\n</p>\n</main>\n'


def test_what_stands_in_a_script_is_no_article() -> None:
    page = '<main><p>x</p></main><script>"<article>y</article>"</script>'
    assert '"x"' in normal_form(page) or '"y"' in normal_form(page)
    inner = '<article><script>"</p><p data-status>"</script><p>x</p></article>'
    assert '"x"' in normal_form(inner)


def test_text_that_looks_like_a_line_of_the_form_is_told_apart() -> None:
    assert changed("&lt;p&gt;", "<p></p>", "<article>&lt;p&gt;</article>")
    assert changed('"a"\n"b"', "a b", '<article><pre>"a"\n"b"</pre></article>')


@pytest.mark.parametrize("page", ["", "plain text", "<p>no article</p>", "<articles>x</articles>", "\x00"])
def test_a_page_that_says_nothing_is_refused(page: str) -> None:
    with pytest.raises(PageError, match="has no text"):
        normal_form(page)


def test_a_status_element_without_end_is_refused() -> None:
    with pytest.raises(PageError, match="<div> without its end tag"):
        normal_form("<article><div data-status>Draft<p>content</p></article>")


@pytest.mark.parametrize("mark", [PAGE_DIGEST, EDITION_DIGEST])
def test_a_mark_of_a_digest_outside_of_a_status_element_is_refused(mark: str) -> None:
    normal_form(f"<article><p data-status>{mark}</p></article>")
    for page in (f"<article><p>{mark}</p></article>", f"<article><p title='{mark}'>x</p></article>"):
        with pytest.raises(PageError, match="mark of a digest"):
            normal_form(page)
