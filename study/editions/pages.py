"""`pages.json`: the pages of an edition, and what became of the paragraphs of those before it.

The switch between editions asks for it (docs/assets/edition.js): a page that another edition lacks has a
nearest parent there, and a number may stand at other words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from study.chapter_numbers import FEWEST, numbers_of
from study.chapters import read_chapter
from study.editions.names import edition_order
from study.history import histories
from study.knowledge import Knowledge
from study.paragraph_matching import REMOVED, Frozen, entries_of, printed_units

FORMAT = 1
Moves = Mapping[str, str | None]  # anchor in an earlier edition → anchor now, None where it is gone


def pages_file(knowledge: Knowledge, chapters: Mapping[str, str], paths: Iterable[str]) -> bytes:
    """Return what `pages.json` holds.

    `chapters` maps the path of each chapter, below `docs/LANG/`, to that of its page below a language;
    `paths` are those of the pages made from the register.
    """
    document = {
        "format": FORMAT,
        "edition": knowledge.standing.edition,
        "pages": sorted({*chapters.values(), *paths}),
        "anchors": dict(_anchors(knowledge, chapters)),
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def page_path(address: str) -> str:
    """Return the path of a page as other editions know it, `ai/`, given its address, which may be a file's."""
    path = address.removesuffix("index.html").removesuffix(".html")
    return f"{path}/" if path and not path.endswith("/") else path


def published_pages(root: Path) -> dict[str, frozenset[str]]:
    """Return the pages of each published edition, by path below a language; `study.history` reads them."""
    return {edition: each.pages for edition, each in histories(root).items() if each.pages}


def _anchors(knowledge: Knowledge, chapters: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Moves]]]:
    """Yield each earlier edition with the paragraphs that have another number now, or are gone, by page."""
    own = knowledge.standing.edition
    for edition, history in histories(knowledge.root).items():
        if edition_order(edition) >= edition_order(own):
            continue
        found = {
            path: moves
            for chapter, path in sorted(chapters.items())
            if (held := history.paragraphs.get(chapter)) and (moves := _moves(knowledge, chapter, held))
        }
        if found:
            yield edition, found


def _moves(knowledge: Knowledge, chapter: str, held: Sequence[Frozen]) -> Moves:
    given = numbers_of(knowledge.root, knowledge.edition.id, chapter)
    shown = [each for each in held if each.kind != REMOVED]
    if not given or len(shown) < FEWEST:  # a page with few paragraphs shows no numbers, then or now
        return {f"p{each.number}": None for each in shown} if len(shown) >= FEWEST else {}
    english, french = (read_chapter(knowledge.root, language, chapter) for language in ("en", "fr"))
    entries = entries_of(printed_units(english, french), held)
    now = {entry.number: each.number for entry, each in zip(entries, given, strict=True) if entry}
    return {
        f"p{each.number}": f"p{now[each.number]}" if each.number in now else None
        for each in shown
        if now.get(each.number) != each.number
    }
