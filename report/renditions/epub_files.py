"""The documents of an EPUB: which files it has, how they lead to each other, and its contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import html
from markupsafe import Markup

from report.renditions.assembly import Chapter, Job, Part, article, chapters, page_path
from report.renditions.case_annex import ListedCase, case_anchor, listed_cases
from report.renditions.epub_articles import ids_of, make_ready, sections_of, xhtml
from report.renditions.scope import reservation
from report.renditions.templates import rendered
from study.addresses import CATALOGUE

TITLE, CASES, NAV = "title.xhtml", "cases.xhtml", "nav.xhtml"


@dataclass(frozen=True)
class Item:
    """A document of the book in the order of reading; `content` is its XHTML."""

    name: str
    title: str
    content: Markup
    sections: Sequence[tuple[str, str]] = ()
    kind: str = "bodymatter"
    reservation: str = ""  # where it is not part of what was approved

    @property
    def id(self) -> str:
        """Return the id of its entry in the package."""
        return f"text-{self.name.removesuffix('.xhtml')}"

    @property
    def has_pictures(self) -> bool:
        """Return whether it holds a picture, which the package has to say."""
        return "<svg" in self.content


@dataclass(frozen=True)
class Entry:
    """An entry of the contents; without `href` it is the title of a part."""

    text: str
    href: str
    below: Sequence[Entry] = field(default_factory=tuple)


class Documents:
    """The chapters and cases of one language, made from its built pages."""

    def __init__(self, job: Job, language: str) -> None:
        """Read the chapters. Raises NoSiteError for a page that was not built."""
        self._job, self._language = job, language
        self.parts: list[Part] = chapters(job, language)
        keys = [chapter.key for part in self.parts for chapter in part.chapters]
        self._files = {page_path(key).rstrip("/"): file_of(key) for key in keys}
        self._ids = {page_path(key).rstrip("/"): ids_of(article(job, language, key)) for key in keys}
        self._cases = {f"{CATALOGUE}{case.id}": case.id for case in job.knowledge.cases}

    def chapter(self, chapter: Chapter) -> Item:
        """Return the document of a chapter."""
        found = article(self._job, self._language, chapter.key, self._inside)
        make_ready(found)
        found.tag = "section"
        found.attrib.clear()
        held = reservation(self._job, self._language, chapter.key)
        name = file_of(chapter.key)
        return Item(name, chapter.title, xhtml(found), sections_of(found), reservation=held)

    def cases(self) -> Item:
        """Return the document of all cases."""

        def ready(entry: html.HtmlElement, address: str) -> None:
            make_ready(entry)

        words = self._job.words(self._language)
        listed = listed_cases(self._job, self._language, self._inside, ready)
        title = words("print", "cases_annex")
        content = rendered(
            self._job.root, "epub/cases", title=title, cases=listed, entries=[_entry(case) for case in listed]
        )
        sections = [(case.anchor, case.title) for case in listed]
        held = reservation(self._job, self._language, None)
        return Item(CASES, title, Markup(content), sections, reservation=held)  # noqa: S704 - a template that escapes

    def _inside(self, page: str, fragment: str) -> str | None:
        if page in self._cases and not fragment:
            return f"{CASES}#{case_anchor(self._cases[page])}"
        if page not in self._files or (fragment and fragment not in self._ids[page]):
            return None
        return f"{self._files[page]}#{fragment}" if fragment else self._files[page]


def file_of(key: str) -> str:
    """Return the name of a chapter's document: `technologies-ai.xhtml`."""
    return f"{key.replace('/', '-')}.xhtml"


def contents(parts: Sequence[Part], items: Sequence[Item], title: str) -> list[Entry]:
    """Return the contents of a book: its title page, parts with their chapters and sections, the cases."""
    by_name = {item.name: item for item in items}
    found = [Entry(title, TITLE)]
    for part in parts:
        own = [_with_sections(by_name[file_of(chapter.key)]) for chapter in part.chapters]
        found += [Entry(part.title, "", own)] if part.title else own
    if CASES in by_name:
        found.append(_with_sections(by_name[CASES]))
    return found


def _with_sections(item: Item) -> Entry:
    return Entry(item.title, item.name, [Entry(text, f"{item.name}#{key}") for key, text in item.sections])


def _entry(case: ListedCase) -> Markup:
    case.entry.tag = "section"
    for heading in case.entry.iter("h1", "h2", "h3", "h4"):
        heading.tag = f"h{int(heading.tag[1]) + 1}"
    return xhtml(case.entry)
