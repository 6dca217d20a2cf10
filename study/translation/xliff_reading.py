"""What a translation program sends back: the files, units and texts of an XLIFF 2 document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from study.problems import Problem, ReportError, listed, shown
from study.translation.coding import Token
from study.translation.revisions import OTHER
from study.translation.xliff import CORE, METADATA
from study.translation.xml_reading import Element, read_xml

VERSIONS = ("2.0", "2.1", "2.2")
OWN = f"{{{CORE}}}"
ASIDE = frozenset({"notes", "originalData", "skeleton"})  # of the core, and read nowhere or elsewhere
MARKS_ONLY = frozenset({"sm", "em"})  # begin and end remarks of the program; the words between count


@dataclass(frozen=True)
class Unit:
    """One unit; codes of its texts are tokens without text, `data` is what the file says they are."""

    id: str
    line: int
    source: tuple[Token, ...]
    target: tuple[Token, ...] | None
    data: dict[str, str]
    prints: tuple[str, str]  # hashes of source and target when it was made


@dataclass(frozen=True)
class File:
    """The units of a chapter; `base` is the hash over all of them when the file was made."""

    page: str
    line: int
    base: str
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Translation:
    """A whole document; `source` is the language it was translated from."""

    name: str
    source: str
    files: tuple[File, ...]


def read_translation(path: Path, name: str) -> Translation:
    """Return what an XLIFF 2 file holds; `name` is used in messages.

    Raises UnsafeFileError (see `xml_reading`), or ReportError with what is no XLIFF of the report.
    """
    top = read_xml(path, name)
    reader = _Reader(name)
    if top.name != f"{OWN}xliff" or top.attributes.get("version") not in VERSIONS:
        reader.refuse(top, f"the document is no XLIFF 2; expected xliff of the namespace {CORE}, version 2.0")
    source = top.attributes.get("srcLang", "")
    if OTHER.get(source) != top.attributes.get("trgLang"):
        reader.refuse(top, "srcLang and trgLang are other languages; expected en and fr, or fr and en")
    files = tuple(reader.file(each) for each in top.elements(f"{OWN}file"))
    if not files:
        reader.refuse(top, "the document holds no file; expected one for each chapter")
    return Translation(name, source, files)


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name

    def refuse(self, at: Element, message: str) -> None:
        raise ReportError([Problem(self.name, at.line, at.column, message)])

    def file(self, element: Element) -> File:
        units = tuple(self.unit(each) for each in self.units(element))
        base = _marks(element).get("base", "")
        return File(element.attributes.get("original", ""), element.line, base, units)

    def units(self, parent: Element) -> Iterator[Element]:
        for each in parent.elements():
            if each.name == f"{OWN}unit":
                yield each
            elif each.name == f"{OWN}group":
                yield from self.units(each)
            elif each.name.startswith(OWN) and each.name.removeprefix(OWN) not in ASIDE:
                self.unknown(each, "unit", "group")

    def unit(self, element: Element) -> Unit:
        source: list[Token] = []
        target: list[Token] | None = []
        for each in element.elements():
            if each.name in (f"{OWN}segment", f"{OWN}ignorable"):
                words = each.first(f"{OWN}source")
                said = each.first(f"{OWN}target")
                if said is None and each.name == f"{OWN}ignorable":
                    said = words
                source += self.content(words) if words else []
                target = None if target is None or said is None else target + self.content(said)
            elif each.name.startswith(OWN) and each.name.removeprefix(OWN) not in ASIDE:
                self.unknown(each, "segment", "ignorable")
        marks = _marks(element)
        prints = marks.get("source", ""), marks.get("target", "")
        held = element.first(f"{OWN}originalData")
        data = {each.attributes.get("id", ""): each.text for each in held.elements()} if held else {}
        known = None if target is None else tuple(target)
        return Unit(element.attributes.get("id", ""), element.line, tuple(source), known, data, prints)

    def content(self, element: Element) -> list[Token]:
        """Return the words and codes of a source or target; whatever else stands there is refused."""
        if "order" in element.attributes:
            self.refuse(
                element, "the segments were put in another order; expected them in that of the source"
            )
        return list(self.tokens(element))

    def tokens(self, element: Element) -> Iterator[Token]:
        for each in element.inner:
            if isinstance(each, str):
                yield Token("text", each)
                continue
            name, said = each.name.removeprefix(OWN), each.attributes
            if name == "ph":
                yield Token("alone", "", said.get("id", ""), said.get("dataRef", ""))
            elif name == "pc":
                yield Token("start", "", said.get("id", ""), said.get("dataRefStart", ""))
                yield from self.tokens(each)
                yield Token("end", "", said.get("id", ""), said.get("dataRefEnd", ""))
            elif name == "sc":
                yield Token("start", "", said.get("id", ""), said.get("dataRef", ""))
            elif name == "ec":
                yield Token("end", "", said.get("startRef", said.get("id", "")), said.get("dataRef", ""))
            elif name == "mrk":
                yield from self.tokens(each)
            elif name not in MARKS_ONLY:
                self.unknown(each, "text", "ph", "pc")

    def unknown(self, element: Element, *expected: str) -> None:
        name = element.name.rpartition("}")[2]
        self.refuse(element, f"the element {shown(name)} is not known here; expected {listed(expected)}")


def _marks(element: Element) -> dict[str, str]:
    """Return what the report wrote into the metadata of a file or unit."""
    space = f"{{{METADATA}}}"
    return {
        each.attributes.get("type", ""): each.text
        for metadata in element.elements(f"{space}metadata")
        for group in metadata.elements(f"{space}metaGroup")
        if group.attributes.get("category") == "revision"
        for each in group.elements(f"{space}meta")
    }
