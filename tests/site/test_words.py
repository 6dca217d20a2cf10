"""The words of built pages: each page in its own language, no traces of templates, right typography."""

from __future__ import annotations

import pytest

from study.knowledge import Knowledge
from study.labels import Words
from tests.site import naming, wording
from tests.site.parsing import Site, site_of


def both(english: str, french: str) -> Site:
    return site_of({"en/index.html": english, "fr/index.html": french})


def test_the_words_around_the_text_are_in_the_language_of_the_page(pages: Site, knowledge: Knowledge) -> None:
    assert list(wording.untranslated(pages, wording.same_in_both(knowledge, pages))) == []


@pytest.mark.parametrize(
    ("english", "french", "fault"),
    [
        ("<nav>Reference</nav>", "<nav>Reference</nav>", "'Reference' is the same"),
        ('<i title="Close">x1</i>', '<i title="Close">x2</i>', "'Close' is the same"),
        ('<i aria-label="Close"></i>', '<i aria-label="Close"></i>', "'Close' is the same"),
        ('<input placeholder="Search">', '<input placeholder="Search">', "'Search' is the same"),
    ],
)
def test_a_word_left_in_the_other_language_is_found(
    english: str, french: str, fault: str, knowledge: Knowledge
) -> None:
    made = both(english, french)
    (said,) = wording.untranslated(made, wording.same_in_both(knowledge, made))
    assert said.startswith(f"fr/index.html: {fault}")


def test_words_that_both_languages_share_are_no_fault(knowledge: Knowledge) -> None:
    shared = """<nav>Sources 1</nav><nav>Technologies</nav><nav>2026</nav><b lang="{}">English</b>
    <nav>Blockchain4</nav><article><h1>Blockchain4<a>¶</a></h1><p>Text of the chapter</p></article>"""
    made = both(shared.replace("Sources 1", "S1").format("fr"), shared.format("en"))
    assert list(wording.untranslated(made, wording.same_in_both(knowledge, made))) == []


def test_what_is_said_to_those_who_listen_is_in_the_language_of_what_it_names(
    pages: Site, knowledge: Knowledge
) -> None:
    assert list(naming.foreign_names(pages, knowledge)) == []


@pytest.mark.parametrize(
    "element",
    [
        '<button aria-label="{}"></button>',
        '<a title="{}">x</a>',
        '<dialog data-missing="{}"></dialog>',
        '<div lang="en"><p lang="fr"><input placeholder="{}"></p></div>',
    ],
)
def test_a_name_in_the_other_language_is_found(element: str, knowledge: Knowledge) -> None:
    english, french = (knowledge.labels["frame"]["close"][language] for language in ("en", "fr"))
    page = '<html lang="fr">{}</html>'
    assert (
        list(naming.foreign_names(site_of({"x.html": page.format(element.format(french))}), knowledge)) == []
    )
    assert (
        len(list(naming.foreign_names(site_of({"x.html": page.format(element.format(english))}), knowledge)))
        == 1
    )


def test_the_navigation_names_its_sections_as_the_labels_do(pages: Site, both_words: list[Words]) -> None:
    assert list(wording.unnamed_sections(pages, both_words)) == []


def test_a_section_under_another_name_is_found(both_words: list[Words]) -> None:
    item = '<li class="section"><a href="../x/"> {} </a></li>'
    names = ["Où en sont les douanes", "Technologies", "Cases", "Références"]
    nav = f'<nav class="menu">{"".join(map(item.format, names))}</nav>'
    (said,) = wording.unnamed_sections(site_of({"fr/index.html": nav}), both_words)
    assert said.startswith(
        "fr/index.html: the navigation names ['Où en sont les douanes', 'Technologies', 'C"
    )


def test_no_page_shows_a_trace_of_a_template(pages: Site) -> None:
    assert list(wording.left_over(pages)) == []


@pytest.mark.parametrize(
    "snippet",
    [
        "<p>{{ cite('x') }}</p>",
        "<p>{% if x %}</p>",
        "<p>\ue0000\ue001</p>",
        "<p>None</p>",
        "<p>Since None · 3 cases</p>",
        '<a title="None">x</a>',
        "<p>Undefined</p>",
        "<p>value undefined</p>",
        "<p>NaN</p>",
    ],
)
def test_a_trace_of_a_template_is_found(snippet: str) -> None:
    said = list(wording.left_over(site_of({"en/index.html": snippet})))
    assert said
    assert "was left in" in said[0]


def test_words_that_only_look_like_traces_are_no_fault() -> None:
    snippet = (
        "<p>None of them</p><p>Nonetheless</p><style>a{b{c:d}}</style><script>x={a:{b:undefined}}</script>"
    )
    assert list(wording.left_over(site_of({"en/index.html": snippet}))) == []


def test_french_pages_keep_to_french_typography(pages: Site) -> None:
    assert list(wording.untypographic(pages)) == []


@pytest.mark.parametrize(
    "snippet",
    [
        "<p>Pourquoi ?</p>",
        "<p>Deux buts : savoir</p>",
        "<p><strong>But :</strong> savoir</p>",
        "<p>« ainsi »</p>",
        "<p>38 %</p>",
        "<p>Le taux est de <b>38</b> %</p>",
        "<text>1 000 cas</text>",
        "<p>l'enquête</p>",
        "<p>l<em>'enquête</em></p>",
        "<p>Deux buts : <span lang='en'>aims</span></p>",
        "<cite lang='fr'>Douane : un rapport</cite>",
    ],
)
def test_french_text_without_its_typography_is_found(snippet: str) -> None:
    assert len(list(wording.untypographic(site_of({"fr/index.html": snippet})))) == 1


def test_texts_put_together_without_the_space_before_a_semicolon_are_found() -> None:
    made = site_of({"fr/cases/x/index.html": "<p>objets; données</p><p>objets\u202f; données</p>"})
    (said,) = wording.untypographic(made)
    assert "lacks the space before ';'" in said


@pytest.mark.parametrize(
    "snippet",
    [
        "<p>Pourquoi\u202f? Deux buts\u00a0: «\u00a0savoir\u00a0», 38\u202f%</p>",
        "<p>Écrire <code>a ? b : c</code></p><pre>{a : b}</pre>",
        "<p lang='en'>Why ?</p><p><cite lang='en'>Customs : a report</cite></p>",
        "<p>L’enquête\u2060<sup>[1]</sup> L’essai</p>",
        "<script>a ? b : c</script><style>a { b : c }</style>",
    ],
)
def test_what_is_not_french_text_is_no_fault(snippet: str) -> None:
    assert list(wording.untypographic(site_of({"fr/index.html": snippet}))) == []


def test_english_pages_are_not_held_to_french_typography() -> None:
    assert list(wording.untypographic(site_of({"en/index.html": "<p lang='en'>62%</p>"}))) == []
