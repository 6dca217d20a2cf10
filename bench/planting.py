"""Putting errors in numbers into the real chapters and records, one at a time, in either language."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.error_kinds import KINDS, Kind
from study.chapters import Chapter, pages, read_chapter
from study.concordance.numbers.chapters import number_mismatches
from study.concordance.numbers.records import differences_of, pairs
from study.reading import read_text

NO_TEXT = re.compile(
    r"\A---\n.*?\n---\n|```.*?```|`[^`\n]*`|\{\{.*?\}\}|\{:[^}]*\}|\]\([^)]*\)|https?://\S+|^ *\d+\. ",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Pair:
    """A chapter or the text of a record in both languages; chapters keep their names."""

    name: str
    english: str
    french: str

    def text(self, language: str) -> str:
        """Return the text in one language."""
        return self.english if language == "en" else self.french

    def alarms(self) -> set[str]:
        """Return the sections in which the check finds a difference; of a record, its name."""
        if self.name.endswith(".md"):
            english, french = (
                Chapter(f"docs/{each}/{self.name}", each, self.name, self.text(each)) for each in ("en", "fr")
            )
            return {mismatch.section for mismatch in number_mismatches(english, french)}
        return {self.name} if differences_of(self.english, self.french) else set()


@dataclass(frozen=True)
class Planted:
    """One error: the pair with it, and what was changed."""

    kind: str
    pair: Pair
    language: str
    before: str
    after: str


def real_pairs(root: Path) -> list[Pair]:
    """Return every chapter and every text of a record in both languages."""
    found = [
        Pair(page, *(read_chapter(root, language, page).text for language in ("en", "fr")))
        for page in pages(root, "en")
    ]
    for path in sorted((root / "data").glob("*.yaml")):
        text = read_text(path, path.name)
        for english, french in pairs(text):
            name = f"{path.name}:{text.count(chr(10), 0, english[0]) + 1}"
            found.append(Pair(name, text[english[0] : english[1]], text[french[0] : french[1]]))
    return found


def planted(found: list[Pair], seed: int, count: int) -> Iterator[Planted]:
    """Return `count` errors, as many of each kind as there are places for, the same for the same seed."""
    chance = random.Random(seed)
    places = {kind.name: _places(found, kind) for kind in KINDS}
    for kind in KINDS:
        chance.shuffle(places[kind.name])
    number = 0
    while number < count and any(places.values()):
        for kind in KINDS:
            if number < count and (error := _next_error(kind, places[kind.name], chance)):
                number += 1
                yield error


Spot = tuple[Pair, str, int, int]


def _places(found: list[Pair], kind: Kind) -> list[Spot]:
    return [
        (pair, language, match.start(), match.end())
        for pair in found
        for language in ("en", "fr")
        for match in kind.pattern[language].finditer(_plain(pair.text(language)))
    ]


def _plain(text: str) -> str:
    return NO_TEXT.sub(lambda found: "_" * len(found.group()), text)


def _next_error(kind: Kind, places: list[Spot], chance: random.Random) -> Planted | None:
    while places:
        pair, language, start, end = places.pop()
        text = pair.text(language)
        after = kind.change(text[start:end], language, chance)
        if after != text[start:end]:
            changed = text[:start] + after + text[end:]
            broken = replace(pair, english=changed) if language == "en" else replace(pair, french=changed)
            around = text[max(0, start - 30) : end + 30].replace("\n", " ")
            return Planted(kind.name, broken, language, around, after)
    return None
