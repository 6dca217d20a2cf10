"""Sources at the foot of the sheet: the first citation of a source in a chapter carries it, later ones name its number.

The whole entry stays in the chapter's list of sources; citation, footnote and entry lead to each other.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import html

CITATIONS = ".//sup[@class='citation'] | .//a[@class='citation-link']"
ENTRIES = ".//ol[@class='sources']/li"
BLANK = re.compile(r"[ \t\n]+")  # no-break spaces stay
UNFIT = ("svg", "thead", "figcaption")  # what is repeated or drawn carries no footnote


def put_footnotes(article: html.HtmlElement) -> None:
    """Put a footnote after the first citation of each source that the article's list holds."""
    entries = {f"#{entry.get('id')}": entry for entry in article.xpath(ENTRIES)}
    cited: dict[str, list[html.HtmlElement]] = {}
    for citation in article.xpath(CITATIONS):
        link = citation if citation.tag == "a" else citation.find("a")
        if link.get("href") in entries:
            cited.setdefault(link.get("href"), []).append(citation)
    for href, citations in cited.items():
        fit = [each for each in citations if next(each.iterancestors(*UNFIT), None) is None]
        if fit:
            _add(fit[0], _footnote(entries[href], href))


def _add(citation: html.HtmlElement, footnote: html.HtmlElement) -> None:
    """Put a footnote after a citation, and after those that follow it directly."""
    footnote.tail, citation.tail = citation.tail, None
    citation.addnext(footnote)


def _footnote(entry: html.HtmlElement, href: str) -> html.HtmlElement:
    """Return number, publisher, title, reference and date of a source; the rest stands in the list."""
    footnote = html.Element("span")
    footnote.set("class", "footnote")
    number = html.Element("a")
    number.set("href", href)
    number.set("class", "footnote-number")
    number.text = entry.get("value")
    number.tail = 2 * "\N{NO-BREAK SPACE}"
    text = deepcopy(entry)
    for about in text.xpath(".//span[@class='source-about']"):
        about.drop_tree()
    text.tag = "span"
    text.attrib.clear()
    text.tail = None
    for part in text.iter():  # the engine keeps line breaks in footnotes
        part.text, part.tail = _one_line(part.text), _one_line(part.tail)
    if len(text) and text[-1].tail:
        text[-1].tail = text[-1].tail.rstrip()
    footnote.append(number)
    footnote.append(text)
    return footnote


def _one_line(text: str | None) -> str | None:
    return BLANK.sub(" ", text) if text else text
