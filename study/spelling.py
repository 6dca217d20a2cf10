"""Spelling of chapters and records, by the Hunspell dictionaries in `data/dictionaries/` and our own words.

A word may stand in the dictionary of its language, in `data/words.txt`, or in the names and terms
that the records themselves declare (Members, glossary, publishers).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from hunspell import Hunspell

from study.blanking import blank
from study.chapters import Chapter, pages, read_chapter
from study.documents import Documents
from study.knowledge import Knowledge
from study.problems import Problem, ReportError, shown
from study.reading import EMPTY, read_text
from study.typography import KEPT, TYPOGRAPHY, may_hold_kept
from study.typography_checks import translated_scalars

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)[’']", re.IGNORECASE)
# Oxford spelling, as the World Customs Organization writes: the dictionary has the form with s.
OXFORD = re.compile(r"(?<=[a-z]{2})([iy])z(?=[aei])")
PLACEHOLDER = re.compile(r"\{\w+\}")
NAMES = frozenset({"data/sources.yaml", "data/members.yaml"})  # proper names, in many languages
POSSESSIVE = re.compile(r"[’']s?$")
LONGEST_WORD = 100  # characters, as in Hunspell
MOST_SUGGESTIONS = 20  # per language; one takes up to a second
OWN_WORDS = "data/words.txt"
DICTIONARIES = "data/dictionaries"
LANGUAGES = tuple(TYPOGRAPHY)
NEEDED = (OWN_WORDS, *(f"{DICTIONARIES}/{each}.{kind}" for each in LANGUAGES for kind in ("aff", "dic")))
DESCRIPTION = re.compile(r"^description:(.*(?:\n[ \t].*)*)", re.MULTILINE)


class Speller:
    """Knows the words of one language."""

    def __init__(self, folder: Path, language: str, own: frozenset[str]) -> None:
        self.language = language
        self.own = own
        self._dictionary = Hunspell(language, hunspell_data_dir=str(folder))
        self._known: dict[str, bool] = {}
        self._suggestions: dict[str, str] = {}

    def knows(self, word: str) -> bool:
        """Return whether `word` is spelt right; elision, possessive and hyphens are looked through."""
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def suggestion(self, word: str) -> str:
        """Return `; did you mean "x"?`, or nothing; for the first unknown words only."""
        if word not in self._suggestions and len(self._suggestions) < MOST_SUGGESTIONS:
            near = self._dictionary.suggest(self._bare(word)[:LONGEST_WORD].replace("’", "'"))
            self._suggestions[word] = f'; did you mean "{near[0]}"?' if near else ""
        return self._suggestions.get(word, "")

    def _look_up(self, word: str) -> bool:
        if len(word) > LONGEST_WORD:
            return False
        if self._stands_in_a_list(word):
            return True
        bare = self._bare(word)
        if bare not in ("", word):
            return self.knows(bare)
        if self.language == "en" and OXFORD.search(word):
            return self.knows(OXFORD.sub(r"\1s", word))
        parts = word.split("-")
        return len(parts) > 1 and all(self.knows(part) for part in parts)

    def _bare(self, word: str) -> str:
        return POSSESSIVE.sub("", word) if self.language == "en" else ELISION.sub("", word)

    def _stands_in_a_list(self, word: str) -> bool:
        lower = word[:1].lower() + word[1:]
        return word in self.own or lower in self.own or bool(self._dictionary.spell(word.replace("’", "'")))


def spelling_problems(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each word of each chapter and record that no list knows."""
    missing = [name for name in NEEDED if not (knowledge.root / name).is_file()]
    if missing:
        yield from (Problem(name, 0, 0, "the file is missing; every checkout has it") for name in missing)
        return
    try:
        own = own_words(knowledge)
    except ReportError as error:
        yield from error.problems
        return
    for language in LANGUAGES:
        speller = Speller(knowledge.root / DICTIONARIES, language, own)
        for page in pages(knowledge.root, language):
            with suppress(ReportError):  # the checks of chapters name those that can't be read
                yield from _chapter_problems(read_chapter(knowledge.root, language, page), speller)
        for name in sorted(documents.by_name.keys() - NAMES):
            yield from _record_problems(knowledge.root, name, speller)


def own_words(knowledge: Knowledge) -> frozenset[str]:
    """Return the words of `data/words.txt` and of the names and terms that records declare."""
    text = read_text(knowledge.root / OWN_WORDS, OWN_WORDS)
    words = {line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")}
    names: list[str] = []
    for member in knowledge.register.members:
        names += [member.name.en, member.name.fr, member.id, member.iso3]
    for region in knowledge.register.regions:
        names += [region.code.en, region.code.fr]
    for body in knowledge.bodies:
        names += [body.abbreviation.en, body.abbreviation.fr]
    for term in knowledge.glossary:
        names += (
            [short for short in (term.abbreviation[each] for each in LANGUAGES) if short]
            if term.abbreviation
            else []
        )
    return frozenset(words | _words(names))


@cache
def _pieces(word: str) -> tuple[str, ...]:
    return (word, *re.split(r"[-’']", word))


def _words(texts: Iterable[str]) -> set[str]:
    return {piece for text in texts for word in WORD.findall(text) for piece in _pieces(word) if piece}


def _chapter_problems(chapter: Chapter, speller: Speller) -> Iterator[Problem]:
    prose = KEPT.sub(blank, chapter.text)
    described = DESCRIPTION.search(chapter.front_matter)
    spans = [(chapter.body_offset, len(prose))]
    if described:
        start = chapter.text.index("\n") + 1 + described.start(1)
        spans.insert(0, (start, start + len(described[1])))
    for start, end in spans:
        for found in WORD.finditer(prose, start, end):
            if not speller.knows(found.group()):
                yield _problem(chapter.name, chapter.place(found.start()), found.group(), speller)


def _record_problems(root: Path, name: str, speller: Speller) -> Iterator[Problem]:
    text = read_text(root / name, name)
    for start, end, language, _ in translated_scalars(text):
        if language != speller.language or text[start:end] in EMPTY:
            continue
        scalar = text[start:end]
        if may_hold_kept(scalar):
            scalar = PLACEHOLDER.sub(blank, KEPT.sub(blank, scalar))
        for found in WORD.finditer(scalar):
            if speller.knows(found.group()):
                continue
            offset = start + found.start()
            place = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
            yield _problem(name, place, found.group(), speller)


def _problem(name: str, place: tuple[int, int], word: str, speller: Speller) -> Problem:
    language = "English" if speller.language == "en" else "French"
    return Problem(
        name,
        *place,
        f"{shown(word)} is not in the {language} dictionary; correct it, or add it to {OWN_WORDS}"
        f"{speller.suggestion(word)}",
    )
