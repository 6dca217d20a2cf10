"""The copies of a report to take along: which there are in a language, and what readers are told of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from study.editions.standing import Standing
from study.labels import LOCALES, Words
from study.renditions import chapter_pdf, pack_file, report_file

PDF, EPUB, ZIP = "application/pdf", "application/epub+zip", "application/zip"
CHAPTER = "pdf"  # the key of a chapter's PDF among the labels


@dataclass(frozen=True)
class Copy:
    """A file below the root of an edition: the key of its name among the labels, its kind, its languages."""

    key: str
    path: str
    kind: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class CopyView:
    """A copy as a page links it: the key of its name, its address from there, its kind, languages and size in words."""

    key: str
    href: str
    kind: str
    language: str
    size: str


def whole_copies(standing: Standing, language: str) -> Iterator[Copy]:
    """Yield the copies of the whole report that readers of a language are offered, whether or not they are made."""
    yield Copy("pdf_whole", report_file(standing, language, "pdf"), PDF, (language,))
    yield Copy("epub", report_file(standing, language, "epub"), EPUB, (language,))
    yield Copy("pack", pack_file(standing, language), ZIP, (language,))
    yield Copy("pack_both", pack_file(standing, None), ZIP, tuple(LOCALES))


def chapter_copy(standing: Standing, language: str, chapter: str) -> Copy:
    """Return the PDF of a chapter, whether or not it is made."""
    return Copy(CHAPTER, chapter_pdf(standing, language, chapter), PDF, (language,))


def copy_view(copy: Copy, href: str, size: int, words: Words) -> CopyView:
    """Return what a page says of a copy that has `size` bytes."""
    languages = words.listing([words.language_name(each) for each in copy.languages])
    return CopyView(copy.key, href, copy.kind, languages[0].upper() + languages[1:], words.size(size))
