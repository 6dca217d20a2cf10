"""What is taken from an article that leaves the screen."""

from __future__ import annotations

import pytest
from lxml import html

from report.renditions.cleaning import clean


def cleaned(text: str) -> str:
    article = html.fragment_fromstring(text, create_parent="article")
    clean(article)
    return html.tostring(article, encoding="unicode").removeprefix("<article>").removesuffix("</article>")


@pytest.mark.parametrize(
    "text",
    [
        '<a class="headerlink" href="#x">¶</a>',
        '<a class="section-in-other" href="../fr/">FR</a>',
        '<p class="chapter-ways"><a href="../both/">EN | FR</a></p>',
        '<p class="chart-hint">Choose a field.</p>',
        '<div data-status class="status-box"><p>Draft</p></div>',
        '<aside class="term-notes"><div popover id="note-x">…</div></aside>',
        '<details class="cite-paragraph"><summary>Cite</summary></details>',
        '<form class="catalogue"><input></form>',
        '<nav class="letters"><a href="#a">A</a></nav>',
        "<script>alert(1)</script>",
        "<button type='button'>Copy</button>",
        '<p hidden role="alert">Wrong</p>',
        '<p class="assessment-count">0 of 9</p>',
        '<div class="numbered" id="p3"><a class="paragraph-number" href="#p3">3</a><form></form></div>',
    ],
)
def test_what_serves_the_screen_only_goes_and_the_text_after_it_stays(text: str) -> None:
    assert cleaned(f"{text} stays") == " stays"


def test_a_term_keeps_its_words_and_loses_its_button() -> None:
    assert (
        cleaned('<p><button class="term" popovertarget="note-ai">AI</button> helps</p>') == "<p>AI helps</p>"
    )


def test_numbers_of_paragraphs_stay() -> None:
    text = '<p id="p1"><a class="paragraph-number" href="#p1">1</a>Text</p>'
    assert cleaned(text) == text


def test_what_opens_by_a_click_stands_open() -> None:
    found = cleaned('<details class="chart-data"><summary>Data</summary><table></table></details>')
    assert found == '<div class="details chart-data"><p class="summary">Data</p><table></table></div>'


def test_answers_stay_without_their_buttons_to_be_ticked_by_hand() -> None:
    found = cleaned(
        '<fieldset><legend>Is it so?</legend><ul class="assessment-choices" data-scripted hidden>'
        '<li><label><input type="radio"> <span>Yes</span></label></li></ul></fieldset>'
    )
    assert "<input" not in found
    assert "hidden" not in found
    assert '<p class="legend">Is it so?</p>' in found
    assert "<span>Yes</span>" in found


def test_a_column_that_is_filled_last_goes_with_its_heading() -> None:
    found = cleaned(
        "<table><thead><tr><th>File</th><th>Size</th></tr></thead>"
        "<tbody><tr><td>a.csv</td><td data-status>8 kB</td></tr></tbody></table>"
    )
    assert found == (
        "<table><thead><tr><th>File</th></tr></thead><tbody><tr><td>a.csv</td></tr></tbody></table>"
    )


def test_attributes_of_the_screen_go_and_languages_and_headings_of_cells_stay() -> None:
    text = '<td data-label="Stage" data-sort="2" lang="fr" title="x" tabindex="0" hreflang="fr">Essai</td>'
    found = html.fragment_fromstring(f"<table><tr>{text}</tr></table>", create_parent="article")
    clean(found)
    cell = found.find(".//td")
    assert dict(cell.attrib) == {"data-label": "Stage", "lang": "fr", "hreflang": "fr"}


def test_pictures_have_the_attributes_that_svg_knows() -> None:
    found = html.fragment_fromstring(
        '<svg viewBox="0 0 1 1"><pattern patternUnits="x"/></svg>', create_parent=True
    )
    clean(found)
    assert found[0].get("viewBox") == "0 0 1 1"
    assert found[0][0].get("patternUnits") == "x"
