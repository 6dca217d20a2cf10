"""What a page gives to the search index: its text, divided at headings that have an id.

The theme's search plugin reads each page with Python's HTML parser and looks at every tag several
times, which takes as long as the theme's own templates. Here one regular expression goes over the
page once. The entries are those of the theme (material/plugins/search/plugin.py), tag for tag, but
for one thing: what is left out of search (`data-search-exclude`) ends with its own element, not with
the first inner one of the same name. A test compares the two on every chapter.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(?P<own>/?)>",
    re.DOTALL,
)
ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)  # HTML Living Standard, §13.1.2
LEFT_OUT = frozenset({"object", "script", "style"})
KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass
class Part:
    """A piece of a page below one heading; title and text are HTML with the simplest tags alone."""

    id: str | None = None
    depth: float = 0
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def parts_of(page: str) -> list[Part]:
    """Return the parts of a page's HTML that can be found, in order."""
    reader = _Reader()
    reader.read(page)
    return [part for part in reader.parts if not part.excluded]


class _Reader:
    """Keeps what is open while the page is gone through."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._part: Part | None = None
        self._open: list[tuple[str, bool]] = []  # name, and whether it starts what is left out
        self._silent = self._pre = self._permalinks = 0
        self._heading = 0  # how many elements are open with the heading being read; 0 outside one

    def read(self, page: str) -> None:
        last = 0
        for token in TOKEN.finditer(page):
            if token.start() > last:
                self._take_text(page[last : token.start()])
            last = token.end()
            name = token["name"]
            if name is None:
                continue
            name = name.lower()
            if token["close"]:
                self._end(name)
            elif name not in VOID:
                self._start(name, token["rest"])
                if token["own"]:
                    self._end(name)
        if last < len(page):
            self._take_text(page[last:])

    def _start(self, name: str, rest: str) -> None:
        excluded = name in LEFT_OUT or "data-search-exclude" in rest or 'class="linenodiv"' in rest
        self._open.append((name, excluded))
        if name in HEADINGS and (found := ID.search(rest)):
            self._begin(
                name, html.unescape(found[1] or found[2] or found[3] or ""), "data-search-exclude" in rest
            )
        elif self._part is None:
            self._begin("", None, False)
        self._silent += excluded
        self._pre += name == "pre"
        self._permalinks += name == "a" and 'class="headerlink"' in rest
        if not self._silent and name in KEPT:
            self._target().append(f"<{name}>")

    def _begin(self, name: str, key: str | None, excluded: bool) -> None:
        if name and name != "h1" and not self.parts:
            self.parts.append(Part())
        depth = len(self._open) if name else 0
        self._part = Part(key if self.parts else None, depth, excluded)
        self._heading = depth
        self.parts.append(self._part)

    def _end(self, name: str) -> None:
        if not self._open or self._open[-1][0] != name:
            return
        assert self._part is not None
        if self._part.depth > len(self._open):
            self._return_to_outer()
        if len(self._open) == self._heading:
            self._heading = 0
        _, excluded = self._open.pop()
        self._silent -= excluded
        self._pre -= name == "pre"
        if name == "a" and self._permalinks:
            self._permalinks -= 1
        if excluded or self._silent or name not in KEPT:
            return
        _close(self._target(), name)

    def _return_to_outer(self) -> None:
        assert self._part is not None
        for part in reversed(self.parts):
            if part.depth <= len(self._open):
                self._part.depth = float("inf")  # left for good
                self._part = part
                self._heading = 0
                return

    def _target(self) -> list[str]:
        assert self._part is not None
        return self._part.title if self._heading else self._part.text

    def _take_text(self, written: str) -> None:
        if self._silent:
            return
        text = html.unescape(written) if "&" in written else written
        blank = text.isspace()
        if not self._pre:
            text = " " if blank else text.replace("\n", " ")
        if self._part is None:
            self._begin("", None, False)
        assert self._part is not None
        if self._heading:
            if not self._permalinks:
                self._part.title.append(html.escape(text, quote=False))
        elif not blank:
            self._part.text.append(html.escape(text, quote=False))
        elif self._pre or not self._part.text or not self._part.text[-1].isspace():
            self._part.text.append(text)


def _close(written: list[str], name: str) -> None:
    """Close an element, or take it out again where it is the first of its name and holds nothing."""
    if f"<{name}>" not in written:  # it was opened in the part before
        return
    first = written.index(f"<{name}>")
    if all(piece.isspace() for piece in written[first + 1 :]):
        del written[first:]
    else:
        written.append(f"</{name}>")
