"""Checks of what macros put on pages, and of the search index made from the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.site.parsing import Element, Page, Site

NO_PLACE_FOR_NOTES = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "summary", "label", "svg"}


def incomplete_charts(site: Site) -> Iterator[str]:
    """Say what a chart lacks: picture with title and description, table of the data, source."""
    for page in site.pages.values():
        for chart in page.root.all("figure", of="chart"):
            svg = chart.first("svg")
            for what, given in (
                ("picture", svg),
                ("title", svg and svg.first("title")),
                ("description", svg and svg.first("desc")),
                ("table", chart.first("table")),
                ("caption", chart.first("figcaption")),
                ("source", chart.first(of="table-source")),
            ):
                if given is None or not given.text().strip():
                    yield f"{page.at(chart)}: the chart {chart['id']!r} has no {what}"
            if svg and not _named_by_its_own(svg):
                yield f"{page.at(chart)}: the chart {chart['id']!r} is not named by its title and description"
            # an image would hide the links in it from a screen reader
            role = "group" if svg and svg.first("a") else "img"
            if svg and svg["role"] != role:
                yield f"{page.at(chart)}: the chart {chart['id']!r} is no {role} to a screen reader"


def _named_by_its_own(svg: Element) -> bool:
    named = svg["aria-labelledby"].split()
    return named == [each["id"] for each in svg.all("title", "desc")]


def stray_citations(site: Site) -> Iterator[str]:
    """Say each citation of a chapter whose number is not that of an entry in its own page's list of sources."""
    for page in site.chapters:
        numbers = {
            item["id"]: item["value"]
            for sources in page.root.all("ol", "ul", of="sources")
            for item in sources.all("li")
        }
        for link in _citations(page):
            target = link["href"].removeprefix("#")
            shown = re.match(r"\[(\d+)", link.text().strip())
            if not link["href"].startswith("#source-") or target not in numbers:
                yield f"{page.at(link)}: the citation {link['href']!r} is not in the page's list of sources"
            elif not shown or shown[1] != numbers[target]:
                yield f"{page.at(link)}: {link.text()!r} leads to number {numbers[target]}"


def _citations(page: Page) -> Iterator[Element]:
    yield from page.root.all("a", of="citation-link")
    for mark in page.root.all(of="citation"):
        yield from mark.all("a")


def misplaced_notes(site: Site) -> Iterator[str]:
    """Say each word with a glossary note that stands in a heading or in something to be clicked."""
    for page in site.pages.values():
        for button in page.root.all(of="term"):
            around = {each.tag for each in button.and_ancestors() if each is not button}
            for tag in sorted(around & NO_PLACE_FOR_NOTES):
                yield f"{page.at(button)}: the note on {button.text()!r} stands in <{tag}>"


def search_faults(site: Site, language: str, found: list[dict[str, Any]]) -> Iterator[str]:
    """Say each entry of a language's index that is not of that language, and each page without one."""
    addresses = (page.address.removeprefix(f"{language}/") for page in site.in_language(language))
    missing = {address for address in addresses if not _further(address)}
    for entry in found:
        place, _, fragment = entry["path"].partition("#")
        page = site.pages.get(f"{language}/{place}index.html")
        if page is None:
            yield f"{language}: {entry['path']} is no page of this language"
            continue
        missing.discard(place)
        if fragment.startswith("term-"):
            continue
        heading = _heading(page, fragment)
        if heading is None:
            yield f"{language}: {entry['path']} is no section of that page"
        elif _words(entry["title"]) != _words(heading):
            yield f"{language}: {entry['path']} is called {entry['title']!r}, the page calls it {_words(heading)!r}"
    yield from (f"{language}: {place or 'the home page'} is not in the index" for place in sorted(missing))


def _further(address: str) -> bool:
    """Return whether a page continues or crosses lists of cases that are in the index themselves."""
    parts = address.rstrip("/").split("/")
    return parts[0] == "cases" and (len(parts) > 3 or parts[1:2] == ["page"])


def _heading(page: Page, fragment: str) -> str | None:
    for heading in page.root.all("h1", "h2", "h3"):
        if heading["id"] == fragment or (not fragment and heading.tag == "h1"):
            return "".join(
                child if isinstance(child, str) else "" if _is_beside(child) else child.text()
                for child in heading.children
            )
    return None


def _is_beside(child: Element) -> bool:
    """Return whether something in a heading is no part of its words."""
    return "headerlink" in child.classes or "data-search-exclude" in child.attributes


def _words(text: str) -> str:
    return " ".join(text.split())
