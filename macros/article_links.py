"""Where the links of a plain article lead: from the root of the site first, then from the light page it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from posixpath import relpath
from urllib.parse import urljoin, urlsplit

from lxml import etree

SITE = "/"  # what the links within the site begin with


def lead_from_root(article: etree._Element, url: str) -> None:
    """Let links within the site begin with `/` and go from its root; `url` is the address of the page they stand on."""
    to = partial(urljoin, f"{SITE}{url}")
    known: dict[str, str] = {}
    for link in article.iter("a"):
        href = link.get("href")
        if href is None or href.startswith("#"):
            continue
        if urlsplit(href).scheme:
            link.set("rel", "noopener")
            link.attrib.pop("hreflang", None)  # its text has a language of its own
            continue
        if href not in known:
            known[href] = to(href)
        link.set("href", known[href])


def page_links(article: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield each link within the site with the page or file it leads to, below the root, and its fragment with `#`."""
    for link in article.iter("a"):
        href = link.get("href", "")
        if href.startswith(SITE):
            path, sign, fragment = href[1:].partition("#")
            yield link, path, sign + fragment


def relative(target: str, path: str) -> str:
    """Return the address of `target` as seen from the page at `path`, both below the root; folders end with a slash."""
    found = relpath(f"/{target}", f"/{path}" if path.endswith("/") else f"/{path}".rpartition("/")[0] or "/")
    return f"{found}/" if target.endswith("/") or not target else found


def lead_to_light(article: etree._Element, path: str, light: Mapping[str, str]) -> None:
    """Let links within the site lead to the light pages of chapters, by their full pages' addresses, else to full pages.

    `path` is the folder of the page that the article stands on.
    """
    known: dict[str, str] = {}
    for link, target, fragment in list(page_links(article)):
        if target not in known:
            known[target] = relative(light.get(target, target), path)
        link.set("href", known[target] + fragment)
