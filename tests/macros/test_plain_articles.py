"""A chapter's article in plain elements: all that is said stays, what only a script or a style sheet serves goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from macros.plain_articles import WHOLE, Place, plain_article
from study.knowledge import Knowledge
from study.labels import Words

GONE = (
    '<h1 id="a">A<a class="headerlink" href="#a">¶</a></h1><p class="chapter-ways">EN | FR</p>'
    '<svg><title>t</title></svg><button type="button">Copy</button><p hidden>hidden</p>'
    '<details class="cite-paragraph"><summary>Cite</summary></details><script>1</script>'
    '<div class="assessment-result">0</div><div id="n" popover>note</div>'
)


@pytest.fixture
def plain(root: Path, knowledge: Knowledge):
    def make(content: str, language: str = "en") -> str:
        place = Place(root, Words(language, knowledge.labels), f"{language}/ai/")
        made = etree.tostring(plain_article(place, content), encoding="unicode", method="html")
        return made.removeprefix("<article>").removesuffix("</article>")

    return make


def test_what_serves_the_screen_goes(plain) -> None:
    assert plain(GONE) == '<h1 id="a">A</h1>'


def test_a_term_leads_to_the_glossary_and_its_note_goes(plain) -> None:
    made = plain(
        '<p>An <span class="unbroken"><button type="button" class="term" popovertarget="note-ai">AI</button>,</span> '
        '<button class="term" popovertarget="note-gone">X</button>.</p>'
        '<aside class="term-notes"><div class="term-note" id="note-ai" popover><p>AI. Text.</p>'
        '<p><a href="../glossary/#term-ai">Glossary entry</a></p></div></aside>'
    )
    assert made == '<p>An <a href="/en/glossary/#term-ai" class="t">AI</a>, X.</p>'


def test_the_number_of_a_paragraph_stands_before_it(plain) -> None:
    made = plain('<p id="p1"><a class="paragraph-number" href="#p1" aria-label="Paragraph 1">1</a>Text</p>')
    assert made == '<p id="p1"><small class="n">1</small> Text</p>'


def test_a_chart_is_its_table_which_a_keyboard_can_scroll(plain) -> None:
    made = plain(
        '<figure class="chart" id="chart-a"><figcaption>A</figcaption><svg><text>1</text></svg>'
        '<p class="chart-hint">Click</p><details class="chart-data"><summary>Data</summary>'
        '<div class="table-scroll" role="region" aria-label="A" tabindex="0"><table class="report-table">'
        '<tr><th scope="row">a</th><td class="numeric" data-label="n">1</td></tr></table></div></details></figure>'
    )
    assert made == (
        '<figure id="chart-a"><figcaption>A</figcaption>'
        '<div role="region" aria-label="A" tabindex="0" class="w"><table>'
        '<tr><th scope="row">a</th><td>1</td></tr></table></div></figure>'
    )


def test_signs_that_a_style_sheet_puts_in_are_written_out(plain) -> None:
    assert plain('<p>A<span class="colon"></span> b</p>') == "<p>A: b</p>"
    assert plain('<p>A<span class="colon"></span> b</p>', "fr") == "<p>A\u00a0: b</p>"
    assert plain('<p class="data-note"><span class="data-note-label">Note</span> t</p>') == (
        "<p><strong>Note.</strong> t</p>"
    )
    assert plain('<table><tr><td>1<span class="remark">probably</span></td></tr></table>') == (
        '<div class="w" role="region" aria-label="" tabindex="0">'
        "<table><tr><td>1<br>probably</td></tr></table></div>"
    )


def test_a_language_and_the_place_of_an_address_stay(plain) -> None:
    made = plain('<p><span lang="fr" class="x">oui</span> <cite lang="fr">a</cite> a.<wbr>b</p>')
    assert made == '<p><span lang="fr">oui</span> <cite lang="fr">a</cite> a.b</p>'


def test_questions_can_be_read_and_a_sentence_says_where_to_answer(plain) -> None:
    made = plain(
        '<section class="assessment" id="q" aria-label="Q"><ol><li><fieldset><legend>Who?</legend>'
        '<ul class="assessment-levels"><li><label><input type="radio"> <span>One</span></label></li></ul>'
        "</fieldset></li></ol></section>"
    )
    assert made.startswith('<div id="q"><p><small>Here the questions can be read')
    assert made.endswith("<ol><li><p>Who?</p><ul><li> One</li></ul></li></ol></div>")


def test_the_catalogue_is_a_sentence_that_leads_to_the_full_page(plain) -> None:
    made = plain('<h2 id="all">All</h2><form class="catalogue"><table><tr><td>x</td></tr></table></form>')
    assert "<td>" not in made
    assert '<a href="/en/ai/">Full page</a>' in made


def test_a_text_that_is_too_long_ends_before_its_first_section(plain) -> None:
    made = plain("<p>First.</p><h2>B</h2>" + "<p>word</p>" * (WHOLE // 10))
    assert made.startswith("<p>First.</p><p><small>The rest of this chapter is too long")
    assert len(made) < 300
