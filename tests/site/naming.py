"""Checks of what a page says to those who listen: names of elements, in the language of what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from study.knowledge import Knowledge
from tests.site.parsing import LANGUAGES, Element, Page, Site

SPOKEN = (
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "alt",
    "title",
    "placeholder",
    "data-label",
)
# labels of links to the other language, which are said in it
OF_THE_OTHER = {"Lire cette page en français", "FR – cette section en français", "Français"}
KEY = re.compile(r"[a-z0-9.-]*")  # what scripts know a thing by


def spoken(
    page: Page, element: Element | None = None, language: str = ""
) -> Iterator[tuple[Element, str, str]]:
    """Yield each element that is given a name, the language it is in, and the name; scripts' words included."""
    for child in (element or page.root).children:
        if isinstance(child, Element):
            own = child["lang"] or language
            for name, value in child.attributes.items():
                if name in SPOKEN or (name.startswith("data-") and not KEY.fullmatch(value)):
                    yield child, own, value
            yield from spoken(page, child, own)


def of_one_language(knowledge: Knowledge) -> dict[str, set[str]]:
    """Return the labels of each language that are not labels of the other."""
    labels = [
        label
        for group in knowledge.labels.values()
        for label in group.values()
        if label["en"] not in OF_THE_OTHER
    ]
    said = {language: {label[language] for label in labels} for language in LANGUAGES}
    return {language: said[language] - said[other] for language, other in (LANGUAGES, LANGUAGES[::-1])}


def foreign_names(site: Site, knowledge: Knowledge) -> Iterator[str]:
    """Say each name that is a label of the other language than the one of its element."""
    labels = of_one_language(knowledge)
    for page in site.pages.values():
        for element, language, value in spoken(page):
            other = {"en": "fr", "fr": "en"}.get(language, "")
            if other and value in labels[other]:
                yield f"{page.at(element)}: <{element.tag}> is named in {other}, not in {language}: {value!r}"
