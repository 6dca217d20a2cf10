"""Built pages as trees of elements, read with the standard library alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from study.renditions import LIGHT

LANGUAGES = ("en", "fr")
# Elements without an end tag.
EMPTY = frozenset({"br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass
class Element:
    """An element with its attributes, what stands in it, and the line it begins on."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    line: int = 0
    parent: Element | None = field(default=None, repr=False)
    children: list[Element | str] = field(default_factory=list, repr=False)

    def __getitem__(self, name: str) -> str:
        """Return an attribute, or an empty text."""
        return self.attributes.get(name, "")

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self["class"].split())

    @property
    def language(self) -> str:
        """Return the language that the element or one around it declares."""
        return next((each["lang"] for each in self.and_ancestors() if each["lang"]), "")

    def and_ancestors(self) -> Iterator[Element]:
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def all(self, *tags: str, of: str = "") -> Iterator[Element]:
        """Yield the elements below this one, in order: with one of `tags`, with the class `of`."""
        for child in self.children:
            if isinstance(child, Element):
                if (not tags or child.tag in tags) and (not of or of in child.classes):
                    yield child
                yield from child.all(*tags, of=of)

    def first(self, *tags: str, of: str = "") -> Element | None:
        return next(self.all(*tags, of=of), None)

    def text(self) -> str:
        """Return the text in the element, as it stands."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.current = Element("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, self.getpos()[0], self.current)
        self.current.children.append(element)
        if tag not in EMPTY:
            self.current = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for element in self.current.and_ancestors():
            if element.tag == tag and element.parent is not None:
                self.current = element.parent
                return

    def handle_data(self, data: str) -> None:
        self.current.children.append(data)


def parse(html: str) -> Element:
    """Return the root of a page or snippet."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


@dataclass(frozen=True)
class Page:
    """A built page; `name` is its path below the site's root."""

    name: str
    html: str

    @cached_property
    def root(self) -> Element:
        return parse(self.html)

    @cached_property
    def ids(self) -> list[str]:
        return [element["id"] for element in self.root.all() if "id" in element.attributes]

    @property
    def language(self) -> str:
        """Return the language of the page's folder, empty at the root and for the light page of a chapter."""
        folder, _, rest = self.name.partition("/")
        return folder if folder in LANGUAGES and not rest.startswith(f"{LIGHT}/") else ""

    @property
    def address(self) -> str:
        """Return the address below the site's root, such as `fr/about/`."""
        return self.name.removesuffix("index.html")

    def at(self, element: Element | None = None) -> str:
        """Return the place of an element: `fr/about/index.html:12`."""
        return f"{self.name}:{element.line}" if element else self.name


@dataclass(frozen=True)
class Site:
    """A built site: its pages, and the names of all its files."""

    pages: dict[str, Page]
    files: frozenset[str]
    folder: Path | None = None

    def in_language(self, language: str) -> list[Page]:
        return [page for page in self.pages.values() if page.language == language]

    @property
    def chapters(self) -> list[Page]:
        """Return the pages of both languages, without door and 404."""
        return [page for page in self.pages.values() if page.language]

    def pairs(self) -> Iterator[tuple[Page, Page]]:
        """Yield each English page with its French counterpart."""
        for page in self.in_language("en"):
            other = self.pages.get("fr" + page.name[2:])
            if other:
                yield page, other


def site_of(pages: dict[str, str], *files: str) -> Site:
    """Return a site made of the HTML of its pages, by name, and the names of its other files."""
    made = {name: Page(name, html) for name, html in pages.items()}
    return Site(made, frozenset([*made, *files]))


def read_site(folder: Path) -> Site:
    """Return the site built into `folder`."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    pages = {name: (folder / name).read_text(encoding="utf-8") for name in names if name.endswith(".html")}
    return site_of(pages, *names)
