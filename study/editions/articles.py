"""What a page says, laid out so that two builds of the same text give the same lines.

The normal form has a line for each tag, with its attributes sorted, and a line for each run of text;
what a style sheet needs, comments and elements that say the status are not in it.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from unicodedata import normalize

from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST

CONTENT = ("article", "main", "body")  # the first of these that a page has holds its text
STATUS = "data-status"
LOOKS = {"class", "style"}
# fmt: off
# Elements without an end tag (HTML Living Standard, 13.1.2 "Void elements").
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})
# Around these, white space is not shown: templates may lay it out as they like.
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "col", "colgroup", "dd", "desc",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "g", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "line", "main", "menu", "nav",
    "ol", "optgroup", "option", "p", "path", "pre", "rect", "script", "section", "select", "style",
    "summary", "svg", "table", "tbody", "td", "template", "text", "tfoot", "th", "thead", "title", "tr",
    "ul",
})
# fmt: on
SPACES = re.compile(r"[ \t\n\f\r]+")  # the white space of HTML; no-break spaces are typography
LINKED_DATA = "application/ld+json"
LINKED_STATUS = "creativeWorkStatus"  # the status in the vocabulary of schema.org


class PageError(ValueError):
    """Raised for a page of which it can't be told what it says; its text tells why."""


def normal_form(page: str) -> str:
    """Return what the article of a page says, one tag or run of text per line.

    Raise PageError for a page without an article or `<main>`, for a status element without its end
    and for a mark of the seal outside of a status element.
    """
    for name in CONTENT:
        if start := re.search(rf"<{name}[\s>]", page, re.IGNORECASE):
            # What stands before the first and behind the last tag of that name need not be read.
            ends = list(re.finditer(rf"</{name}\s*>", page, re.IGNORECASE))
            article = Article(name)
            article.feed(page[start.start() : ends[-1].end() if ends else None])
            article.close()
            if article.lines:
                return article.text()
    raise PageError("has no text; expected an <article> or <main>")


class Article(HTMLParser):
    """The tags and texts inside the elements called `name`, collected while a page is read."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._name = name
        self._depth = 0  # elements of that name around the place reached
        self._status: str | None = None  # the element that is being left out
        self._within = 0  # elements of the same name inside it
        self._literal = 0  # elements in which white space is shown
        self._linked = False
        self._texts: list[str] = []
        self._at_block = True

    def text(self) -> str:
        """Return the normal form; raise PageError where it can't be told what belongs to it."""
        if self._status is not None:
            raise PageError(f"has a status element <{self._status}> without its end tag")
        form = "\n".join(self.lines) + "\n"
        if any(json.dumps(mark)[1:-1] in form for mark in (PAGE_DIGEST, EDITION_DIGEST)):
            raise PageError(f"has the mark of a digest outside of an element with {STATUS}")
        return form

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note a start tag, or begin to leave an element out."""
        if self._status is not None:
            self._within += tag == self._status
            return
        if not self._depth and tag != self._name:
            return
        known = dict(reversed(attributes))  # of two with the same name, browsers take the first
        if STATUS in known:
            if tag not in VOID:
                self._status, self._within = tag, 0
            return
        self._depth += tag == self._name
        self._note(tag, f"<{tag}{_written(known)}>")
        self._literal += tag == "pre"
        self._linked = tag == "script" and known.get("type") == LINKED_DATA

    def handle_endtag(self, tag: str) -> None:
        """Note an end tag, or come to the end of what is left out."""
        if self._status is not None:
            if tag == self._status:
                self._within -= 1
                if self._within < 0:
                    self._status = None
            return
        if not self._depth or tag in VOID:
            return
        self._note(tag, f"</{tag}>")
        self._literal -= tag == "pre" and self._literal > 0
        self._linked = False
        if tag == self._name:
            self._depth -= 1

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note `<path/>` as a start tag and an end tag."""
        if self._status is None and STATUS in dict(attributes):
            return
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        """Keep a piece of text until the next tag."""
        if self._depth and self._status is None:
            self._texts.append(data)

    unknown_decl = handle_data  # a CDATA section of an SVG is text

    def updatepos(self, i: int, j: int) -> int:
        """Count no lines: nothing is said of them, and the count takes time."""
        return j

    def _note(self, tag: str, line: str) -> None:
        block = tag in BLOCKS
        if self._texts:
            self._note_text(block)
        self.lines.append(line)
        self._at_block = block

    def _note_text(self, before_block: bool) -> None:
        text = "".join(self._texts)
        self._texts.clear()
        if self._linked:
            text = _without_status(text)
        elif not self._literal:
            text = SPACES.sub(" ", text)
            text = text.lstrip(" ") if self._at_block else text
            text = text.rstrip(" ") if before_block else text
        if text:
            self.lines.append(json.dumps(normalize("NFC", text)))


def _written(attributes: dict[str, str | None]) -> str:
    """An attribute without a value has the empty one (HTML Living Standard, 13.1.2.3)."""
    return "".join(
        f" {name}={json.dumps(normalize('NFC', value or ''))}"
        for name, value in sorted(attributes.items())
        if name not in LOOKS
    )


def _without_status(text: str) -> str:
    """Linked data of a case says the status as a property; it can carry no attribute."""
    try:
        data = json.loads(text, object_hook=_stated)
    except ValueError:
        return text
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _stated(item: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in item.items() if key != LINKED_STATUS}
