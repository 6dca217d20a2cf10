"""Both languages of each chapter, gathered while they are built and written beside each other.

Two processes hand each other their columns as files in the folder `REPORT_BLOCKS`; whoever comes last
writes the pages. One process has both columns in its memory.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import mkdocs.utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

import macros
from hooks.stages import BYPRODUCTS, STAGES, Stage
from macros.columns import Column, beside, cells_of, path_of
from macros.concordance import notices
from macros.numbered import blocks_of, numbers_of
from macros.side_by_side import side_by_side
from study import building
from study.knowledge import Knowledge

HANDED = "REPORT_BLOCKS"
Columns = Mapping[str, Sequence[str]]  # address of a page of both → title of the chapter, its packed column
Write = Callable[[bytes, str], None]  # given what a file holds and its path below the site


def take_column(page: Page, html: str, root: Path) -> None:
    """Take note of a chapter's blocks, given the HTML of its Markdown; of none where it has no numbers."""
    made = BYPRODUCTS.setdefault(page.file.src_uri, {})
    made.pop("column", None)
    path = page.file.src_uri.split("/", 1)[1]
    prepared = macros.prepared(page)
    numbers = numbers_of(root, building.last_knowledge(root).edition.id, path) if prepared else ()
    if prepared is None or not numbers:
        return
    cells = cells_of(blocks_of(prepared, html, numbers), page.url)
    styles, said = list(dict.fromkeys(prepared.styles)), notices(prepared, path)
    made["column"] = Column(page.url, "", cells, styles, said.chapter, said.sections).packed()


def gathered(stage: Stage) -> dict[str, list[str]]:
    """Return the columns of all chapters of a language that have been read."""
    return {
        beside(file.page.url): [str(file.page.title), column]
        for file in stage.files.documentation_pages()
        if file.page and (column := BYPRODUCTS.get(file.src_uri, {}).get("column"))
    }


def handed_over(folder: Path, language: str, columns: Columns) -> dict[str, Columns] | None:
    """Hand this process's columns over; return those of all languages to the one that comes last.

    Each hands its own over before it looks for the others', so that the last one sees them all; if two
    see them, the first to say so has them.
    """
    unfinished = folder / f"{language}.part"
    unfinished.write_text(json.dumps(columns, ensure_ascii=False), encoding="utf-8")
    unfinished.rename(folder / f"{language}.json")
    others = [each for each in ("en", "fr") if each != language]
    if not all((folder / f"{each}.json").exists() for each in others):
        return None
    try:
        os.close(os.open(folder / "taken", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return None
    read = {each: json.loads((folder / f"{each}.json").read_text(encoding="utf-8")) for each in others}
    return {language: columns, **read}


def write_pages(knowledge: Knowledge, columns: Mapping[str, Columns], write: Write) -> None:
    """Write the page of each chapter that has both columns; `write` takes its bytes and its path."""
    for path, html in _pages(knowledge, columns):
        write(html.encode("utf-8"), path)


def write_page(name: str) -> None:
    """Write one page anew, named by its path below the site, if both columns are there; the preview asks for it."""
    columns = {language: gathered(stage) for language, stage in STAGES.items()}
    chosen = {
        language: {address: column for address, column in found.items() if path_of(address) == name}
        for language, found in columns.items()
    }
    if len(chosen) > 1:
        stage = next(iter(STAGES.values()))
        write_pages(building.knowledge(stage.root), chosen, writing(stage.config))


def writing(config: MkDocsConfig) -> Write:
    """Return what writes a file of the site as MkDocs does."""
    return lambda content, path: mkdocs.utils.write_file(content, f"{config.site_dir}/{path}")


def _pages(knowledge: Knowledge, columns: Mapping[str, Columns]) -> Iterator[tuple[str, str]]:
    english, french = columns["en"], columns["fr"]
    for address in english:
        if address in french:
            both = [_column(*each[address]) for each in (english, french)]
            yield path_of(address), side_by_side(knowledge, both)


def _column(title: str, packed: str) -> Column:
    return replace(Column.unpacked(packed), title=title)
