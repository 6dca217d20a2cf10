"""Checks of the words of built pages: their language, what was left over, typography, numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from study.knowledge import Knowledge
from study.labels import Words
from study.typography import french
from tests.site.parsing import Element, Page, Site

NOT_SHOWN = frozenset({"script", "style", "template", "head", "title", "desc", "noscript"})
AS_TYPED = frozenset({"code", "pre", "kbd", "samp"})
RUNNING_ON = frozenset({"a", "abbr", "b", "button", "cite", "em", "i", "span", "strong", "small"})
SPOKEN = ("title", "aria-label", "alt", "placeholder", "data-label")  # attributes that readers meet
# what puts records together may forget the space
UNSPACED = re.compile(r"[^\s\u00a0\u202f(!?;]([;!?])(?=\s|$)")
LEFT_OVER = re.compile(r"\{\{|\{%|%\}|\}\}|[\ue000-\uf8ff]|\b(?:None|NaN|[Uu]ndefined)\b(?! [a-z])")
TABLES = ("chart", "table-figure", "key-figures", "facts")
NUMBER = re.compile(r"\d[\d.,\u202f\u00a0]*")
WRONG_NUMBER = {
    "en": re.compile(r"\d,\d(?!\d\d)|\d[\s\u00a0\u202f]+%|\d[\u00a0\u202f]\d{3}"),
    "fr": re.compile(r"\d\.\d|\d,\d{3}(?!\d)|\d%|\d[ \u00a0]%"),
}


def shown_texts(element: Element, language: str) -> Iterator[str]:
    """Yield the texts below an element that readers see in `language`, one for each block.

    Code and parts in another language are left out; a footnote mark parts what stands around it.
    """
    running = ""
    for child in element.children:
        if isinstance(child, str):
            running += child
        elif child.tag in RUNNING_ON and child.language in ("", language):
            inner = list(shown_texts(child, language))
            running += inner[0] if len(inner) == 1 else " ".join(["", *inner, ""])
        elif child.tag in AS_TYPED:
            running += "x"
        else:
            yield from _tidy(running)
            running = ""
            if child.tag not in NOT_SHOWN and child["lang"] in ("", language):
                yield from shown_texts(child, language)
    yield from _tidy(running)


def _tidy(text: str) -> Iterator[str]:
    text = re.sub(r"[ \t\r\n]+", " ", text.replace("\N{WORD JOINER}", "")).strip(" ")
    if text:
        yield text


def untypographic(site: Site) -> Iterator[str]:
    """Say each visible French text that `report fix typography` would change."""
    for page in site.pages.values():
        for text in shown_texts(page.root, "fr"):
            if page.language == "fr" and french(text) != text:
                yield f"{page.name}: {text!r} is not in French typography; expected {french(text)!r}"
            elif page.name.startswith("fr/cases/") and (found := UNSPACED.search(text)):
                yield f"{page.name}: {text!r} lacks the space before {found[1]!r}"


def left_over(site: Site) -> Iterator[str]:
    """Say each trace of a template or of a value that was not there."""
    for page in site.pages.values():
        for element in page.root.all():
            own = [child for child in element.children if isinstance(child, str)]
            # references for BibTeX hold double braces by right
            if element.tag in ("script", "style") or (element.parent and element.parent.tag == "pre"):
                own = []
            for text in [*own, *element.attributes.values()]:
                for found in LEFT_OVER.findall(text):
                    yield f"{page.at(element)}: {found!r} was left in <{element.tag}>: {text.strip()[:60]!r}"


def around_texts(page: Page) -> set[str]:
    """Return the words around a page's article, attributes included."""
    return set(_around(page.root, page.language))


def _around(element: Element, language: str) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield from _tidy(child)
        elif (
            child.tag not in {"article", "code"}
            and child.tag not in NOT_SHOWN
            and child["lang"] in ("", language)
        ):
            yield from (child[name] for name in SPOKEN if child[name])
            yield from _around(child, language)


