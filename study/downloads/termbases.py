"""The glossary as a termbase: TBX (ISO 30042:2019), dialect TBX-Basic, data categories as attributes (DCA)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from study.addresses import permalink
from study.knowledge import Knowledge
from study.labels import Words
from study.models.registers import Term
from study.models.values import LANGUAGES

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFERRED, ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"
GLOSSARY = "glossary/"


def termbase(knowledge: Knowledge) -> bytes:
    """Return the glossary with both languages in each entry: the same bytes in the folder of either."""
    top = Element("tbx", {"xmlns": NAMESPACE, "type": "TBX-Basic", "style": "dca", LANG: "en"})
    spoken = [Words(language, knowledge.labels) for language in LANGUAGES]
    _header(SubElement(top, "tbxHeader"), knowledge, spoken)
    body = SubElement(SubElement(top, "text"), "body")
    for term in knowledge.glossary:
        _entry(body, term, knowledge, spoken)
    indent(top, "\t")
    content: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _header(header: Element, knowledge: Knowledge, spoken: list[Words]) -> None:
    """Title, status and address in both languages: a draft stays a draft in every program."""
    publication, edition = knowledge.publication, knowledge.edition
    about = SubElement(header, "fileDesc")
    statement = SubElement(about, "titleStmt")
    _said(statement, "title", publication.title["en"], "en")
    _said(statement, "note", publication.title["fr"], "fr")
    for words in spoken:
        sentence = words("status_sentence", edition.status, edition=edition.id)
        _said(statement, "note", sentence, words.language)
    issued, origin = SubElement(about, "publicationStmt"), SubElement(about, "sourceDesc")
    for words in spoken:
        language = words.language
        place = f"{words('general', 'edition')} {edition.id}, {permalink(knowledge, language, GLOSSARY)}"
        _said(issued, "p", place, language)
        _said(origin, "p", publication.description[language], language)


def _entry(body: Element, term: Term, knowledge: Knowledge, spoken: list[Words]) -> None:
    entry = SubElement(body, "conceptEntry", {"id": _id(term.id)})
    if term.technology:
        for language in LANGUAGES:
            name = knowledge.technology[term.technology].name[language]
            _said(entry, "descrip", name, language, type="subjectField")
    for key in term.see_also:
        named = knowledge.term[key].term["en"]
        _said(entry, "ref", named, "en", type="crossReference", target=_id(key))
    if term.standard and term.url:
        link = SubElement(entry, "xref", {"type": "externalCrossReference", "target": term.url})
        link.text = term.standard
    elif term.standard:
        SubElement(entry, "note").text = term.standard
    for words in spoken:
        section = SubElement(entry, "langSec", {LANG: words.language})
        SubElement(section, "descrip", {"type": "definition"}).text = term.definition[words.language]
        for place, (text, kind) in enumerate(_forms(term, words.language)):
            _term(section, text, kind, preferred=place == 0)
        if words.language == "fr":  # where the French term comes from is recorded, see glossary.yaml
            SubElement(section[1], "admin", {"type": "source"}).text = words("basis", term.basis)


def _forms(term: Term, language: str) -> Iterator[tuple[str, str]]:
    """Each spelling with its term type: a term is a full form where it has an abbreviation."""
    short = term.abbreviation[language] if term.abbreviation else None
    yield term.term[language], "fullForm" if short else ""
    if short:
        yield short, "abbreviation"
    for form in term.forms[language]:
        yield form, "variant"


def _term(section: Element, text: str, kind: str, *, preferred: bool) -> None:
    part = SubElement(section, "termSec")
    SubElement(part, "term").text = text
    status = PREFERRED if preferred else ADMITTED
    SubElement(part, "termNote", {"type": "administrativeStatus"}).text = status
    if kind:
        SubElement(part, "termNote", {"type": "termType"}).text = kind


def _id(key: str) -> str:
    """An XML id begins with a letter, a key may not."""
    return f"term-{key}"


def _said(parent: Element, name: str, text: str, language: str, **attributes: str) -> None:
    SubElement(parent, name, {**attributes, LANG: language}).text = text
