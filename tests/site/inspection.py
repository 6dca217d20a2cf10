"""Checks of built pages: links, requests, heads. Each takes a site and returns what is wrong, by place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from tests.site.parsing import LANGUAGES, Element, Page, Site

ABSOLUTE_ALLOWED = "404.html"  # served for any address, so its links cannot be relative
# What a browser fetches by itself when it shows a page; a link is fetched only when followed.
FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "input": ("src",),
    "form": ("action",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
NOT_FETCHED_LINKS = {"canonical", "alternate", "prev", "next", "license"}
OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
OUTSIDE_IN_CSS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*(?:[a-z]+:)?//[^"')]*""", re.IGNORECASE)
THEME_TOC = "__toc"  # on a section's own page the theme labels a switch that it leaves out; no harm
REFERENCES = ("for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls")
IN_SVG = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True)
class Link:
    """A link of a page to a place within the site."""

    page: Page
    element: Element
    href: str

    @property
    def target(self) -> str:
        """Return the name of the file it leads to; one that begins with `..` lies outside the site."""
        path = unquote(urlsplit(self.href).path)
        if not path:
            return self.page.name
        folder = self.page.name.rpartition("/")[0]
        name = normpath(f"{folder}/{path}" if folder else path)
        return f"{name}/index.html".removeprefix("./") if path.endswith(("/", ".", "..")) else name

    @property
    def fragment(self) -> str:
        return unquote(urlsplit(self.href).fragment)

    def fault(self, why: str) -> str:
        return f"{self.page.at(self.element)}: {self.href!r} {why}"


def links(page: Page) -> Iterator[Link]:
    """Yield every address in the page that is not one of another site."""
    for element in page.root.all():
        for name in {"href", "src", *FETCHED.get(element.tag, ())} & element.attributes.keys():
            href = element[name]
            parts = urlsplit(href)
            if parts.scheme == "file" or not (parts.scheme or parts.netloc):
                yield Link(page, element, href)


def broken_links(site: Site) -> Iterator[str]:
    """Say each link to a file or a place in a file that does not exist, or that leaves the site."""
    for page in site.pages.values():
        for link in links(page):
            if link.href.startswith("/") and page.name == ABSOLUTE_ALLOWED:
                continue
            if link.href.startswith("/") or urlsplit(link.href).scheme:
                yield link.fault("is absolute; the site must work under any address")
            elif link.target.startswith(".."):
                yield link.fault("leaves the site")
            elif link.target not in site.files:
                yield link.fault(f"leads nowhere: there is no {link.target}")
            elif link.fragment and link.fragment not in _ids(site, link.target):
                yield link.fault(f"leads nowhere: {link.target} has no id {link.fragment!r}")


def _ids(site: Site, name: str) -> set[str]:
    return set(site.pages[name].ids) if name in site.pages else set()


def repeated_ids(site: Site) -> Iterator[str]:
    """Say each id that stands more than once on a page, or that is empty or holds a space."""
    for page in site.pages.values():
        for key, count in Counter(page.ids).items():
            if count > 1:
                yield f"{page.name}: the id {key!r} stands {count} times"
            if not key or re.search(r"\s", key):
                yield f"{page.name}: {key!r} is no id"


def dangling_references(site: Site) -> Iterator[str]:
    """Say each reference to an element of the same page that is not there: labels, notes, patterns."""
    for page in site.pages.values():
        for element in page.root.all():
            named = [key for name in REFERENCES for key in element[name].split()]
            named += [key for value in element.attributes.values() for key in IN_SVG.findall(value)]
            for key in named:
                if key not in page.ids and key != THEME_TOC:
                    yield f"{page.at(element)}: <{element.tag}> refers to {key!r}, which is not on the page"


def foreign_requests(site: Site) -> Iterator[str]:
    """Say whatever would be asked of another host when a page is shown or a form is sent."""
    for page in site.pages.values():
        for element in page.root.all():
            names = [*FETCHED.get(element.tag, ()), "ping", "formaction", "background"]
            if element.tag == "link" and not set(element["rel"].split()) & NOT_FETCHED_LINKS:
                names.append("href")
            for name in names:
                if OUTSIDE.search(element[name]) and not element[name].startswith("data:"):
                    yield f"{page.at(element)}: <{element.tag} {name}> asks another host: {element[name]}"
            styles = element.text() if element.tag == "style" else element["style"]
            for found in OUTSIDE_IN_CSS.findall(styles):
                yield f"{page.at(element)}: a style asks another host: {found}"


def foreign_requests_of_css(name: str, css: str) -> Iterator[str]:
    """Say what a style sheet would ask of another host."""
    for found in OUTSIDE_IN_CSS.findall(css):
        yield f"{name}: a style asks another host: {found}"


