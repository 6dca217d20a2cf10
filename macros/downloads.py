"""Downloads: the files of the edition with their sizes, and what their columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.pages import ReportPage
from study.addresses import DOWNLOADS, FEED
from study.downloads import edition_files
from study.downloads.dictionary import Entry, dictionary
from study.downloads.fields import TABLES
from study.linked_data import dataset_data, json_ld_text

# Path below `data/`, key of its format and of its purpose in the labels; the most asked for first.
FILES = (
    ("cases.xlsx", "xlsx", "cases-xlsx"),
    ("cases.csv", "csv", "cases-csv"),
    ("cases.json", "json", "cases-json"),
    ("results.csv", "csv", "results-csv"),
    ("sources.csv", "csv", "sources-csv"),
    ("glossary.csv", "csv", "glossary-csv"),
    ("glossary.tbx", "tbx", "glossary-tbx"),
    ("datapackage.json", "package", "datapackage-json"),
    ("cases.schema.json", "schema", "cases-schema-json"),
)


@dataclass(frozen=True)
class FileView:
    """A file of the edition, in a line of the table of files."""

    name: str
    href: str | None
    format: str
    purpose: str
    size: str


@dataclass(frozen=True)
class DownloadsView:
    """The files of the edition, and under which licence they stand; `licence_url` is its text."""

    files: Sequence[FileView]
    licence: str
    licence_url: str | None
    json_ld: str
    feed: str | None


def downloads(page: ReportPage) -> DownloadsView:
    """Return the files of the edition and what may be done with them, as far as it has been decided."""
    licence = page.knowledge.publication.text_licence
    if licence is None:
        return DownloadsView(files(page), page.words("download", "no_licence"), None, *_machines(page))
    said = page.words("download", "licence", name=licence.name[page.language])
    return DownloadsView(files(page), said, licence.url, *_machines(page))


def _machines(page: ReportPage) -> tuple[str, str | None]:
    """Return what programs read: the description of the register, and the address of the feed."""
    return json_ld_text(dataset_data(page.repertory, page.words)), page.link(FEED)


def files(page: ReportPage) -> list[FileView]:
    """Return the files of the edition in the language of the page, each with its size."""
    words, contents = page.words, edition_files(page.repertory, page.language)
    return [
        FileView(
            name=name,
            href=page.link(f"{DOWNLOADS}{name}"),
            format=words("download_format", form),
            purpose=words("download_purpose", purpose),
            size=words.size(len(contents[f"{DOWNLOADS}{name}"])),
        )
        for name, form, purpose in FILES
    ]


@dataclass(frozen=True)
class DictionaryView:
    """The columns of one table."""

    id: str
    caption: str
    description: str
    entries: Sequence[Entry]


def dictionaries(page: ReportPage) -> list[DictionaryView]:
    """Return the columns of every table of the downloads."""
    words = page.words
    return [
        DictionaryView(
            id=f"columns-{table}",
            caption=f"{words('download_table', table)} ({table}.csv)",
            description=words("download_description", table),
            entries=dictionary(table, words),
        )
        for table in TABLES
    ]
