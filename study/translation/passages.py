"""The passages of a chapter in both languages, pair by pair: what is translated, and where it stands.

A passage is what a translator reads as one: a heading, a paragraph, what stands in an item of a list, a
cell of a table, the words of an image. Sections are paired by their id, and passages by their place, so
only where both sections are built alike; the others are named, not guessed at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from study.block_lines import Block
from study.blocks import NUMBERED, Section, sections
from study.chapters import HEADING, Chapter
from study.models.values import CONTROL
from study.translation.inline import pieces, words_of

LEAVES = frozenset({"heading", "paragraph", "image", "cell", "definitions"})
TOLD_APART = frozenset({"heading", "list", "macro", "admonition"})  # by what their `detail` says
SECTION_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")  # what XML takes as an id as it stands
TITLE = re.compile(r'"(.*)"')


@dataclass(frozen=True)
class Words:
    """A passage in one language, as it is written; `start` and `end` are its place in the chapter."""

    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True)
class Passage:
    """A passage in both languages. `id` names it in its chapter: section and number, such as `uses:3`."""

    id: str
    section: str
    place: int  # of its unit in the section, from 1, as paragraphs are counted; 0 where it is in none
    kind: str
    english: Words
    french: Words

    def words(self, language: str) -> Words:
        """Return the side in `en` or `fr`."""
        return self.english if language == "en" else self.french


@dataclass(frozen=True)
class LeftOut:
    """A section whose passages can't be paired: its lines (0 where it is missing), and why."""

    section: str
    english_line: int
    french_line: int
    why: str


@dataclass(frozen=True)
class Paired:
    """The passages of a chapter, in the order of the English text, and the sections that have none."""

    page: str
    passages: tuple[Passage, ...]
    left_out: tuple[LeftOut, ...]


@lru_cache(maxsize=256)
def paired(english: Chapter, french: Chapter) -> Paired:
    """Return the passages of a chapter in both languages."""
    passages: list[Passage] = []
    left_out: list[LeftOut] = []
    others = {section.id: section for section in sections(french)}
    ours = sections(english)
    ids = [Counter(section.id for section in sections(each)) for each in (english, french)]
    for section in ours:
        other = others.get(section.id)
        twice = any(count[section.id] > 1 for count in ids)
        why = "has an id that stands twice" if twice else _hindrance(section, other, english, french)
        if why:
            left_out.append(LeftOut(section.id, section.line, other.line if other else 0, why))
        elif other:
            passages += _passages(section, other, english, french)
    known = {section.id for section in ours}
    for key, section in others.items():
        if key not in known:
            left_out.append(LeftOut(key, 0, section.line, "stands in French only"))
    return Paired(english.page, tuple(passages), tuple(left_out))


def _hindrance(section: Section, other: Section | None, english: Chapter, french: Chapter) -> str:
    """Return why two sections can't be paired, or nothing."""
    if other is None:
        return "stands in English only"
    if not SECTION_ID.fullmatch(section.id):
        return "has no id that XML takes; expected letters without accents, digits, - and ."
    if [_shape(each) for each in section.blocks] != [_shape(each) for each in other.blocks]:
        return "has other blocks in French than in English"
    for one, chapter in ((section, english), (other, french)):
        written = chapter.text[one.blocks[0].start : one.blocks[-1].end]
        if "\t" in written or CONTROL.search(written.replace("\n", " ")):
            return f"holds a tab or a control character in {chapter.name}"
    return ""


def _shape(block: Block) -> tuple[object, ...]:
    detail = block.detail if block.kind in TOLD_APART else ""
    titled = block.kind == "admonition" and bool(TITLE.search(block.text.split("\n", 1)[0]))
    inner = () if block.kind in LEAVES else tuple(_shape(part) for part in block.parts)
    return (block.kind, detail, titled, inner)


def _passages(section: Section, other: Section, english: Chapter, french: Chapter) -> Iterator[Passage]:
    sides = zip(_leaves(section), _leaves(other), strict=True)
    for number, ((block, place), (there, _)) in enumerate(sides):
        ours, theirs = _words(block, english), _words(there, french)
        if any(words_of(pieces(side.text)).strip() for side in (ours, theirs)):
            yield Passage(f"{section.id}:{number}", section.id, place, block.kind, ours, theirs)


def _leaves(section: Section) -> Iterator[tuple[Block, int]]:
    """Return what holds words, with the place of its unit."""
    place = 0
    for block in section.blocks:
        for leaf, opens in _inside(block, counted=False):
            place += opens
            if leaf.kind in LEAVES or leaf.kind == "title":
                yield leaf, place if leaf.kind != "heading" else 0


def _inside(block: Block, *, counted: bool) -> Iterator[tuple[Block, bool]]:
    """Return each block inside of one, itself first; True where a unit begins."""
    opens = block.kind in NUMBERED and not counted
    yield block, opens
    if block.kind == "admonition" and (title := TITLE.search(block.text.split("\n", 1)[0])):
        yield (
            Block("title", title[1], block.line, block.start + title.start(1), block.start + title.end(1)),
            False,
        )
    if block.kind not in LEAVES:
        for part in block.parts:
            yield from _inside(part, counted=counted or opens)


def _words(block: Block, chapter: Chapter) -> Words:
    start, end = block.start, block.end
    heading = HEADING.match(chapter.text[start:end]) if block.kind == "heading" else None
    if heading:
        start, end = start + heading.start(2), start + heading.end(2)
    return Words(chapter.text[start:end], start, end, block.line)