def open_external_links(site: Site) -> Iterator[str]:
    """Say each link to another site that gives the other site a hold on this one."""
    for page in site.pages.values():
        for element in page.root.all("a", "area"):
            if OUTSIDE.match(element["href"]) and "noopener" not in element["rel"].split():
                yield f"{page.at(element)}: the external link {element['href']} has no rel=noopener"


def unmatched_hreflang(site: Site) -> Iterator[str]:
    """Say each link within the site whose target is not in the language that the link declares."""
    for page in site.pages.values():
        for link in links(page):
            wanted, target = link.element["hreflang"], site.pages.get(link.target)
            if wanted and target and _language(target) != wanted:
                yield link.fault(
                    f"declares {wanted}, but the page is in {_language(target) or 'no language'}"
                )


def missing_counterparts(site: Site) -> Iterator[str]:
    """Say each page that exists in one language only, and each switch that does not lead to the other."""
    for page in site.chapters:
        other = "fr" if page.language == "en" else "en"
        name = other + page.name[2:]
        if name not in site.pages:
            yield f"{page.name}: has no counterpart {name}"
        switches = [link for link in links(page) if "language-switch" in link.element.classes]
        if [link.target for link in switches] != [name]:
            yield f"{page.name}: its language switch leads to {[link.target for link in switches]}, not {name}"


def wrong_heads(site: Site, address: str) -> Iterator[str]:
    """Say each page whose language, canonical address or alternates are not what they must be."""
    for page in site.chapters:
        if _language(page) != page.language:
            yield f"{page.name}: <html lang> is {_language(page)!r}"
        below = page.address[2:]
        wanted = {language: f"{address}{language}{below}" for language in LANGUAGES} | {"x-default": address}
        yield from _wrong_addresses(page, f"{address}{page.address}", wanted)
    door = site.pages.get("index.html")
    if door:
        entries = {language: f"{address}{language}/" for language in LANGUAGES} | {"x-default": address}
        yield from _wrong_addresses(door, address, entries)


def _wrong_addresses(page: Page, canonical: str, alternates: dict[str, str]) -> Iterator[str]:
    given: dict[str, list[str]] = {"canonical": [], "alternate": []}
    for link in page.root.all("link"):
        # the feed and the Markdown are other forms of the page, not the page in another language
        other_form = link["type"] in ("application/atom+xml", "text/markdown")
        for kind in given.keys() & set(link["rel"].split()) if not other_form else ():
            given[kind].append(f"{link['hreflang']} {link['href']}".strip())
    if given["canonical"] != [canonical]:
        yield f"{page.name}: canonical is {given['canonical']}, not {canonical}"
    wanted = sorted(f"{language} {href}" for language, href in alternates.items())
    if sorted(given["alternate"]) != wanted:
        yield f"{page.name}: alternates are {given['alternate']}, not {wanted}"


def _language(page: Page) -> str:
    html = page.root.first("html")
    return html["lang"] if html else ""


def indexable(site: Site) -> Iterator[str]:
    """Say each page that a search engine may list."""
    for page in site.pages.values():
        robots = [meta["content"] for meta in page.root.all("meta") if meta["name"] == "robots"]
        if robots != ["noindex"]:
            yield f"{page.name}: robots is {robots}, not noindex"


def wrong_absolute_links(site: Site, page: Page, address: str) -> Iterator[str]:
    """Say each link of a page served for any address that is not an absolute path to a file."""
    base = urlsplit(address).path
    for link in links(page):
        if not link.href.startswith(base):
            yield link.fault(f"does not begin with {base}")
        elif not {below := link.href.removeprefix(base), f"{below}index.html"} & site.files:
            yield link.fault("leads nowhere")


def acting_by_itself(page: Page) -> Iterator[str]:
    """Say what would send a reader elsewhere unasked, or needs a script."""
    for element in page.root.all("script", "meta"):
        if element.tag == "script" or element["http-equiv"].lower() == "refresh":
            yield f"{page.at(element)}: <{element.tag}> acts by itself"


XML = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def sitemap_faults(site: Site, sitemap: str, address: str) -> Iterator[str]:
    """Say where the site map differs from the pages of the site."""
    try:
        root = ElementTree.fromstring(sitemap)
    except ElementTree.ParseError as error:
        yield f"sitemap.xml is not XML: {error}"
        return
    listed = Counter(url.findtext("loc", "", XML) for url in root.iterfind("url", XML))
    for page in site.chapters:
        times = listed.pop(f"{address}{page.address}", 0)
        if times != 1:
            yield f"sitemap.xml: {page.address} stands {times} times"
    yield from (f"sitemap.xml: {other} is no page" for other in listed)
    for url in root.iterfind("url", XML):
        own = url.findtext("loc", "", XML).removeprefix(address)
        given = {link.get("hreflang"): link.get("href") for link in url.iterfind("xhtml:link", XML)}
        if given != {language: f"{address}{language}{own[2:]}" for language in LANGUAGES}:
            yield f"sitemap.xml: the alternates of {own} are {given}"
