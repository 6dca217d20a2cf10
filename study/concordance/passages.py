"""What is certified: the sections of a chapter and the records of a register, in both languages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from study.blocks import normalised, sections
from study.chapters import Chapter, pages, read_chapter
from study.concordance.record import FOLDER, ID, RECORDS
from study.documents import Documents
from study.files import FILES
from study.models.values import LANGUAGES
from study.reading import place_of

TOP = "(top)"  # what stands before the first heading of a chapter
HASH_DIGITS = 16  # 64 bits: enough to tell texts apart that nobody chooses to confuse
# as it is called on the command line → its file; all files of records have texts in both languages
REGISTERS = {name.removesuffix(".yaml").replace("glossary", "terms"): f"data/{name}" for name in FILES}


@dataclass(frozen=True)
class Text:
    """The text of a passage in one language, white space aside, and its first line in its file."""

    words: str
    line: int

    @cached_property
    def digest(self) -> str:
        """Return the hash that the record of concordance keeps."""
        return hashlib.sha256(self.words.encode("utf-8", "replace")).hexdigest()[:HASH_DIGITS]


Texts = Mapping[str, Text]  # by id of the section or record


@dataclass(frozen=True)
class Pair:
    """A chapter or a register: its name in commands, its record, its file and texts per language."""

    name: str
    record: str
    files: Mapping[str, str]
    texts: Mapping[str, Texts]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the ids of all sections or records, in the order of the English file."""
        return tuple({**self.texts["en"], **self.texts["fr"]})


@lru_cache(maxsize=4096)  # the checks, the notices and the side-by-side page ask for the same
def chapter_texts(chapter: Chapter) -> dict[str, Text]:
    """Return the text of each section by its id; sections that share one count as one text."""
    found: dict[str, Text] = {}
    for section in sections(chapter):
        key, words = section.id or TOP, normalised(section)
        before = found.get(key)
        if before or words:
            found[key] = (
                Text(f"{before.words}\n\n{words}", before.line) if before else Text(words, section.line)
            )
    return found


def record_texts(document: Any, language: str) -> dict[str, Text]:
    """Return the texts of each record in `language`, in their order, by the id of the record.

    In a file of named fields, each field counts as a record; where a field lists records with ids,
    each of these does, as `milestones/launch`. What has no text in two languages is left out.
    """
    return {
        key: Text("\n\n".join(" ".join(text.split()) for text in texts), place_of(document, path)[0])
        for key, value, path in _records(document)
        if (texts := list(_texts(value, language)))
    }


def _records(document: Any) -> Iterator[tuple[str, Any, tuple[object, ...]]]:
    if isinstance(document, Sequence) and not isinstance(document, str):
        for number, record in enumerate(document):
            key = record.get("id") if isinstance(record, dict) else None
            if isinstance(key, str) and ID.fullmatch(key):  # other ids are refused where records are read
                yield key, record, (number,)
    elif isinstance(document, dict):
        for field, value in document.items():
            below = list(_records(value)) if isinstance(value, list) else []
            if below and len(below) == len(value):
                yield from ((f"{field}/{key}", record, (field, *at)) for key, record, at in below)
            elif ID.fullmatch(field):
                yield field, value, (field,)


def _texts(value: Any, language: str) -> Iterator[str]:
    """Return what stands under `en:` or `fr:` anywhere in a value; empty where it is null."""
    if isinstance(value, dict):
        if value.keys() == set(LANGUAGES) and not any(isinstance(each, dict) for each in value.values()):
            written = value[language]
            yield from (str(each or "") for each in (written if isinstance(written, list) else [written]))
            return
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts(each, language)


def chapter_pair(root: Path, page: str) -> Pair:
    """Return the sections of a chapter; a language without the chapter has none.

    Raises ReportError if it can't be read as text.
    """
    files = {language: f"docs/{language}/{page}" for language in LANGUAGES}
    texts = {
        language: chapter_texts(read_chapter(root, language, page)) if (root / file).is_file() else {}
        for language, file in files.items()
    }
    return Pair(page, f"{FOLDER}/{page.removesuffix('.md')}.yaml", files, texts)


def register_pair(documents: Documents, name: str) -> Pair:
    """Return the records of the register `name`, such as cases or terms."""
    file = REGISTERS[name]
    document = documents.by_name.get(file)
    texts = {language: record_texts(document, language) for language in LANGUAGES}
    return Pair(name, f"{RECORDS}/{name}.yaml", dict.fromkeys(LANGUAGES, file), texts)


def all_pages(root: Path) -> list[str]:
    """Return the paths of the chapters of either language, sorted."""
    return sorted({page for language in LANGUAGES for page in pages(root, language)})


def all_pairs(root: Path, documents: Documents) -> Iterator[Pair]:
    """Return every chapter, then every register that has texts. Raises ReportError like `chapter_pair`."""
    yield from (chapter_pair(root, page) for page in all_pages(root))
    yield from (pair for name in REGISTERS if (pair := register_pair(documents, name)).keys)
