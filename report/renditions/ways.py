"""Where the links of a copied article lead: within the copy where it holds the page, else to the site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urldefrag, urljoin

from lxml import html

Inside = Callable[
    [str, str], str | None
]  # a page's path without slash at its end, a fragment → address, or None
REFERENCES = ("aria-labelledby", "aria-describedby", "for", "headers")  # attributes that name ids


def nowhere(page: str, fragment: str) -> str | None:
    """Return that the copy holds no other page."""
    return None


def lead_on(article: html.HtmlElement, address: str, home: str, inside: Inside, prefix: str) -> None:
    """Rewrite every link and id of an article whose page has the permalink `address` below `home`, its language's.

    A link to the page itself stays one, with `prefix`; a link to another page of the language becomes what
    `inside` says, or its permalink; an address of another site stays as it is.
    """
    ids = {element.get("id") for element in article.iter() if element.get("id")}
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        if identifier := element.get("id"):
            element.set("id", prefix + identifier)
        if href := element.get("href"):
            element.set("href", _way(href, ids, address, home, inside, prefix))
        for name in REFERENCES if prefix else ():
            if value := element.get(name):
                element.set(name, " ".join(prefix + each for each in value.split()))
        for name in ("fill", "stroke") if prefix else ():
            if (value := element.get(name, "")).startswith("url(#"):
                element.set(name, value.replace("url(#", f"url(#{prefix}", 1))


def _way(href: str, ids: set[str], address: str, home: str, inside: Inside, prefix: str) -> str:
    target, fragment = urldefrag(urljoin(address, href))
    if target == address:
        if fragment in ids:
            return f"#{prefix}{fragment}"
        if not fragment:
            return inside(_page(address, home), "") or address
        return urljoin(address, href)  # it stood in what serves the screen only
    if target.startswith(home):
        found = inside(_page(target, home), fragment)
        if found is not None:
            return found
    return f"{target}#{fragment}" if fragment else target


def _page(target: str, home: str) -> str:
    return target.removeprefix(home).rstrip("/")
