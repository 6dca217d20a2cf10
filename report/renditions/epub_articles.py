"""Articles of pages as XHTML for a book: numbers that lead nowhere, citations that open as notes, pictures with their tables."""

from __future__ import annotations

from lxml import etree, html
from markupsafe import Markup

NUMBER = "paragraph-number"
CITATIONS = ".//sup[@class='citation']/a | .//a[@class='citation-link']"
ENTRIES = ".//ol[@class='sources']/li"
TYPE = "data-epub-type"  # lxml takes no name with a prefix before the whole is put together
# what XHTML has no use for, or knows elsewhere only
LOST = ("clear", "align", "pointer-events", "open")
GRAPHICS = "http://www.w3.org/2000/svg"


def make_ready(article: html.HtmlElement) -> None:
    """Change an article of `assembly.article` into one of a book."""
    for number in article.xpath(f".//a[@class='{NUMBER}']"):
        number.tag = "span"
        del number.attrib["href"]
        number.attrib.pop("aria-label", None)
        number.tail = f" {number.tail or ''}"
    for citation in article.xpath(CITATIONS):
        if citation.get("href", "").startswith("#"):
            citation.set(TYPE, "noteref")
            citation.set("role", "doc-noteref")
    for entry in article.xpath(ENTRIES):
        entry.set(TYPE, "endnote")
    for link in article.xpath(".//svg//a"):
        link.drop_tag()  # few readers follow links in pictures; the table has them
    for chance in article.xpath(".//wbr"):  # the parser takes what follows it for its content
        chance.drop_tag()
    for picture in article.iter("svg"):
        picture.set("role", "img")
    for element in article.iter(etree.Element):
        for name in LOST:
            element.attrib.pop(name, None)


def ids_of(article: html.HtmlElement) -> frozenset[str]:
    """Return the ids that links may lead to."""
    return frozenset(element.get("id") for element in article.iter(etree.Element) if element.get("id"))


def sections_of(article: html.HtmlElement) -> list[tuple[str, str]]:
    """Return the id and the text of each heading of the second level."""
    found = (
        (heading.get("id", ""), " ".join(heading.text_content().split(" "))) for heading in article.iter("h2")
    )
    return [(key, text.strip()) for key, text in found if key and text.strip()]


def xhtml(article: html.HtmlElement) -> Markup:
    """Return an article as XHTML, to stand in a document whose root names the namespaces."""
    article.tail = None
    text: str = etree.tostring(article, encoding="unicode", method="xml")
    return Markup(text.replace(f" {TYPE}=", " epub:type="))  # noqa: S704 - it comes from the parser
