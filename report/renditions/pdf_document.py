"""The HTML that a PDF is made of: title page, contents, chapters, cases; from the articles of the built pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from lxml import html
from markupsafe import Markup

from report.renditions.assembly import Chapter, Job, Part, article, chapters
from report.renditions.case_annex import ListedCase, case_anchor, listed_cases
from report.renditions.footnotes import put_footnotes
from report.renditions.paper import for_paper
from report.renditions.problems import NotPrintedError
from report.renditions.scope import reservation
from report.renditions.templates import markup, rendered
from report.renditions.title_page import title_page
from report.renditions.typefaces import in_place_of, unknown_signs
from study.addresses import permalink
from study.problems import shown

REGISTER = "cases/index"
CATALOGUE = "all"  # the heading above it
LIST, ANNEX = "list-of-cases", "cases-one-by-one"


@dataclass(frozen=True)
class Section:
    """A line of the contents with those below it; the outermost ones carry the HTML of their chapter."""

    title: str
    anchor: str
    below: tuple[Section, ...] = ()
    content: Markup = field(default=Markup(""))


@dataclass(frozen=True)
class DocumentPart:
    """A part of the document: its title, empty before the first one, and its chapters."""

    title: str
    anchor: str
    chapters: tuple[Section, ...]


class Assembly:
    """Makes the documents of one language."""

    def __init__(self, job: Job, language: str) -> None:
        self.job, self.language, self.words = job, language, job.words(language)
        self.parts = chapters(job, language)

    def whole(self) -> str:
        """Return the whole report."""
        inside = {chapter.key: chapter for part in self.parts for chapter in part.chapters}
        parts = [self._part(part, inside) for part in self.parts]
        return self._document(parts, title_page(self.job, self.language))

    def chapter(self, key: str) -> str:
        """Return the document of one chapter. Raises KeyError if the navigation has none of this key."""
        known = {chapter.key: chapter for part in self.parts for chapter in part.chapters}
        chapter = known[key]
        sections = tuple(self._sections(chapter, {key: chapter}, deeper=0))
        held = reservation(self.job, self.language, key)
        about = title_page(self.job, self.language, chapter.title, chapter.path, held)
        return self._document([DocumentPart("", "", sections)], about)

    def _document(self, parts: Sequence[DocumentPart], about: object) -> str:
        return rendered(
            self.job.root, "document", parts=parts, about=about, words=self.words, language=self.language
        )

    def _part(self, part: Part, inside: dict[str, Chapter]) -> DocumentPart:
        deeper = 1 if part.title else 0
        sections = [each for chapter in part.chapters for each in self._sections(chapter, inside, deeper)]
        return DocumentPart(part.title, f"part-{part.key}", tuple(sections))

    def _sections(self, chapter: Chapter, inside: dict[str, Chapter], deeper: int) -> list[Section]:
        """Return a chapter, and after the one on the register the list of its cases and what is said of each."""
        way = partial(self._way, inside)
        found = article(self.job, self.language, chapter.key, way, chapter.prefix)
        if held := reservation(self.job, self.language, chapter.key):
            note = html.fragment_fromstring(rendered(self.job.root, "reservation", text=held))
            found.find(".//h1").addnext(note)
        self._ready(found, permalink(self.job.knowledge, self.language, chapter.path), deeper)
        heads = found.xpath(".//*[@class='section'][@id]")
        if chapter.key == REGISTER:
            self._lead_to_list(found, chapter.prefix)
        below = tuple(Section(head.text_content().strip(), head.get("id")) for head in heads)
        anchor = f"top-{chapter.prefix}"
        found.set("id", anchor)
        sections = [Section(chapter.title, anchor, below, markup(found))]
        if chapter.key == REGISTER:
            cases = listed_cases(self.job, self.language, way, partial(self._ready_entry, deeper))
            sections += [self._list(cases, deeper), self._annex(cases, deeper)]
        return sections

    def _lead_to_list(self, found: html.HtmlElement, prefix: str) -> None:
        """Put the way to the list of cases in the place of the catalogue, which only works on the screen."""
        for heading in found.xpath(f".//*[@id='{prefix}{CATALOGUE}']"):
            way = html.fragment_fromstring(
                rendered(self.job.root, "see-list", anchor=LIST, title=self.words("print", "cases_list"))
            )
            heading.addnext(way)

    def _list(self, cases: Sequence[ListedCase], deeper: int) -> Section:
        return self._made(LIST, "cases_list", "case-list", cases, deeper)

    def _annex(self, cases: Sequence[ListedCase], deeper: int) -> Section:
        entries = [(markup(case.entry), case.address) for case in cases]
        return self._made(ANNEX, "cases_annex", "case-annex", entries, deeper)

    def _made(self, anchor: str, word: str, template: str, cases: Sequence[object], deeper: int) -> Section:
        title = self.words("print", word)
        held = reservation(self.job, self.language, None)
        about = {"title": title, "anchor": anchor, "level": deeper + 1, "reservation": held}
        content = rendered(self.job.root, template, cases=cases, words=self.words, **about)
        return Section(title, anchor, (), Markup(content))  # noqa: S704 - made by a template that escapes

    def _ready(self, found: html.HtmlElement, address: str, deeper: int) -> None:
        put_footnotes(found)
        for_paper(found, address, deeper, self._instead)

    def _ready_entry(self, deeper: int, found: html.HtmlElement, address: str) -> None:
        """Make the entry of a case ready; its few sources stand below it, so it has no footnotes."""
        for_paper(found, address, deeper + 1, self._instead)

    def _instead(self, text: str, language: str) -> str:
        """Return a text as it is, or what stands for it if it is in a script that no typeface here has."""
        unknown = unknown_signs(text)
        if not unknown:
            return text
        if language in ("", self.language):
            raise NotPrintedError(f"no typeface has the signs {shown(unknown)} of {shown(text.strip())}")
        name = self.words.language_name(language)
        return in_place_of(text, self.words("print", "other_script", language=name))

    def _way(self, inside: dict[str, Chapter], page: str, fragment: str) -> str | None:
        """Return the address within the document of another page, if it is there."""
        if (REGISTER in inside) and page.removeprefix("cases/") in self.job.knowledge.case:
            return f"#{case_anchor(page.removeprefix('cases/'))}"
        chapter = inside.get(page) or inside.get(f"{page}/index")
        if chapter is None:
            return None
        return f"#{chapter.prefix}{fragment}" if fragment else f"#top-{chapter.prefix}"
