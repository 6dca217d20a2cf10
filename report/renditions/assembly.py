"""What every copy is assembled from: the parts and chapters of the navigation, and the articles of the built pages.

Pages are read from the site as it was built, never from Markdown, so that a copy says what the pages say.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from lxml import html

from report.renditions.cleaning import clean
from report.renditions.problems import NoSiteError
from report.renditions.ways import Inside, lead_on, nowhere
from study.addresses import edition_address
from study.contents import contents
from study.editions.standing import Standing
from study.knowledge import Knowledge
from study.labels import Words

LANGUAGES = ("en", "fr")
DOORS = ("index", "copies")  # these pages only lead to others; a copy has a title page and contents instead


@dataclass(frozen=True)
class Job:
    """What is to be made: of which checkout and site, with which knowledge; `time` is that of the text, in seconds.

    `languages` and `chapters` (keys such as `technologies/ai`) say of what; no chapters means all of them
    and the whole report.
    """

    root: Path
    site: Path
    knowledge: Knowledge
    time: int
    languages: tuple[str, ...] = LANGUAGES
    chapters: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """Return how the edition stands that the copies are made of."""
        return self.knowledge.standing

    def words(self, language: str) -> Words:
        """Return the words of a language."""
        return Words(language, self.knowledge.labels)


@dataclass(frozen=True)
class Chapter:
    """A chapter: its key, `technologies/ai`; its title in a language; its number in the report, from 1."""

    key: str
    title: str
    number: int

    @property
    def path(self) -> str:
        """Return the path of its page below the folder of a language, `technologies/ai/`."""
        return page_path(self.key)

    @property
    def prefix(self) -> str:
        """Return what its ids begin with where several chapters stand in one document."""
        return f"{self.key.replace('/', '-')}--"


@dataclass(frozen=True)
class Part:
    """Chapters under a title of the navigation; `key`, `title` and `number` are empty before the first title."""

    key: str
    title: str
    number: int | None
    chapters: tuple[Chapter, ...]


def navigation(root: Path) -> list[tuple[str, list[str]]]:
    """Return the navigation as pairs of a part's key, empty without one, and its chapters' keys, doors left out."""
    found: list[tuple[str, list[str]]] = []
    for part, chapters_of_part in contents(root):
        keys = [key for key in chapters_of_part if key not in DOORS]
        if found and not part and not found[-1][0]:
            found[-1][1].extend(keys)
        elif keys:
            found.append((part, keys))
    return found


def chapters(job: Job, language: str) -> list[Part]:
    """Return parts and chapters in the order of the navigation. Raises NoSiteError for a page that was not built."""
    words, parts, number, named = job.words(language), [], count(1), count(1)
    for key, keys in navigation(job.root):
        title = words("navigation", key) if key else ""
        own = tuple(Chapter(each, _title(_article(job.site, language, each)), next(number)) for each in keys)
        parts.append(Part(key, title, next(named) if key else None, own))
    return parts


def article(
    job: Job, language: str, chapter: str, inside: Inside = nowhere, prefix: str = ""
) -> html.HtmlElement:
    """Return the `<article>` of a chapter's page without what serves the screen only.

    `inside(page, fragment)` returns the address of another page within the copy, or None: then a link leads
    to the permalink on the site. `page` is a path such as `cases/fi-x` or `technologies/ai`. Ids, and links
    within the chapter, begin with `prefix`. Raises NoSiteError if the page was not built.
    """
    found = deepcopy(_article(job.site, language, chapter))
    clean(found)
    address = f"{edition_address(job.knowledge)}{language}/{page_path(chapter)}"
    lead_on(found, address, f"{edition_address(job.knowledge)}{language}/", inside, prefix)
    return found


def page_path(key: str) -> str:
    """Return the path of a page below the folder of its language: `technologies/` of `technologies/index`."""
    folder = key.removesuffix("index").rstrip("/")
    return f"{folder}/" if folder else ""


def _article(site: Path, language: str, chapter: str) -> html.HtmlElement:
    path = site / language / page_path(chapter) / "index.html"
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise NoSiteError(f"{path}: no such page; build the site first: report build") from error


@lru_cache(maxsize=128)
def _read(path: Path, stamp: int) -> html.HtmlElement:
    page = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    found = page.find(".//article")
    if found is None:
        raise NoSiteError(f"{path}: it has no <article>; expected a page that `report build` made")
    return found


def _title(found: html.HtmlElement) -> str:
    heading = deepcopy(found.find(".//h1"))
    for link in heading.findall("a"):
        link.drop_tree()
    return " ".join(heading.text_content().split(" ")).strip()
