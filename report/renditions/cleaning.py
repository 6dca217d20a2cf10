"""An article without what serves the screen only: buttons, popovers, permalinks, what needs a script."""

from __future__ import annotations

from lxml import html

# Removed with all that they hold.
SCREEN_ONLY = (
    "script",
    "style",
    "template",
    "*[@data-status]",
    "form",
    "nav",
    "input",
    "select",
    "a[@class='headerlink']",
    "a[@class='section-in-other']",
    "p[@class='chapter-ways']",
    "p[@class='chart-hint']",
    "details[@class='cite-paragraph']",
    "aside[@class='term-notes']",
    "p[starts-with(@class, 'assessment-') and not(@class='assessment-step')]",
    "div[@class='assessment-result']",
    "*[@popover]",
)
# Kept though hidden: boxes to tick serve on paper where no script is needed for them.
ON_PAPER = ("assessment-choices",)
RENAMED = {
    "details": "div",
    "fieldset": "div",
    "legend": "p",
    "label": "span",
    "button": "span",
}
SCREEN_ATTRIBUTES = (
    "hidden",
    "tabindex",
    "autofocus",
    "popovertarget",
    "title",
    "rel",
    "type",
    "onclick",
)
# The HTML parser lowers the case of attributes, which SVG knows only as written here.
SVG_ATTRIBUTES = {
    name.lower(): name
    for name in (
        *("viewBox", "patternUnits", "patternTransform", "patternContentUnits"),
        *("preserveAspectRatio", "gradientUnits", "clipPathUnits", "textLength"),
    )
}


def clean(article: html.HtmlElement) -> None:
    """Take from an article what serves the screen only; what opens there by a click stands open."""
    _drop_status_columns(article)
    for path in SCREEN_ONLY:
        for element in article.xpath(f".//{path}"):
            if element is not article and element.getparent() is not None:
                element.drop_tree()
    for element in article.xpath(".//*[@hidden]"):
        if element.get("class") not in ON_PAPER and element.getparent() is not None:
            element.drop_tree()
    for button in article.xpath(".//button"):
        _plain(button)
    for element in list(article.iter()):
        _still(element)
    _drop_empty(article)


def _drop_status_columns(article: html.HtmlElement) -> None:
    """Drop columns whose cells are put in last, such as sizes of files, with their headings."""
    for table in article.xpath(".//table[.//td[@data-status]]"):
        rows = table.xpath(".//tr")
        places = {row.index(cell) for row in rows for cell in row if cell.get("data-status") is not None}
        for row in rows:
            for cell in [row[place] for place in places if place < len(row)]:
                cell.drop_tree()


def _plain(button: html.HtmlElement) -> None:
    """Leave the words of a button that opens a term's note; other buttons go."""
    if button.get("class") == "term":
        button.drop_tag()
    else:
        button.drop_tree()


def _still(element: html.HtmlElement) -> None:
    """Make an element of what can be opened or answered one that just stands there."""
    if not isinstance(element.tag, str):
        return
    if element.tag == "summary":
        element.tag = "p"
        element.set("class", "summary")
    elif element.tag in RENAMED:
        element.set("class", " ".join(filter(None, (element.tag, element.get("class")))))
        element.tag = RENAMED[element.tag]
    for name in [each for each in element.attrib if each in SCREEN_ATTRIBUTES or each.startswith("data-")]:
        if name != "data-label":
            del element.attrib[name]
    if element.get("class") == "table-scroll":
        del element.attrib["role"], element.attrib["aria-label"]
    for lowered, name in SVG_ATTRIBUTES.items():
        if lowered in element.attrib:
            element.set(name, element.attrib.pop(lowered))


def _drop_empty(article: html.HtmlElement) -> None:
    """Drop numbered blocks of which only the number is left."""
    for block in article.xpath(".//div[@class='numbered']"):
        number = block.find("a[@class='paragraph-number']")
        if number is not None and len(block) == 1 and not (number.tail or "").strip():
            block.drop_tree()
