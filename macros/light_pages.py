"""The light page of a chapter: one file without a script, for slow links, old browsers and small disks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import compress

from lxml import etree
from markupsafe import Markup

from macros.rendering import render
from study.content_policy import source_hash
from study.knowledge import Knowledge
from study.labels import Words

LARGEST = 30_000  # bytes, compressed as servers do


@dataclass(frozen=True)
class Way:
    """A link of a light page; `href` is empty where it would lead to the page itself."""

    text: str
    href: str
    language: str = ""


@dataclass(frozen=True)
class PartOfContents:
    """Chapters of the navigation under a title, which may be empty."""

    title: str
    chapters: Sequence[Way]


@dataclass(frozen=True)
class LightPage:
    """What a light page says around its chapter; addresses are relative, but for `canonical`."""

    title: str
    canonical: str
    home: str
    full: str
    other: Way | None
    previous: Way | None
    next: Way | None
    parts: Sequence[PartOfContents]


@dataclass(frozen=True)
class Said:
    """What is put in last: what the ribbon adds, and the commit; both may be marks."""

    note: str = ""
    commit: str = ""


def light_page(
    knowledge: Knowledge, words: Words, page: LightPage, article: etree._Element, said: Said
) -> str:
    """Return a whole light page."""
    style = _style(knowledge.root)
    return render(
        knowledge.root,
        "light",
        words=words,
        page=page,
        article=Markup(etree.tostring(article, encoding="unicode", method="html")),  # noqa: S704
        publication=knowledge.publication,
        standing=knowledge.standing,
        style=Markup(style),  # noqa: S704
        source=Markup(source_hash(style)),  # noqa: S704
        note=Markup(said.note),  # noqa: S704
        commit=said.commit,
    )


def fits(page: str) -> bool:
    """Return whether a light page is light: at most LARGEST bytes on their way."""
    return len(page) < LARGEST or len(compress(page.encode("utf-8"), 6, 31)) <= LARGEST


@cache
def _style(root: Path) -> str:
    """Return the style sheet of all light pages."""
    return render(root, "light.css").replace("\n", "")