def same_in_both(knowledge: Knowledge, site: Site) -> set[str]:
    """Return the words that are rightly the same in both languages: labels and headings."""
    pairs = {(each["en"], each["fr"]) for group in knowledge.labels.values() for each in group.values()}
    for english, french_page in site.pairs():
        pairs |= set(zip(_headings(english), _headings(french_page), strict=False))
    return {ours for ours, theirs in pairs if ours == theirs} | {knowledge.edition.id}


def _headings(page: Page) -> list[str]:
    return [
        "".join(child for child in heading.children if isinstance(child, str)).strip()
        for heading in page.root.all("h1", "h2", "h3")
    ]


def untranslated(site: Site, allowed: Iterable[str]) -> Iterator[str]:
    """Say the words around an article that are the same on its counterpart, and should not be."""
    for english, other in site.pairs():
        for text in sorted(around_texts(english) & around_texts(other) - set(allowed)):
            if re.search(r"[^\W\d_]", text):
                yield f"{other.name}: {text!r} is the same in both languages"


def unnamed_sections(site: Site, words: Iterable[Words]) -> Iterator[str]:
    """Say each page whose navigation does not name the sections as `data/labels.yaml` does."""
    for each in words:
        wanted = [label[each.language] for label in each.labels["navigation"].values()]
        for page in site.in_language(each.language):
            nav = page.root.first("nav", of="menu")
            given = [_own_name(item) for item in nav.all("li", of="section")] if nav else []
            if given != wanted:
                yield f"{page.name}: the navigation names {given}, not {wanted}"


def _own_name(item: Element) -> str:
    return next((child.text().strip() for child in item.children if isinstance(child, Element)), "")


def missing_status(site: Site, words: Iterable[Words], edition: str, status: str) -> Iterator[str]:
    """Say each page that does not tell its edition and status in title, ribbon and header."""
    for each in words:
        sentence = each("status_sentence", status, edition=edition)
        for page in site.in_language(each.language):
            for what, given, wanted in (
                ("title", page.root.first("title"), f"({edition}, {each('status', status).lower()})"),
                ("ribbon", page.root.first(of="ribbon"), sentence),
                ("header's status", _in_header(page), each("status", status)),
            ):
                if given is None or wanted not in given.text():
                    yield f"{page.name}: the {what} does not say {wanted!r}"


def _in_header(page: Page) -> Element | None:
    header = page.root.first("header", of="site-header")
    return header.first(of="status-chip") if header else None


def generated(page: Page) -> dict[str, list[str]]:
    """Return the texts of each chart, table and list of figures of a page, by its id or class."""
    found: dict[str, list[str]] = {}
    for kind in TABLES:
        for element in page.root.all(of=kind):
            found.setdefault(element["id"] or kind, []).extend(shown_texts(element, page.language))
    return found


def wrong_numbers(site: Site) -> Iterator[str]:
    """Say each number of a generated part that is not written as its language writes numbers."""
    for page in site.chapters:
        for key, texts in generated(page).items():
            for text in texts:
                if WRONG_NUMBER[page.language].search(text):
                    yield f"{page.name}: {key}: {text!r} is not how {page.language} writes numbers"


def unequal_numbers(site: Site) -> Iterator[str]:
    """Say each generated part whose numbers are not the same in both languages."""
    for english, other in site.pairs():
        ours, theirs = generated(english), generated(other)
        for key in ours.keys() | theirs.keys():
            left, right = numbers(ours.get(key, []), "en"), numbers(theirs.get(key, []), "fr")
            if left != right:
                yield f"{english.name}: {key}: {dict(left - right)} in English, {dict(right - left)} in French"


def numbers(texts: Iterable[str], language: str) -> Counter[float]:
    """Return the numbers in texts, read as the language writes them."""
    thousands, decimal = (",", ".") if language == "en" else ("\u202f", ",")
    written = (each.strip(".,\u00a0\u202f") for text in texts for each in NUMBER.findall(text))
    return Counter(
        float(each.replace(thousands, "").replace("\u00a0", "").replace(decimal, "."))
        for each in written
        if re.fullmatch(rf"[\d{thousands}\u00a0]+({re.escape(decimal)}\d+)?", each)
    )
