"""The search of one language: an index of its chapters, cases, terms and lists, and the words of its dialog."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from hooks import dependencies
from hooks.parts import language_of, part
from hooks.search_index import Record, index_files
from hooks.search_records import Found, case_records, chapter_records, list_records, term_records
from hooks.search_sections import Section, sections_of
from hooks.stages import STAGES, Stage
from hooks.store import KEPT, packed, unpacked
from hooks.stores import STORES
from macros.glossary import GLOSSARY
from macros.rendering import render
from study import building
from study.digests import digest
from study.labels import Words
from study.repertory import repertory

FOLDER = "search"
KINDS = ("chapters", "cases", "terms")  # what readers choose from; lists are counted among the cases

# by language and address; the preview makes pages anew and takes their sections in, but not into an index
_chapters: dict[str, dict[str, Found]] = defaultdict(dict)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Take in the sections of a chapter; pages made from records are found by their records."""
    if (page.meta.get("search") or {}).get("exclude"):
        return
    language = language_of(config)
    path = page.url.removeprefix(f"{language}/").removeprefix("./")
    sections = _sections_of(language, page.content or "")
    said = str(page.meta.get("description") or "")
    _chapters[language][path] = Found(path, str(page.title), said, sections)


def _sections_of(language: str, content: str) -> list[Section]:
    store = STORES.get(language)
    key = digest(_base(), content) if store else ""
    kept = store.get("sections", key) if store else None
    if kept is not None:
        return [Section(*each) for each in json.loads(kept)]
    sections = sections_of(content)
    if store:
        written = json.dumps([[each.id, each.title, each.text] for each in sections], ensure_ascii=False)
        store.put("sections", key, written.encode("utf-8"))
    return sections


@cache
def _base() -> str:
    """Return a digest of what the search depends on besides what is found: its own modules and Pagefind."""
    return digest(dependencies.versions(), dependencies.contents(Path(__file__).parent, ["search*.py"]))


@event_priority(12)  # before hooks/repertory.py (10), which takes most memory
def on_post_build(config: MkDocsConfig) -> None:
    stage = STAGES[language_of(config)]
    ending = "" if config.use_directory_urls else "index.html"
    for name, content in _index(stage, _records(stage, ending)).items():
        stage.write(f"{FOLDER}/{name}", content)
    stage.write(f"{FOLDER}/dialog.js", dialog(stage.root, stage.site().words))
    if part():
        _chapters.clear()


def _records(stage: Stage, ending: str) -> list[Record]:
    known = repertory(building.knowledge(stage.root))
    words = Words(stage.language, known.knowledge.labels)
    records = [
        record
        for _, chapter in sorted(_chapters[stage.language].items())
        for record in chapter_records(chapter)
    ]
    glossary = stage.files.get_file_from_path(f"{stage.language}/{GLOSSARY}")
    if glossary is not None:
        records += term_records(known.knowledge, words, glossary.url.removeprefix(f"{stage.language}/"))
    return [*records, *case_records(known, words, ending), *list_records(known, words, ending)]


def _index(stage: Stage, records: list[Record]) -> dict[str, bytes]:
    """Return the files of the index, those of the last build if nothing has changed."""
    cases = sum(record.kind == "cases" for record in records)
    store = STORES.get(stage.language) if cases <= KEPT else None
    if store is None:
        return index_files(records, stage.language)
    key = digest(_base(), dependencies.of_values([list(asdict(record).values()) for record in records]))
    kept = store.get(FOLDER, key)
    if kept is not None:
        return unpacked(kept)
    files = index_files(records, stage.language)
    store.put(FOLDER, key, packed(files))
    return files


def dialog(root: Path, words: Words) -> bytes:
    """Return the script that holds what stands in the dialog of a language, fetched when it is first opened."""
    inner = render(root, "search-dialog", words=words, kinds=KINDS, language=words.language)
    return f"window.searchDialog={json.dumps(inner, ensure_ascii=False)};\n".encode()
