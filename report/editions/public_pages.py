"""The files of the public tree around its editions: root page, addresses that stay, lists for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from study.content_policy import with_policy
from study.editions.public import PublicEdition, Redirect, editions_record, redirects, relative, versions
from study.labels import Words
from study.models.publication import Publication

TEMPLATES = Path("overrides")
NOT_FOUND = "404.html"
INDEX = "index.html"
LIST = "editions.json"
ROBOTS = "robots.txt"
FEED = "feed-{language}.xml"


@dataclass(frozen=True)
class PublicTree:
    """What the pages are made from: the editions, the newest first, and the feed of each language, if any."""

    publication: Publication
    languages: Mapping[str, Words]
    editions: list[PublicEdition]
    feeds: Mapping[str, bytes]

    @property
    def current(self) -> PublicEdition | None:
        """Return the current edition, or None while none is approved."""
        return self.editions[0] if self.editions else None


def public_files(root: Path, tree: PublicTree) -> Iterator[tuple[str, bytes]]:
    """Return the path and content of each file around the editions.

    The templates stand in `overrides/public/` of the checkout at `root`.
    """
    templates = _templates(root)
    for name, template in {
        INDEX: "root.html",
        NOT_FOUND: "404.html",
        "sitemap.xml": "sitemap.xml.html",
    }.items():
        yield name, _rendered(templates, template, tree)
    yield ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {tree.publication.site_url}sitemap.xml\n".encode()
    yield "versions.json", _json(versions(tree.editions))
    yield LIST, _json(editions_record(tree.editions, tree.languages))
    for language, content in tree.feeds.items():
        yield FEED.format(language=language), content
    for redirect in redirects(tree.editions):
        name = redirect.path if redirect.path.endswith(".html") else redirect.path + INDEX
        yield name, _redirect_page(templates, tree, redirect)


def _redirect_page(templates: Environment, tree: PublicTree, redirect: Redirect) -> bytes:
    """Return the page of `latest/` in its own language; where it has none, in both."""
    own = redirect.page.split("/")[0]
    return _rendered(
        templates,
        "redirect.html",
        tree,
        languages={own: tree.languages[own]} if own in tree.languages else tree.languages,
        redirect=redirect,
        target=relative(redirect.path, redirect.target),
        last=redirect.gone and relative(redirect.path, redirect.gone.path + redirect.page),
    )


def _rendered(templates: Environment, name: str, tree: PublicTree, **values: object) -> bytes:
    known = {
        "publication": tree.publication,
        "languages": tree.languages,
        "editions": tree.editions,
        "current": tree.current,
        "feeds": list(tree.feeds),
    }
    page = templates.get_template(f"public/{name}").render(known | values).strip() + "\n"
    return with_policy(page).encode()


@cache
def _templates(root: Path) -> Environment:
    """Return the environment of the templates: every text is escaped, no unknown name forgiven."""
    return Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
