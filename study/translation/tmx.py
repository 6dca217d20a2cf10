"""The report as a translation memory: TMX 1.4b (LISA OSCAR, 26 April 2005), both languages as equals.

`srclang` is `*all*`: no language is the source of the other. A unit's codes keep their Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement

from study.building import build_day
from study.chapters import pages, read_chapter
from study.knowledge import Knowledge
from study.labels import Words
from study.models.values import LANGUAGES
from study.translation.coding import Coded, Token, coded
from study.translation.passages import Paired, paired
from study.translation.records import RecordText, record_texts
from study.translation.xml_writing import LANG, add_text, document, put

TYPES = {"strong": "bold", "emphasis": "italic", "link": "link", "image": "image"}


def tmx(root: Path, knowledge: Knowledge, only: Iterable[str] | None = None) -> bytes:
    """Return the passages of all chapters, or of the pages `only`, and of records where no page is chosen.

    The same checkout gives the same bytes on any day: the date is that of the version.
    Raises ReportError if a chapter can't be read.
    """
    top = Element("tmx", {"version": "1.4"})
    _header(top, knowledge)
    body = SubElement(top, "body")
    chosen = None if only is None else frozenset(only)
    for chapter in chapters(root):
        if chosen is None or chapter.page in chosen:
            _chapter(body, chapter)
    if chosen is None:
        for text in record_texts(knowledge):
            _record(body, text)
    return document(top, {"seg"})


def chapters(root: Path) -> list[Paired]:
    """Return the passages of each chapter that stands in both languages."""
    both = sorted(set(pages(root, "en")) & set(pages(root, "fr")))
    return [paired(read_chapter(root, "en", page), read_chapter(root, "fr", page)) for page in both]


def _header(top: Element, knowledge: Knowledge) -> None:
    """Edition and status first: what was a draft must not pass for an approved text in a memory."""
    edition = knowledge.edition
    header = put(
        top,
        "header",
        creationtool="disruptive-technologies-report",
        creationtoolversion=edition.id,
        segtype="paragraph",
        o_tmf="Markdown",
        adminlang="en",
        srclang="*all*",
        datatype="plaintext",
        creationdate=f"{build_day():%Y%m%d}T000000Z",
    )
    for language in LANGUAGES:
        words = Words(language, knowledge.labels)
        put(header, "note", knowledge.publication.title[language]).set(LANG, language)
        sentence = words("status_sentence", edition.status, edition=edition.id)
        put(header, "note", sentence).set(LANG, language)
    put(header, "prop", edition.id, type="x-edition")
    put(header, "prop", edition.status, type="x-status")


def _chapter(body: Element, chapter: Paired) -> None:
    for passage in chapter.passages:
        place = {"page": chapter.page, "section": passage.section, "place": str(passage.place)}
        codes = coded(passage.english.text, passage.french.text)
        _unit(body, f"{chapter.page}#{passage.id}", {**place, "kind": passage.kind}, codes)


def _record(body: Element, text: RecordText) -> None:
    codes = Coded((Token("text", text.english),), (Token("text", text.french),), {})
    place = {"register": text.register, "record": text.record, "field": text.field}
    _unit(body, f"{text.register}:{text.record}:{text.field}", place, codes)


def _unit(body: Element, key: str, place: dict[str, str], codes: Coded) -> None:
    unit = put(body, "tu", tuid=key)
    for name, value in place.items():
        put(unit, "prop", value, type=f"x-{name}")
    for language, tokens in zip(LANGUAGES, (codes.source, codes.target), strict=True):
        variant = put(unit, "tuv")
        variant.set(LANG, language)
        _segment(put(variant, "seg"), tokens, _numbers(codes))


def _numbers(codes: Coded) -> dict[str, str]:
    """A number for each id of a code: `x` and `i` of TMX are numbers, the same in both languages."""
    ids = dict.fromkeys(token.id for token in (*codes.source, *codes.target) if token.id)
    return {key: str(number) for number, key in enumerate(ids, 1)}


def _segment(segment: Element, tokens: Iterable[Token], numbers: dict[str, str]) -> None:
    for token in tokens:
        if token.form == "text":
            add_text(segment, token.text)
            continue
        number = numbers[token.id]
        kind = {"type": TYPES.get(token.kind, f"x-{token.kind}")}
        if token.form == "alone":
            put(segment, "ph", token.text, x=number, **kind)
        elif token.form == "start":
            put(segment, "bpt", token.text, i=number, x=number, **kind)
        else:
            put(segment, "ept", token.text, i=number)
