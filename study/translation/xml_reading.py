"""XML from elsewhere, read as what it is: a file of a stranger.

Expat reads it, without a document type: so there are no entities, internal or external, and nothing is
fetched. Size, depth and number of elements are bounded. Turned down: defusedxml, which refuses the same but
had its last release in 2021 and forgets the lines of elements; lxml, one dependency more for every editor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from study.models.values import CONTROL
from study.problems import Problem, ReportError, shown

LARGEST_FILE = 20 * 1024 * 1024  # bytes; the whole report takes 4 MB
DEEPEST = 32
MOST_ELEMENTS = 1_000_000
ENCODINGS = ("utf-8", "utf-16")
XML = "http://www.w3.org/XML/1998/namespace"


class UnsafeFileError(ReportError):
    """Raised for a file that holds what no file for translators needs, and what attacks are made of."""


@dataclass
class Element:
    """An element with its place; `name` is `{namespace}name`, `inner` its texts and elements in order."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    inner: list[Element | str] = field(default_factory=list)

    def elements(self, name: str = "") -> Iterator[Element]:
        """Return the elements directly below, all or those called `name`."""
        return (each for each in self.inner if isinstance(each, Element) and name in ("", each.name))

    def first(self, name: str) -> Element | None:
        """Return the first element directly below that is called `name`."""
        return next(self.elements(name), None)

    @property
    def text(self) -> str:
        """Return the words directly in the element."""
        return "".join(each for each in self.inner if isinstance(each, str))


def read_xml(path: Path, name: str) -> Element:
    """Return the first element of a file; `name` is used in messages.

    Raises UnsafeFileError for a file too large, too deep, with a document type or another encoding than
    UTF-8 and UTF-16, and ReportError for one that is not well formed.
    """
    if path.stat().st_size > LARGEST_FILE:
        size = path.stat().st_size / 1024 / 1024
        limit = LARGEST_FILE // 1024 // 1024
        raise UnsafeFileError(
            [Problem(name, 0, 0, f"the file has {size:.0f} MB; expected at most {limit} MB")]
        )
    content = path.read_bytes()
    if not content.strip():
        raise ReportError([Problem(name, 0, 0, "the file is empty; expected an XLIFF document")])
    return _Reading(name).read(content)


class _Reading:
    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.open: list[Element] = []
        self.top: Element | None = None
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.XmlDeclHandler = self.declared
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.doctype
        parser.ExternalEntityRefHandler = self.doctype
        self.parser = parser

    def read(self, content: bytes) -> Element:
        try:
            self.parser.Parse(content, True)
        except expat.ExpatError as error:
            problem = expat.errors.messages[error.code]
            message = f"this is not well-formed XML ({problem}); expected the file as it was saved, whole"
            raise ReportError([Problem(self.name, error.lineno, error.offset + 1, message)]) from None
        except (LookupError, ValueError):  # an encoding that Python can't read
            self.declared("", "of an unknown name", -1)
        assert self.top is not None
        return self.top

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= DEEPEST:
            self.refuse(f"elements stand more than {DEEPEST} deep in each other; expected an XLIFF document")
        if self.count > MOST_ELEMENTS:
            self.refuse(f"there are more than {MOST_ELEMENTS:,} elements; expected a smaller file")
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        named = {_named(key): value for key, value in attributes.items()}
        element = Element(_named(name), named, line, column)
        if self.open:
            self.open[-1].inner.append(element)
        else:
            self.top = element
        self.open.append(element)

    def end(self, name: str) -> None:
        self.open.pop()

    def words(self, text: str) -> None:
        if found := CONTROL.search(text):
            self.refuse(f"the character U+{ord(found.group()):04X} is not allowed; remove it")
        self.open[-1].inner.append(text)

    def declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ENCODINGS:
            self.refuse(f"the file says its encoding is {shown(encoding)}; expected UTF-8 or UTF-16")

    def doctype(self, *about: object) -> NoReturn:
        self.refuse("the file declares a document type or an entity; expected neither, XLIFF needs none")

    def refuse(self, message: str) -> NoReturn:
        place = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        raise UnsafeFileError([Problem(self.name, *place, message)])


def _named(name: str) -> str:
    """Return a name as `{namespace}name`; Expat leaves out the first bracket."""
    return "{" + name if "}" in name else name
