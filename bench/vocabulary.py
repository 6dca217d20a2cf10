"""Sentences of no meaning in the report's own words: some frequent, most rare, always the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from study.chapters import CALL, pages, read_chapter
from study.knowledge import Knowledge

DISTINCT = 4400  # words per language, as many as when the peers were first measured
WORD = re.compile(r"(?<![\w./-])[a-zà-öø-ÿœ]{3,}(?![\w./-])")
MARKUP = re.compile(CALL.pattern + r"|\{:[^}]*\}|\]\([^)]*\)")
SKEW = 2  # the higher, the more often the first words of the list are drawn


def vocabulary(knowledge: Knowledge, language: str) -> tuple[str, ...]:
    """Return the words that chapters and records are written in, the frequent ones first; 4,400 at most."""
    known = {word for text in _texts(knowledge, language) for word in WORD.findall(MARKUP.sub(" ", text))}
    chosen = sorted(known)
    Random(language).shuffle(chosen)
    return tuple(chosen[:DISTINCT])


def _texts(knowledge: Knowledge, language: str) -> Iterator[str]:
    for page in pages(knowledge.root, language):
        chapter = read_chapter(knowledge.root, language, page)
        yield chapter.text[chapter.body_offset :]
    for case in knowledge.cases:
        yield case.summary[language]
    for term in knowledge.glossary:
        yield term.definition[language]


class Writer:
    """Writes in one language; the same seed gives the same text."""

    def __init__(self, words: tuple[str, ...], seed: str) -> None:
        self._words = words
        self._draw = Random(seed)

    def words(self, count: int) -> str:
        """Return `count` words."""
        drawn = (self._words[int(self._draw.random() ** SKEW * len(self._words))] for _ in range(count))
        return " ".join(drawn)

    def title(self, count: int) -> str:
        """Return `count` words, the first with a capital."""
        words = self.words(count)
        return words[0].upper() + words[1:]

    def sentence(self, count: int, naming: str = "") -> str:
        """Return a sentence of `count` words; `naming` is woven into its middle."""
        before, after = self.title(count // 2), self.words(count - count // 2)
        return " ".join(filter(None, (before, naming, after))) + "."

    def paragraph(self, count: int, naming: str = "") -> str:
        """Return sentences of 16 words with about `count` words in all; the first names `naming`."""
        lengths = [16] * (count // 16) + ([count % 16] if count % 16 > 1 else [])
        named = [naming, *[""] * (len(lengths) - 1)]
        return " ".join(map(self.sentence, lengths, named))
