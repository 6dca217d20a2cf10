"""An article as a sheet of paper can carry it, and as the tags of a PDF can name it."""

from __future__ import annotations

from collections.abc import Callable

from lxml import html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BOX = "\N{BALLOT BOX}"  # to be ticked by hand
FEW = 12  # rows: a table that is no longer stays on one sheet
LEVELS = ("chapter", "section", "subsection", "topic", "topic", "topic")


def for_paper(
    article: html.HtmlElement, address: str, deeper: int = 0, missing: Callable[[str, str], str] | None = None
) -> None:
    """Change an article for print: lists and tables that tags can name, numbers that lead to the site.

    `address` is the permalink of its page; headings go down by `deeper` levels; `missing(text, language)`
    returns what stands for a text that the typefaces have no signs for.
    """
    for change in (_facts, _entries, _answers, _pictures, _quotes, _tables, _wrapped, _links):
        change(article)
    for number in article.xpath(".//a[@class='paragraph-number']"):
        number.set("href", f"{address}#{number.get('href').rpartition('--')[2].removeprefix('#')}")
        number.attrib.pop("id", None)
    for element in list(article.iter(*HEADINGS)):
        level = HEADINGS.index(element.tag)
        element.set("class", f"{LEVELS[level]} {element.get('class', '')}".strip())
        element.tag = HEADINGS[min(level + deeper, len(HEADINGS) - 1)]
    if missing:
        _replace_missing(article, missing)


def _facts(article: html.HtmlElement) -> None:
    """Make pairs of a name and a fact a table of two columns: tags of PDF know no pairs."""
    for facts in article.xpath(".//dl[@class='facts' or @class='disclaimers' or @class='case-facts']"):
        facts.tag = "table"
        for pair in facts.findall("div"):
            pair.tag = "tr"
            for name in pair.findall("dt"):
                name.tag = "th"
                name.set("scope", "row")
            for fact in pair.findall("dd"):
                fact.tag = "td"


def _entries(article: html.HtmlElement) -> None:
    """Make an entry of the glossary a block with its term, definition and remarks; the id stays with it."""
    for entries in article.xpath(".//dl"):
        entries.tag = "div"
        for entry in entries.xpath(".//dt | .//dd"):
            entry.set("class", "term-name" if entry.tag == "dt" else "term-text")
            entry.tag = "p" if entry.tag == "dt" else "div"


def _answers(article: html.HtmlElement) -> None:
    """Make the answers to a question one line with a box before each."""
    for answers in article.xpath(".//ul[@class='assessment-choices']"):
        texts = [" ".join(answer.text_content().split()) for answer in answers]
        for answer in list(answers):
            answer.drop_tree()
        answers.tag, answers.text = (
            "p",
            (3 * "\N{NO-BREAK SPACE}" + " ").join(f"{BOX}\N{NO-BREAK SPACE}{text}" for text in texts),
        )


def _links(article: html.HtmlElement) -> None:
    """Put links around texts only: the engine would make a second link of each element within one."""
    for link in article.xpath(".//a[@href][*]"):
        href = link.attrib.pop("href")
        link.tag = "span"
        for part in list(link.iter()):
            if part.text and part.text.strip():
                inner = html.Element("a")
                inner.set("href", href)
                inner.text, part.text = part.text, None
                part.insert(0, inner)


def _pictures(article: html.HtmlElement) -> None:
    """Give charts the typeface of the document; a field leads nowhere in print, its table has the same links."""
    for picture in article.xpath(".//svg"):
        picture.set("font-family", "Report Sans")
        for link in picture.xpath(".//a"):
            link.drop_tag()
        # drawn as a picture: ids and names of its parts would be those of nothing
        picture.attrib.pop("aria-labelledby", None)


def _quotes(article: html.HtmlElement) -> None:
    """Make titles of works spans, which tags know and which carry a language."""
    for title in article.xpath(".//cite"):
        title.tag = "span"
        title.set("class", "work")


def _tables(article: html.HtmlElement) -> None:
    """Say how wide and long tables are; a heading without a direction is one of its column."""
    for table in article.xpath(".//table"):
        rows = table.xpath(".//tr")
        columns = max((len(row) for row in rows), default=0)
        length = "short-table" if len(rows) <= FEW else "long-table"
        table.set("class", " ".join(filter(None, (table.get("class"), length, f"columns-{columns}"))))
        for heading in table.xpath(".//thead//th[not(@scope)]"):
            heading.set("scope", "col")


def _wrapped(article: html.HtmlElement) -> None:
    """Let what stands for the reader's form only be text: spans around one span, empty spans."""
    for span in article.xpath(".//span[@class='label']"):
        span.drop_tag()
    for empty in article.xpath(".//pre/span[not(node())]"):
        empty.drop_tree()


def _replace_missing(article: html.HtmlElement, missing: Callable[[str, str], str]) -> None:
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        language = next(
            (each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang")), ""
        )
        if element.text:
            element.text = missing(element.text, language)
        for child in element:
            if child.tail:
                child.tail = missing(child.tail, language)
