"""What is new: an Atom feed per language of new and changed cases and chapters (RFC 4287).

Entries keep their ids whatever happens to addresses and editions, so that no reader program shows
one twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from study.addresses import FEED, permalink
from study.chapters import Chapter
from study.citing import edition_statement
from study.feed_entries import MOST_ENTRIES, Entry, latest, urn
from study.knowledge import Knowledge
from study.labels import Words
from study.models.values import LANGUAGES
from study.repertory import Repertory

ATOM_TYPE = "application/atom+xml"
# what XML 1.0 §2.2 does not allow, even as a reference
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(repertory: Repertory, words: Words, chapters: Iterable[Chapter]) -> bytes:
    """Return the Atom feed of one language as UTF-8; `chapters` are those of the language.

    A text of the records comes out as it is, whatever it holds: entries are plain text, never HTML.
    """
    knowledge = repertory.knowledge
    entries = latest(repertory, words, chapters)
    days = [entry.updated for entry in entries] or [knowledge.editions.as_of]
    root = _head(knowledge, words, max(days))
    for entry in entries:
        _write(root, entry, words)
    indent(root)
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _head(knowledge: Knowledge, words: Words, day: str) -> Element:
    """Return the feed without its entries (RFC 4287 §4.1.1)."""
    publication, language = knowledge.publication, words.language
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language})
    statement = edition_statement(knowledge, words)
    title = words("feed", "title", title=publication.title[language], statement=statement)
    _text(root, "title", title)
    _text(root, "subtitle", words("feed", "subtitle", count=words.number(MOST_ENTRIES)))
    _text(root, "id", urn(f"feed/{language}"))
    _text(root, "updated", f"{day}T00:00:00Z")
    _text(SubElement(root, "author"), "name", publication.publisher[language])
    _link(root, "self", permalink(knowledge, language, FEED), ATOM_TYPE, language)
    _link(root, "alternate", permalink(knowledge, language), "text/html", language)
    for other in LANGUAGES:
        if other != language:
            _link(root, "alternate", permalink(knowledge, other, FEED), ATOM_TYPE, other)
    if rights := _rights(knowledge, language):
        _text(root, "rights", rights)
    return root


def _rights(knowledge: Knowledge, language: str) -> str:
    """Return the licence, if there is one, and the first disclaimer, which speaks of the status."""
    publication = knowledge.publication
    licence = [f"{publication.text_licence.name[language]}."] if publication.text_licence else []
    return " ".join([*licence, *(each.text[language] for each in publication.disclaimers[:1])])


def _write(root: Element, entry: Entry, words: Words) -> None:
    element = SubElement(root, "entry")
    _text(element, "title", entry.title)
    _text(element, "id", entry.id)
    _text(element, "updated", f"{entry.updated}T00:00:00Z")
    _link(element, "alternate", entry.address, "text/html", words.language)
    SubElement(element, "category", {"term": entry.news, "label": words("feed", entry.news)})
    _text(element, "summary", entry.summary)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _link(parent: Element, relation: str, address: str, kind: str, language: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": kind, "hreflang": language, "href": address})
