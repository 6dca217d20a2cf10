"""Elements of a page taken out, opened or put in, without losing the text around them.

lxml keeps the text that follows an element with that element (https://lxml.de/tutorial.html#elements-contain-text).
"""

from __future__ import annotations

from lxml import etree

WIDE = "w"  # the class of what holds a table that may be wider than the screen
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


def become(element: etree._Element, html: str) -> None:
    """Put what `html` is in the place of an element."""
    parent, new = element.getparent(), fragment(html)
    new.tail = element.tail
    parent.replace(element, new)


def fragment(html: str) -> etree._Element:
    """Return the element that `html` is."""
    found = etree.fromstring(html, etree.HTMLParser()).find("body")
    assert found is not None
    return found[0]


def put_on_new_line(element: etree._Element) -> None:
    """Keep apart what a style sheet puts on a line of its own."""
    line = etree.Element("br")
    element.addprevious(line)


def append(element: etree._Element, text: str) -> None:
    """Put text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def drop(element: etree._Element) -> None:
    """Remove an element with all that it holds; what follows it stays."""
    _leave(element, element.tail or "")


def _leave(element: etree._Element, text: str) -> None:
    """Remove an element and put `text` in its place."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    element.tail = None
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Leave what an element holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    if not len(element):
        _leave(element, (element.text or "") + (element.tail or ""))
        return
    children = list(element)
    children[-1].tail = (children[-1].tail or "") + (element.tail or "")
    place, first = parent.index(element), element.text or ""
    _leave(element, first)
    for number, child in enumerate(children):
        parent.insert(place + number, child)


def let_tables_scroll(article: etree._Element) -> None:
    """Put each table that nothing holds into what a keyboard can scroll, named after the heading above it.

    Links of a list of letters are set apart.
    """
    heading = ""
    for element in list(article.iter(etree.Element)):
        if element.tag in HEADINGS:
            heading = "".join(element.itertext())
        if element.tag == "table" and element.getparent().get("class") != WIDE:
            region = {"class": WIDE, "role": "region", "aria-label": heading, "tabindex": "0"}
            holder = etree.Element("div", region)
            holder.tail, element.tail = element.tail, None
            element.getparent().replace(element, holder)
            holder.append(element)
        elif element.tag == "a" and element.getparent().tag == "nav":
            element.tail = f"{element.tail or ''} "
