"""Terms in running text open their notes: where, which, and where not."""

from __future__ import annotations

import pytest

from macros.pages import ReportPage
from macros.tooltips import with_tooltips
from study.knowledge import Knowledge
from tests.macros.conftest import MakeKnowledge, MakePage
from tests.macros.markup import read

TERMS = """\
- {id: ml, term: {en: machine learning, fr: apprentissage automatique}, abbreviation: {en: ML, fr: AA},
   forms: {en: [machine-learning], fr: [apprentissages automatiques]}, definition: {en: D, fr: D}, basis: usage}
- {id: model, term: {en: machine learning model, fr: modèle d’apprentissage automatique},
   forms: {en: [machine learning models], fr: []}, definition: {en: D, fr: D}, basis: usage}
- {id: environment, term: {en: environment, fr: environnement}, definition: {en: D, fr: D}, basis: usage}
- {id: state, term: {en: état, fr: état}, definition: {en: D, fr: D}, basis: usage}
- {id: passenger, term: {en: passenger list, fr: liste}, abbreviation: {en: API, fr: API},
   definition: {en: D, fr: D}, basis: usage}
- {id: interface, term: {en: interface, fr: interface}, abbreviation: {en: API, fr: API},
   definition: {en: D, fr: D}, basis: usage}
- {id: research, term: {en: R&D, fr: R&D}, forms: {en: [amp, nbsp, '39'], fr: []},
   definition: {en: <D>, fr: <D>}, basis: usage}
- {id: hidden, term: {en: secret, fr: secret}, definition: {en: D, fr: D}, basis: usage, tooltip: false}
"""


@pytest.fixture
def here(page: MakePage, knowing: MakeKnowledge) -> dict[str, ReportPage]:
    knowledge = knowing(glossary=TERMS)
    return {language: page(language, knowledge) for language in ("en", "fr")}


def marked(page: ReportPage, content: str) -> list[tuple[str, str]]:
    """The terms of `content` that became buttons, and their words."""
    tree = read(with_tooltips(page, content))
    return [
        (each.attributes["popovertarget"].removeprefix("note-"), "".join(each._texts()))
        for each in tree.all("button", class_="term")
    ]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "by machine learning.", [("ml", "machine learning")]),
        ("en", "by machine-learning, ML", [("ml", "machine-learning")]),
        ("en", "(ML)", [("ml", "ML")]),
        ("en", "Machine learning begins a sentence", [("ml", "Machine learning")]),
        ("en", "machine\u00a0learning", [("ml", "machine\u00a0learning")]),
        ("en", "machine\nlearning", [("ml", "machine\nlearning")]),
        ("en", "Machine learning models", [("model", "Machine learning models")]),
        ("en", "a machine learning model", [("model", "machine learning model")]),
        ("en", "machine learning, a machine learning model", [("ml", "machine learning"), ("model", "machine learning model")]),
        ("en", "the environment’s", [("environment", "environment")]),
        ("en", "the MLs, html, unenvironmental, e-environment, environment-wide, Ml, ml", []),
        ("en", "MACHINE LEARNING, machine  learning, machine. Learning", []),
        ("en", "an API, the secret", []),
        ("fr", "l’environnement", [("environment", "environnement")]),
        ("fr", "L’environnement et l’état", [("environment", "environnement"), ("state", "état")]),
        ("fr", "l'environnement", [("environment", "environnement")]),
        ("fr", "État d’AA", [("state", "État"), ("ml", "AA")]),
        ("fr", "les apprentissages automatiques", [("ml", "apprentissages automatiques")]),
        ("fr", "un modèle d’apprentissage automatique", [("model", "modèle d’apprentissage automatique")]),
        ("fr", "un modèle d'apprentissage automatique", [("model", "modèle d'apprentissage automatique")]),
        ("fr", "machine learning", []),
    ],
)  # fmt: skip
def test_a_term_is_found_in_each_of_its_forms(
    language: str, text: str, found: list[tuple[str, str]], here: dict[str, ReportPage]
) -> None:
    assert marked(here[language], f"<p>{text}</p>") == found


@pytest.mark.parametrize(
    "content",
    [
        "<h1>ML</h1>",
        "<h2 id='a'>The <em>ML</em><a class='headerlink' href='#a'>¶</a></h2>",
        "<h6>ML</h6>",
        "<p><a href='#'>all of <strong>ML</strong></a></p>",
        "<p><code>ML</code></p>",
        "<pre><code class='x'>a = <span>ML</span></code></pre>",
        "<p><button>ML</button></p>",
        "<p><abbr title='ML'>ML</abbr></p>",
        "<p title='ML'>nothing</p>",
        "<style>ML</style>",
        "",
    ],
)
def test_headings_links_code_and_attributes_stay_as_they_are(
    content: str, here: dict[str, ReportPage]
) -> None:
    assert with_tooltips(here["en"], content) == content


