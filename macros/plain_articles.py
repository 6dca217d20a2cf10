"""A chapter's article in plain elements, for its light page and its Markdown: no scripts, pictures or notes that open.

The text stays, and so do numbers, ids, tables and sources; a chart is its table. What only a script
answers becomes a sentence that leads to the full page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from macros.article_links import lead_from_root
from macros.elements import WIDE, append, become, drop, fragment, let_tables_scroll, put_on_new_line, unwrap
from macros.rendering import render
from study.labels import Words

TERM = "t"  # the class of a link that was a term
NUMBER = "n"  # of the number of a paragraph
SCROLLS = "table-scroll"
WHOLE = 800_000  # characters; a longer text, such as a list of ten thousand cases, gets a sentence
DROPPED_TAGS = frozenset({"script", "svg", "summary", "input", "select", "button", "template"})
DROPPED_CLASSES = frozenset(
    {
        *("headerlink", "section-in-other", "chapter-ways", "cite-paragraph", "paragraph-note"),
        *("chart-hint", "assessment-result"),
    }
)
UNSEEN = frozenset({"hidden", "popover"})
UNWRAPPED = frozenset({"span", "label", "fieldset", "details", "wbr"})
ENDED = frozenset({"data-note-label", "assessment-name"})  # style sheets put a full stop after them
APART = frozenset({"remark", "source-about", "region-about", "timeline-label"})  # on lines of their own
# all else serves the screen, styles and scripts
ATTRIBUTES = frozenset({"id", "href", "hreflang", "lang", "value", "scope", "colspan", "rowspan", "start"})
REGION = ("role", "aria-label", "tabindex")  # let readers scroll a wide table by keyboard


@dataclass(frozen=True)
class Place:
    """Where an article stands: the checkout, the words of its language, the address of its page below the site."""

    root: Path
    words: Words
    url: str


def plain_article(place: Place, content: str) -> etree._Element:
    """Return the content of a chapter's page as a plain `<article>`.

    Links within the site begin with `/` and go from its root; `page_links` says where they lead.
    """
    if len(content) > WHOLE:
        content = opening_of(place, content)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True)
    document = etree.fromstring(f"<article>{content}</article>".encode(), parser)
    article = document.find("body/article")
    assert article is not None
    notes = _without_notes(article)
    for element in list(article.iter(etree.Element)):
        if element is not article:
            _make_plain(place, element, notes)
    let_tables_scroll(article)
    lead_from_root(article, place.url)
    return article


def opening_of(place: Place, content: str) -> str:
    """Return what stands before the first section, and where the rest is."""
    return content.partition("<h2")[0] + _sentence(place, "too_long")


def _without_notes(article: etree._Element) -> dict[str, str]:
    """Remove the notes on terms; return the address of the glossary's entry by the id of each."""
    addresses = {}
    for notes in article.findall("aside"):
        for note in notes.findall("div"):
            links = note.findall(".//a")
            if links:
                addresses[note.get("id", "")] = links[-1].get("href", "")
        drop(notes)
    return addresses


def _make_plain(place: Place, element: etree._Element, notes: Mapping[str, str]) -> None:
    tag, name = element.tag, element.get("class", "")
    if tag == "button" and name == "term":
        _become_link(element, notes)
    elif tag == "form":
        become(element, _sentence(place, "catalogue"))
    elif tag in DROPPED_TAGS or name in DROPPED_CLASSES or not UNSEEN.isdisjoint(element.attrib):
        drop(element)
    elif name == "paragraph-number":
        _become_number(element)
    elif name == "colon":
        element.text = "\u00a0:" if place.words.language == "fr" else ":"  # a style sheet does so elsewhere
        unwrap(element)
    elif name == "assessment":
        element.tag = "div"
        _keep(element)
        element.insert(0, fragment(_sentence(place, "assessment")))
    else:
        _simplify(element, tag, name)


def _simplify(element: etree._Element, tag: str, name: str) -> None:
    if name in ENDED:
        append(element, ".")
        element.tag = "strong"
    elif tag == "legend":
        element.tag = "p"
    elif name in APART and (element.getprevious() is not None or (element.getparent().text or "").strip()):
        put_on_new_line(element)
    if element.tag in UNWRAPPED and not element.get("lang"):
        unwrap(element)
        return
    region = {key: element.get(key, "") for key in REGION} if name == SCROLLS else {}
    _keep(element)
    if region:
        element.attrib.update(region | {"class": WIDE})


def _keep(element: etree._Element) -> None:
    for key in element.attrib:
        if key not in ATTRIBUTES:
            del element.attrib[key]


def _become_link(term: etree._Element, notes: Mapping[str, str]) -> None:
    href = notes.get(term.get("popovertarget", ""))
    if href is None:
        unwrap(term)
        return
    term.tag = "a"
    _keep(term)
    term.set("href", href)
    term.set("class", TERM)


def _become_number(number: etree._Element) -> None:
    number.tag = "small"
    number.attrib.clear()
    number.set("class", NUMBER)
    number.tail = f" {(number.tail or '').lstrip()}"


def _sentence(place: Place, key: str) -> str:
    return render(
        place.root, "light-sentence", text=place.words("light", key), words=place.words, href=f"/{place.url}"
    )
