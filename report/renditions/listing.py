"""The page of copies, filled with links to what has been made: PDF, EPUB and offline packs, each with its size.

The page itself has places for them (`overrides/fragments/copies-*.html`), marked as status, so that neither
the content digests nor a later run depend on which copies there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import relpath

from report.files import write_whole
from report.renditions.assembly import LANGUAGES, Job
from report.renditions.page_templates import rendered
from report.renditions.problems import NoSiteError
from study.addresses import permalink
from study.copies import Copy, CopyView, chapter_copy, copy_view, whole_copies
from study.labels import Words

WHOLE = "whole"
PAGES = (*(f"{language}/copies/index.html" for language in LANGUAGES), "both/copies/index.html")
# The two kinds of place hold none of their own kind, so each ends at the first closing tag.
PLACE = re.compile(
    r'<(?P<tag>section|td)\b(?=[^>]*\sdata-language="(?P<language>\w+)")'
    r'[^>]*\sdata-renditions="(?P<key>[\w/-]+)"[^>]*>.*?</(?P=tag)>',
    re.DOTALL,
)


def make(job: Job) -> list[str]:
    """Put links to the copies that exist into the pages of copies; return the paths of these pages.

    A page that was not built, such as that of a language left out, is passed over. Raises NoSiteError where no
    page of copies was built, or one has no places to fill.
    """
    paths = [path for path in PAGES if (job.site / path).is_file()]
    if not paths:
        raise NoSiteError(f"{job.site / PAGES[0]}: no such page; build the site first: report build")
    for path in paths:
        page = (job.site / path).read_text(encoding="utf-8")
        filled = _filled(job, path, page)
        if filled != page:
            write_whole(job.site / path, filled)
    return paths


def for_pack(job: Job, page: str) -> str:
    """Return a page of copies as it stands in an offline pack, which holds none: it names the page on the web."""

    def place(found: re.Match[str]) -> str:
        words = job.words(found["language"])
        online = permalink(job.knowledge, words.language, "copies/")
        return _place(job, words, found["key"], [], online)

    return PLACE.sub(place, page)


def _filled(job: Job, path: str, page: str) -> str:
    def place(found: re.Match[str]) -> str:
        words, key = job.words(found["language"]), found["key"]
        language = words.language
        one = [chapter_copy(job.standing, language, key)]
        copies = list(whole_copies(job.standing, language)) if key == WHOLE else one
        return _place(job, words, key, list(_views(job, path, words, copies)))

    filled, places = PLACE.subn(place, page)
    if not places:
        raise NoSiteError(
            f"{job.site / path}: has no places for copies; expected elements with data-renditions"
        )
    return filled


def _place(job: Job, words: Words, key: str, files: list[CopyView], online: str = "") -> str:
    if key == WHOLE:
        return rendered(job.root, "copies-whole.html", words=words, files=files, online=online)
    return rendered(job.root, "copies-chapter.html", words=words, key=key, file=files[0] if files else None)


def _views(job: Job, path: str, words: Words, copies: list[Copy]) -> Iterator[CopyView]:
    """Yield the copies that exist, as the page at `path` links them."""
    for copy in copies:
        file = job.site / copy.path
        if file.is_file():
            yield copy_view(copy, relpath(copy.path, path.rpartition("/")[0]), file.stat().st_size, words)
