"""The EPUB of the whole report, one per language (https://www.w3.org/TR/epub-33/)."""

from __future__ import annotations

import textwrap
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from markupsafe import Markup

from report.files import write_bytes
from report.renditions.assembly import Job
from report.renditions.epub_archive import archive
from report.renditions.epub_files import CASES, NAV, TITLE, Documents, Item, contents
from report.renditions.templates import FOLDER, rendered
from report.renditions.title_page import TitlePage, title_page
from study.renditions import report_file

INSIDE = "EPUB"  # the folder in the archive
COVER_LINE = 20  # characters of the title on the cover


def make(job: Job) -> list[str]:
    """Write the EPUB of each language below the site; returns their paths. None if single chapters were asked for.

    Raises NoSiteError for a page that was not built.
    """
    if job.chapters:
        return []
    paths = []
    for language in job.languages:
        path = report_file(job.standing, language, "epub")
        write_bytes(job.site / path, archive(book(job, language), job.time))
        paths.append(path)
    return paths


def book(job: Job, language: str) -> dict[str, bytes]:
    """Return the files of the EPUB in a language, by name."""
    about, documents = title_page(job, language), Documents(job, language)
    items = [Item(TITLE, about.title, _fragment(job, language, "title", about=about), kind="frontmatter")]
    items += [documents.chapter(chapter) for part in documents.parts for chapter in part.chapters]
    items.append(documents.cases())
    files = {
        "META-INF/container.xml": _rendered(job, language, "container", package=f"{INSIDE}/package.opf"),
        f"{INSIDE}/package.opf": _package(job, language, about, items),
        f"{INSIDE}/{NAV}": _navigation(job, language, about, documents, items),
        f"{INSIDE}/cover.svg": _cover(job, language, about),
        f"{INSIDE}/style.css": (job.root / FOLDER / "epub" / "style.css.html").read_text(encoding="utf-8"),
    }
    for item in items:
        line = "" if item.name == TITLE else " · ".join(filter(None, [about.line, item.reservation]))
        files[f"{INSIDE}/{item.name}"] = _page(job, language, item, line)
    return {name: text.encode("utf-8") for name, text in files.items()}


def _package(job: Job, language: str, about: TitlePage, items: list[Item]) -> str:
    publication, words = job.knowledge.publication, job.words(language)
    licence = publication.text_licence
    return _rendered(
        job,
        language,
        "package",
        about=about,
        items=items,
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, f'{about.address}{job.standing.name}.epub')}",
        publisher=publication.publisher[language],
        description=publication.description[language],
        rights=words("download", "licence", name=licence.name[language])
        if licence
        else words("download", "no_licence"),
        modified=f"{datetime.fromtimestamp(job.time, UTC):%Y-%m-%dT%H:%M:%SZ}",
    )


def _navigation(job: Job, language: str, about: TitlePage, documents: Documents, items: list[Item]) -> str:
    words = job.words(language)
    title = words("print", "contents")
    landmarks = [
        ("titlepage", TITLE, about.title),
        ("toc", "#toc", title),
        ("bodymatter", items[1].name, items[1].title),
        ("appendix", CASES, words("print", "cases_annex")),
    ]
    entries = contents(documents.parts, items, about.title)
    content = _fragment(job, language, "nav", title=title, entries=entries, landmarks=landmarks)
    return _page(job, language, Item(NAV, title, content, kind="frontmatter"), about.line)


def _cover(job: Job, language: str, about: TitlePage) -> str:
    return _rendered(job, language, "cover", about=about, lines=textwrap.wrap(about.title, COVER_LINE))


def _page(job: Job, language: str, item: Item, line: str) -> str:
    return _rendered(job, language, "page", title=item.title, content=item.content, line=line, kind=item.kind)


def _fragment(job: Job, language: str, template: str, **values: object) -> Markup:
    return Markup(_rendered(job, language, template, **values))  # noqa: S704 - a template that escapes


def _rendered(job: Job, language: str, template: str, **values: object) -> str:
    words = job.words(language)
    return rendered(job.root, f"epub/{template}", language=language, words=words, **values).strip() + "\n"
