"""XML for translation programs: the same bytes for the same content, laid out for people too."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def put(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Return a new element in `parent`; `_` in the name of an attribute stands for a hyphen."""
    named = {key.replace("_", "-"): value for key, value in attributes.items()}
    element = SubElement(parent, name, named)
    element.text = text or None
    return element


def add_text(element: Element, words: str) -> None:
    """Add words at the end of an element, after whatever stands in it."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def document(top: Element, kept: Iterable[str]) -> bytes:
    """Return the bytes of a document, a line for each element but those in `kept`, whose space counts."""
    _lay_out(top, frozenset(kept), 0)
    content: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _lay_out(element: Element, kept: frozenset[str], depth: int) -> None:
    if element.tag in kept or not len(element):
        return
    element.text = "\n" + "\t" * (depth + 1)
    for child in element:
        _lay_out(child, kept, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "\t" * depth
