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
class Site:
    """The pages of chapters in one language: path of the Markdown file → address below the language."""

    knowledge: Knowledge
    words: Words
    chapters: Mapping[str, str]
    directory_urls: bool = True
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # case → first and last line

    def page(self, path: str) -> ReportPage:
        """Return the page that will stand at `path`, for the fragments that it is made of."""
        up = "../" * path.count("/")

        def address(target: str) -> str | None:
            if target.endswith(".md"):
                known = self.chapters.get(target)
                return None if known is None else up + known
            return up + (
                f"{target}index.html" if target.endswith("/") and not self.directory_urls else target
            )

        return ReportPage(self.knowledge, self.words, address)
