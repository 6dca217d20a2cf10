"""What a chapter gives to the search: the plain text of each section, without what is no part of the text.

One regular expression goes over a page once; an HTML parser takes as long as the theme's own templates.
Lists of cases, terms and sources are left out: each case and term is found by itself, and all
sources have their chapter.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any

TOKEN = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<own>/?)>",
    re.DOTALL,
)
ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
CLASS = re.compile(r"""\sclass\s*=\s*["']([^"']*)["']""", re.IGNORECASE)
BLANK = re.compile(r"[ \t\r\n]+")  # no-break spaces stay
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# fmt: off
INLINE = frozenset({
    "a", "abbr", "b", "button", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "u", "wbr",
})
# fmt: on
HEADINGS = frozenset({"h1", "h2", "h3"})  # what has a place in the contents
SILENT = frozenset({"script", "style", "svg", "template", "object"})
LEFT_OUT = frozenset(
    [
        "headerlink",
        "citation",
        "citation-link",
        "case-table",
        "case",
        "case-cards",
        "glossary",
        "letters",
        "letter",
        "sources",
    ]
)
MARKED = ("data-search-exclude", "data-status")
JOINER = "\N{WORD JOINER}"


@dataclass
class Section:
    """A heading and what stands below it, up to the next one; `id` is empty for the head of a page."""

    id: str = ""
    title: str = ""
    text: str = ""


@dataclass
class _Reader:
    """Keeps what is open while a page is gone through."""

    sections: list[Section] = field(default_factory=lambda: [Section()])
    heading: str = ""  # the name of the heading being read
    silent: str = ""  # the name of the element being left out
    depth: int = 0  # how many elements of that name are open
    written: list[str] = field(default_factory=list)

    def start(self, name: str, rest: str) -> None:
        if self.silent:
            self.depth += name == self.silent
        elif name in VOID:
            self.written.append(" " if name not in INLINE else "")
        elif name in SILENT or _is_left_out(rest):
            self.silent, self.depth = name, 1
        elif name in HEADINGS and (found := ID.search(rest)):
            self._begin(name, html.unescape(found[1] or found[2] or found[3] or ""))
        elif name not in INLINE:
            self.written.append(" ")

    def end(self, name: str) -> None:
        if self.silent:
            self.depth -= name == self.silent
            if not self.depth:
                self.silent = ""
        elif name == self.heading:
            self.sections[-1].title = self._taken()
            self.heading = ""
        elif name not in INLINE:
            self.written.append(" ")

    def finish(self) -> list[Section]:
        self.sections[-1].text += self._taken()
        return [each for each in self.sections if each.title]

    def _begin(self, name: str, key: str) -> None:
        self.sections[-1].text += self._taken()
        self.heading = name
        self.sections.append(Section("" if name == "h1" else key))

    def _taken(self) -> str:
        text = BLANK.sub(" ", "".join(self.written).replace(JOINER, "")).strip(" ")
        self.written.clear()
        return text


def sections_of(page: str) -> list[Section]:
    """Return the sections of a page's HTML, in order; text before the first heading is left out."""
    reader = _Reader()
    last = 0
    for token in TOKEN.finditer(page):
        _take(reader, page[last : token.start()])
        last = token.end()
        if token["name"] is None:
            continue
        name: Any = token["name"].lower()
        if token["close"]:
            reader.end(name)
        else:
            reader.start(name, token["rest"])
            if token["own"] and name not in VOID:
                reader.end(name)
    _take(reader, page[last:])
    return reader.finish()


def _take(reader: _Reader, written: str) -> None:
    if written and not reader.silent:
        reader.written.append(html.unescape(written) if "&" in written else written)


def _is_left_out(rest: str) -> bool:
    if any(mark in rest for mark in MARKED):
        return True
    found = CLASS.search(rest)
    return found is not None and not LEFT_OUT.isdisjoint(found[1].split())