def test_after_what_stays_as_it_is_terms_are_found_again(here: dict[str, ReportPage]) -> None:
    content = "<h2>ML</h2><p><a href='#'>ML</a> <code>ML</code> <a id='x'/> <br/> ML</p>"
    assert marked(here["en"], content) == [("ml", "ML")]


def test_a_term_is_marked_once_per_section(here: dict[str, ReportPage]) -> None:
    content = (
        "<h1>A</h1><p>ML, ML</p><h3>B</h3><p>machine learning</p><h2>C</h2><ul><li>ML</li><li>ML</li></ul>"
    )
    tree = read(with_tooltips(here["en"], content))
    first, second, *_ = tree.all("p")
    assert [len(each.all("button")) for each in (first, second, *tree.all("li"))] == [1, 0, 1, 0]
    assert (first.words, second.words) == ("ML, ML", "machine learning")


@pytest.mark.parametrize(
    ("text", "unbroken"),
    [
        ("by machine learning .", []),
        ("(machine learning), etc.", ["(machine learning),"]),
        ("of ML/environment.", ["ML/environment."]),
        ("tea &amp;ML&amp; b", ["&ML&"]),
        ("x\u00a0ML\u00a0; y", ["x\u00a0ML\u00a0;"]),
        ("<em>ML</em>, b", []),
    ],
)
def test_a_term_is_kept_together_with_what_touches_it(
    text: str, unbroken: list[str], here: dict[str, ReportPage]
) -> None:
    tree = read(with_tooltips(here["en"], f"<p>{text}</p>"))
    paragraph = tree.all("p")[0]
    assert ["".join(each._texts()) for each in paragraph.all("span", class_="unbroken")] == unbroken
    assert "".join(paragraph._texts()) == "".join(read(text)._texts())


def test_each_note_stands_once_and_leads_to_its_entry(here: dict[str, ReportPage]) -> None:
    content = "<h2>A</h2><p>ML, environment</p><h2>B</h2><p>ML</p>"
    tree = read(with_tooltips(here["en"], content))
    notes = tree.one("aside", class_="term-notes").all("div", class_="term-note")
    assert [note.attributes["id"] for note in notes] == ["note-ml", "note-environment"]
    assert {each.attributes["popovertarget"] for each in tree.all("button")} == {
        "note-ml",
        "note-environment",
    }
    assert [note.one("a").attributes["href"] for note in notes] == [
        "../glossary/#term-ml",
        "../glossary/#term-environment",
    ]
    assert all("popover" in note.attributes for note in notes)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<p>AT&amp;T &nbsp; it&#39;s</p>", []),
        ("<p>tea &amp; R&amp;D</p>", [("research", "R&D")]),
        ("<p>R&amp;D, amp</p>", [("research", "R&D")]),
        ("<p>&nbsp;ML&nbsp;</p>", [("ml", "ML")]),
    ],
)
def test_character_references_are_not_broken(
    content: str, found: list[tuple[str, str]], here: dict[str, ReportPage]
) -> None:
    assert marked(here["en"], content) == found
    assert read(with_tooltips(here["en"], content)).all("p")[0].words == read(content).words


def test_the_words_of_a_note_come_out_as_text(here: dict[str, ReportPage]) -> None:
    html = with_tooltips(here["en"], "<p>R&amp;D</p>")
    assert "<strong>R&amp;D</strong>. &lt;D&gt;" in html


def test_the_tokens_of_parts_stay_whole(here: dict[str, ReportPage]) -> None:
    token = here["en"].parts.keep("<p>ML</p>")
    assert with_tooltips(here["en"], f"<p>{token}</p>") == f"<p>{token}</p>"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_terms_of_the_real_glossary_can_stand_in_one_text(
    language: str, page: MakePage, knowledge: Knowledge
) -> None:
    words = [term.term[language] for term in knowledge.glossary if term.tooltip]
    text = "".join(f"<p>{each}</p>\n" for each in words)
    tree = read(with_tooltips(page(language, knowledge), text))
    assert not [
        inner
        for each in tree.all("button")
        for inner in each.each()
        if inner is not each and inner.tag == "button"
    ]
    assert {each.attributes["popovertarget"] for each in tree.all("button")} == {
        each.attributes["id"] for each in tree.all("div", class_="term-note")
    }
    assert len(tree.all("button")) == len(words)
