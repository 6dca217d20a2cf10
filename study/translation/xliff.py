"""What is out of concordance, for translators: XLIFF 2.0 (OASIS Standard, 5 August 2014).

A document has one source language, so there is one for each direction; either language may be the source.
Each unit carries hashes of both its texts, each file one over all its units: what comes back can be held
to the texts it was made from.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from study.addresses import permalink
from study.building import build_day
from study.chapters import read_chapter
from study.knowledge import Knowledge
from study.terms import spellings
from study.translation.coding import OPTIONAL, Token, coded
from study.translation.passages import Paired, Passage, paired
from study.translation.revisions import OTHER, Stale, base_of, print_of
from study.translation.xml_writing import SPACE, add_text, document, put

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
TYPES = {  # kind of code → its type in XLIFF, and what kind of that type
    "strong": {"type": "fmt", "subType": "xlf:b"},
    "emphasis": {"type": "fmt", "subType": "xlf:i"},
    "break": {"type": "fmt", "subType": "xlf:lb"},
    "link": {"type": "link"},
    "address": {"type": "link"},
    "image": {"type": "image"},
}


def xliff(root: Path, knowledge: Knowledge, stale: Iterable[Stale], source: str) -> bytes:
    """Return the sections of `stale` that changed in `source`, `en` or `fr`, for the other language.

    Sections whose passages can't be paired are not in it, see `passages.paired`; nor is a page that does
    not stand in both languages. Raises ReportError if a chapter can't be read.
    """
    top = Element(
        "xliff",
        {"xmlns": CORE, "xmlns:mda": METADATA, "xmlns:gls": GLOSSARY}
        | {"version": "2.0", "srcLang": source, "trgLang": OTHER[source]},
    )
    wanted: dict[str, set[str]] = {}
    for each in stale:
        if each.source == source:
            wanted.setdefault(each.page, set()).add(each.section)
    for page in sorted(wanted):
        chapter = paired(read_chapter(root, "en", page), read_chapter(root, "fr", page))
        passages = [passage for passage in chapter.passages if passage.section in wanted[page]]
        if passages:
            _file(top, chapter, passages, knowledge, source)
    return document(top, {"source", "target", "data", "note", "gls:term", "gls:translation", "mda:meta"})


def _file(top: Element, chapter: Paired, passages: list[Passage], knowledge: Knowledge, source: str) -> None:
    page = chapter.page
    file = put(top, "file", id=page.replace("/", ":"), original=page, canResegment="no")
    marks = {"base": base_of(page, passages, source), "edition": knowledge.edition.id}
    _marks(file, {**marks, "status": knowledge.edition.status, "day": f"{build_day():%Y-%m-%d}"})
    group, section = file, ""
    for passage in passages:
        if passage.section != section:
            section = passage.section
            group = put(file, "group", id=section)
        _unit(group, page, passage, knowledge, source)


def _marks(parent: Element, values: dict[str, str]) -> None:
    group = put(put(parent, "mda:metadata"), "mda:metaGroup", category="revision")
    for name, value in values.items():
        put(group, "mda:meta", value, type=name)


def _unit(parent: Element, page: str, passage: Passage, knowledge: Knowledge, source: str) -> None:
    ours, theirs = passage.words(source).text, passage.words(OTHER[source]).text
    codes = coded(ours, theirs)
    unit = put(parent, "unit", id=passage.id)
    _marks(unit, {"source": print_of(ours), "target": print_of(theirs)})
    _terms(unit, ours, knowledge, source)
    notes = put(unit, "notes")
    for language in (source, OTHER[source]):
        address = permalink(knowledge, language, f"{_path(page)}#{passage.section}")
        put(notes, "note", address, category=f"place-{language}")
    put(notes, "note", passage.kind, category="kind")
    if codes.data:
        data = put(unit, "originalData")
        for ref, text in codes.data.items():
            put(data, "data", text, id=ref).set(SPACE, "preserve")
    segment = put(unit, "segment", state="initial")
    _content(put(segment, "source"), codes.source)
    _content(put(segment, "target"), codes.target)


def _terms(unit: Element, words: str, knowledge: Knowledge, source: str) -> None:
    """The terms of the glossary that occur in a text, with that of the other language."""
    search = spellings(knowledge, source, all_terms=True)
    found = {key: None for each in search.pattern.finditer(words) if (key := search.key(each.group()))}
    if not found:
        return
    glossary = put(unit, "gls:glossary")
    for key in found:
        entry = SubElement(glossary, "gls:glossEntry")
        put(entry, "gls:term", knowledge.term[key].term[source])
        put(entry, "gls:translation", knowledge.term[key].term[OTHER[source]])


def _content(element: Element, tokens: Iterable[Token]) -> None:
    element.set(SPACE, "preserve")
    within = [element]
    for token in tokens:
        kind = {**TYPES.get(token.kind, {}), "canCopy": "no"}
        kind |= {} if token.kind in OPTIONAL else {"canDelete": "no"}
        if token.form == "text":
            add_text(within[-1], token.text)
        elif token.form == "alone":
            put(within[-1], "ph", id=token.id, **kind, disp=token.text, dataRef=token.ref)
        elif token.form == "start":
            within.append(put(within[-1], "pc", id=token.id, **kind, dataRefStart=token.ref))
        else:
            within.pop().set("dataRefEnd", token.ref)


def _path(page: str) -> str:
    """Return the path of a chapter's page below the folder of a language."""
    return "" if page == "index.md" else page.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"
