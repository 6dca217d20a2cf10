"""The feed of the current edition at an address that stays: programs that follow it meet the next edition there."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import ParseError, fromstring, register_namespace, tostring

from study.feeds import ATOM_TYPE

ATOM = "http://www.w3.org/2005/Atom"


def lasting_feed(feed: bytes, language: str, addresses: Mapping[str, str]) -> bytes | None:
    """Return the Atom feed of one language with its own address and the other language's replaced.

    `addresses` are the lasting ones by language. The ids of feed and entries stay, so that no program
    shows an entry twice (RFC 4287 §4.2.6). None where `feed` is none.
    """
    try:
        root = fromstring(feed)  # noqa: S314 - of a verified archive; expat limits the growth of entities
    except ParseError:
        return None
    if root.tag != f"{{{ATOM}}}feed":
        return None
    for link in root.findall(f"{{{ATOM}}}link"):
        if link.get("type") == ATOM_TYPE:
            place = language if link.get("rel") == "self" else link.get("hreflang", "")
            link.set("href", addresses.get(place, link.get("href", "")))
    register_namespace("", ATOM)
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"
