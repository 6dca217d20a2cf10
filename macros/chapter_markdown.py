"""A chapter as Markdown, for machines: written from the plain article of its page, so that it says what the page says.

The form is CommonMark with the tables of GitHub Flavored Markdown (https://github.github.com/gfm/).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from lxml import etree

from macros.plain_articles import NUMBER, TERM

Address = Callable[[str], str]
BLOCKS = frozenset(
    {
        *(
            "article",
            "blockquote",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
        ),
        *("h6", "hr", "li", "nav", "ol", "p", "pre", "section", "table", "ul"),
    }
)
SPACES = re.compile(r"[ \t\n\f\r]+")
SPECIAL = re.compile(r"([\\`*_\[\]>])")
ENTITY = re.compile(r"&(?=#?\w+;)")  # what would be read as another character
# what begins a block: a heading, a list, code, the line under a heading
OPENING = re.compile(r"^(?:(?=#{1,6}(?: |$)|[-+](?: |$)|~~~|-+ *$|=+ *$)|(\d+)(?=[.)](?: |$)))", re.MULTILINE)
WRAPS = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*"}
INDENT = "    "


def chapter_markdown(article: etree._Element, address: Address) -> str:
    """Return the Markdown of a plain article; `address` completes what a link has as its `href`."""
    return "\n\n".join(_blocks(article, address)) + "\n"


def _blocks(element: etree._Element, address: Address) -> list[str]:
    """Return the blocks in an element, each without an empty line at its ends."""
    found: list[str] = []
    line = _escaped(element.text)
    for child in element.iterchildren(etree.Element):
        if child.tag in BLOCKS:
            found += [*_paragraph(line), *_block(child, address)]
            line = _escaped(child.tail)
        else:
            line += _inline(child, address) + _escaped(child.tail)
    return [*found, *_paragraph(line)]


def _paragraph(line: str) -> list[str]:
    text = "\n".join(SPACES.sub(" ", each).strip(" ") for each in line.split("\v")).strip("\n")
    return [OPENING.sub(r"\1\\", text).replace("\n", "  \n")] if text else []


def _block(element: etree._Element, address: Address) -> list[str]:
    tag = element.tag
    if tag in ("ul", "ol"):
        return _list(element, address)
    if tag == "table":
        return _table(element, address)
    if tag == "pre":
        return [f"```\n{''.join(element.itertext()).strip(chr(10))}\n```"]
    if tag == "dl":
        return _definitions(element, address)
    if tag == "hr":
        return ["---"]
    found = _blocks(element, address)
    if tag[0] == "h" and found:
        return [f"{'#' * int(tag[1])} {found[0]}"]
    if tag in ("dt", "figcaption"):
        return [f"**{each}**" for each in found]
    if tag == "blockquote":
        return ["\n>\n".join("\n".join(f"> {line}" for line in each.split("\n")) for each in found)]
    if tag == "div" and len(found) > 1 and element[0].get("class") == NUMBER:
        return [f"{found[0]} {found[1]}", *found[2:]] if element[1].tag == "p" else found
    return found


def _list(element: etree._Element, address: Address) -> list[str]:
    items, number = [], int(element.get("start", "1"))
    for item in element.iterchildren("li"):
        number = int(item.get("value", number))
        mark = f"{number}. " if element.tag == "ol" else "- "
        text = "\n\n".join(_blocks(item, address))
        items.append(mark + text.replace("\n", f"\n{INDENT}").replace(f"\n{INDENT}\n", "\n\n"))
        number += 1
    return ["\n".join(items)] if items else []


def _definitions(element: etree._Element, address: Address) -> list[str]:
    """Return a list of what is said in one line; what is said in several stands below its name."""
    found: list[str] = []
    for name in element.iter("dt"):
        own = takewhile(lambda each: each.tag == "dd", name.itersiblings())
        said = [block for each in own for block in _blocks(each, address)]
        (title,) = _block(name, address) or [""]
        if len(said) == 1 and (not found or found[-1].startswith("- ")):
            found.append(f"- {title} – {said[0]}")
        else:
            found += [title, *said]
    return ["\n".join(found)] if all(each.startswith("- ") for each in found) else found


def _table(element: etree._Element, address: Address) -> list[str]:
    rows = [[_cell(cell, address) for cell in row.iterchildren("th", "td")] for row in element.iter("tr")]
    if not rows:
        return []
    if element.find("thead") is None:
        rows.insert(0, [""] * len(rows[0]))
    rows.insert(1, ["---"] * len(rows[0]))
    return ["\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _cell(cell: etree._Element, address: Address) -> str:
    return " ".join(_blocks(cell, address)).replace("  \n", " ").replace("\n", " ").replace("|", "\\|")


def _inline(element: etree._Element, address: Address) -> str:
    tag = element.tag
    if tag == "br":
        return "\v"
    if tag == "code":
        return f"`{''.join(element.itertext())}`"
    text = _escaped(element.text)
    for child in element.iterchildren(etree.Element):
        text += _inline(child, address) + _escaped(child.tail)
    if element.get("class") == NUMBER:
        return f"§\u00a0{text}"
    if tag == "a" and element.get("class") != TERM and text.strip():
        return f"[{text}]({address(element.get('href', ''))})"
    if tag in WRAPS and text.strip():
        return _wrapped(text, WRAPS[tag])
    return text


def _wrapped(text: str, sign: str) -> str:
    """Return text between signs, which must touch it (CommonMark 0.31, 6.2)."""
    core = text.strip()
    start = text.index(core)
    return f"{text[:start]}{sign}{core}{sign}{text[start + len(core) :]}"


def _escaped(text: str | None) -> str:
    if not text:
        return ""
    line = ENTITY.sub("&amp;", SPACES.sub(" ", text).replace("\u2060", ""))
    return SPECIAL.sub(r"\\\1", line.replace("<", "&lt;"))
