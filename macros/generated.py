"""Pages made from records alone: a path, a title, a description and the HTML of the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.pages import ReportPage
from study.knowledge import Knowledge
from study.labels import Words


@dataclass(frozen=True)
class GeneratedPage:
    """A page below the folder of a language; `content` is HTML, the other texts are plain.

    `files` are those that belong to it, by path below the same folder.
    """

    path: str
    title: str
    description: str
    content: str
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Link:
    """A text that leads somewhere, or stands alone where `href` is None."""

    text: str
    href: str | None


@dataclass(frozen=True)
class Addresses:
    """Where the pages and files of one language stand, below its folder.

    `chapters` maps the path of a Markdown file to the address of its page; `directory_urls` says
    whether a folder may stand for the page in it, which no disk does.
    """

    chapters: Mapping[str, str]
    directory_urls: bool = True

    def __call__(self, target: str) -> str | None:
        """Return the address of a chapter (`about.md`), a generated page (`cases/x/`) or a file.

        None stands for a chapter that does not exist; the rest always does.
        """
        if target.endswith(".md"):
            return self.chapters.get(target)
        if not target.endswith("/"):
            return target
        chapter = self.chapters.get(f"{target[:-1]}.md") or self.chapters.get(f"{target}index.md")
        return chapter or (target if self.directory_urls else f"{target}index.html")


@dataclass(frozen=True)
class Site:
    """What every generated page of one language is made with."""

    knowledge: Knowledge
    words: Words
    addresses: Addresses
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # case → first and last line

    def page(self, path: str) -> ReportPage:
        """Return the page that will stand at `path`, for the fragments that it is made of."""
        up = "../" * path.count("/")

        def address(target: str) -> str | None:
            found = self.addresses(target)
            return None if found is None else up + found

        return ReportPage(self.knowledge, self.words, address)
