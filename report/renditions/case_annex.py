"""The cases in a copy: a list with the stage of each, and what their pages say of each, with its sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import html

from report.renditions.assembly import Job, article
from report.renditions.ways import Inside
from study.addresses import case_path, permalink
from study.listing import in_order
from study.repertory import repertory

Ready = Callable[
    [html.HtmlElement, str], None
]  # makes an article of a page with its permalink ready for a copy
LEFT_OUT = (
    ".//h2[@id='{0}related' or @id='{0}editions' or @id='{0}cite' or @id='{0}corrections']",
    ".//ul[@class='related' or @class='life']",
    ".//dl[@class='case-facts']",
    ".//*[contains(@class, 'trail')]",
    ".//section",
    ".//div[@class='details']",
)


@dataclass(frozen=True)
class ListedCase:
    """A case of the list: `anchor` leads to its entry, `address` to its page; `stage` is empty if it was withdrawn."""

    anchor: str
    address: str
    administrations: str
    title: str
    stage: str
    entry: html.HtmlElement


def listed_cases(job: Job, language: str, inside: Inside, ready: Ready) -> list[ListedCase]:
    """Return all cases in the order of the register, each with its entry made from its page.

    Raises NoSiteError for a case whose page was not built.
    """
    words = job.words(language)
    ordered = in_order(job.knowledge.cases, repertory(job.knowledge), words)
    return [_listed(job, language, case.id, inside, ready) for case in ordered]


def case_anchor(key: str) -> str:
    """Return the id of a case's entry."""
    return f"case-{key}"


def _listed(job: Job, language: str, key: str, inside: Inside, ready: Ready) -> ListedCase:
    prefix = f"{case_anchor(key)}--"
    address = permalink(job.knowledge, language, case_path(key))
    entry = article(job, language, case_path(key).rstrip("/"), inside, prefix).find(".//article")
    entry.attrib.clear()
    entry.set("class", "case-entry")
    body = entry.find(".//div[@class='case-text']")
    for path in LEFT_OUT:
        for element in entry.xpath(path.format(prefix)):
            element.drop_tree()
    _end_after(entry, body)
    title = entry.find(".//h1")
    title.set("id", case_anchor(key))
    stage = entry.xpath(".//p[@class='case-badges']//span[starts-with(@class, 'stage ')]")
    found = ListedCase(
        case_anchor(key),
        address,
        _text(entry.find(".//p[@class='case-who']")),
        _text(title),
        _text(stage[0]) if stage else "",
        entry,
    )
    ready(entry, address)
    return found


def _end_after(entry: html.HtmlElement, body: html.HtmlElement | None) -> None:
    """Drop what follows the text of a case: how to cite it, who may correct it."""
    outer = body.getparent() if body is not None else None
    for after in list(outer.itersiblings()) if outer is not None else ():
        after.drop_tree()


def _text(element: html.HtmlElement | None) -> str:
    return " ".join(element.text_content().split(" ")).strip() if element is not None else ""
