"""What came back for one chapter, held to the chapter as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from study.chapter_checks import own_problems, pair_problems
from study.chapters import Chapter, read_chapter
from study.concordance.exceptions import declared, left_over
from study.concordance.numbers.chapters import number_mismatches
from study.concordance.terms import chapter_mismatches
from study.knowledge import Knowledge
from study.problems import Problem
from study.translation.passages import Passage, Words, paired
from study.translation.revisions import OTHER, base_of, print_of
from study.translation.translated import WrongUnitError, translated
from study.translation.xliff_reading import File, Translation, Unit


@dataclass(frozen=True)
class Change:
    """A passage before and after; `line` is its place in the chapter as it stands."""

    chapter: str
    line: int
    unit: str
    old: str
    new: str


class Returned:
    """A chapter's part of a translation: its new words, what is `wrong`, what `moved` since the export."""

    def __init__(self, root: Path, translation: Translation, file: File) -> None:
        self.name, self.source, self.file = translation.name, translation.source, file
        self.language = OTHER[self.source]
        self.both = {each: read_chapter(root, each, file.page) for each in ("en", "fr")}
        self.chapter = self.both[self.language]
        sections = {unit.id.rpartition(":")[0] for unit in file.units}
        all_of_page = paired(self.both["en"], self.both["fr"]).passages
        self.passages = {each.id: each for each in all_of_page if each.section in sections}
        self.new: dict[str, str] = {}
        self.wrong: list[Problem] = []
        self.moved: list[Problem] = []
        self.arrived = False
        self._read()

    def _read(self) -> None:
        units: dict[str, Unit] = {}
        for unit in self.file.units:
            if unit.id in units:
                first = units[unit.id].line
                self.wrong.append(self._problem(unit, f"stands twice; the first is on line {first}"))
            elif unit.id not in self.passages:
                where = f"docs/*/{self.file.page}"
                self.moved.append(
                    self._problem(unit, f"no longer stands in {where}; export the chapter anew")
                )
            else:
                self._take(unit, self.passages[unit.id])
            units.setdefault(unit.id, unit)
        for key in self.passages:
            if key not in units:
                message = f"{self.file.page} › {key}: is missing from the file; expected every unit exported"
                self.moved.append(Problem(self.name, self.file.line, 1, message))
        base = base_of(self.file.page, self.passages.values(), self.source)
        if base != self.file.base and not (self.moved or self.arrived):
            message = (
                f"{self.file.page}: units are missing that stood in the file; expected all, or a new export"
            )
            self.moved.append(Problem(self.name, self.file.line, 1, message))

    def _take(self, unit: Unit, passage: Passage) -> None:
        try:
            self.new[unit.id] = translated(unit, passage, self.source)
        except WrongUnitError as error:
            self.wrong += [self._problem(unit, message) for message in error.messages]
        now = print_of(passage.words(self.source).text), print_of(passage.words(self.language).text)
        if unit.prints == now:
            return
        if unit.prints[0] == now[0] and self.new.get(unit.id) == passage.words(self.language).text:
            self.arrived = True  # imported before, by a command that was killed half-way
            return
        sides = zip((self.source, self.language), unit.prints, now, strict=True)
        changed = next(side for side, was, here in sides if was != here)
        words = passage.words(changed)
        place = f"{self.both[changed].name}:{words.line}"
        why = "has changed since the file was made" if all(unit.prints) else "can't be compared: no hash"
        self.moved.append(self._problem(unit, f"{place} {why}; expected the same revision, export it anew"))

    def problems(self, knowledge: Knowledge, as_of: date) -> list[Problem]:
        """Return what is wrong with the units, or with the chapter that they would make."""
        if self.wrong or not self.changes:
            return self.wrong
        after = {**self.both, self.language: replace(self.chapter, text=self.text)}
        moved = {
            each.id: each.words(self.language).text for each in paired(after["en"], after["fr"]).passages
        }
        torn = [unit for unit in self.file.units if moved.get(unit.id) != self.new[unit.id]]
        if torn:
            message = "its words make another block, or end one; expected words that stay a passage"
            return [self._problem(unit, message) for unit in torn]
        before = {(each.file, each.message) for each in self._checked(self.both, knowledge, as_of)}
        found = self._checked(after, knowledge, as_of)
        return [each for each in found if (each.file, each.message) not in before]

    def _checked(self, both: dict[str, Chapter], knowledge: Knowledge, as_of: date) -> Iterator[Problem]:
        """Every check of a chapter that its words can fail; an exception that falls away is none."""
        english, french = both["en"], both["fr"]
        exceptions = declared(knowledge.root)
        found = [
            *own_problems(both[self.language], knowledge, as_of),
            *pair_problems(english, french),
            *left_over(number_mismatches(english, french), exceptions, "numbers"),
            *left_over(chapter_mismatches(english, french, knowledge), exceptions, "terms"),
        ]
        return (each for each in found if each.file in (english.name, french.name))

    @property
    def changes(self) -> list[Change]:
        """Return the passages that change, in the order of the chapter."""
        return [
            Change(self.chapter.name, words.line, key, words.text, self.new[key])
            for key, words in self._in_order()
            if self.new.get(key, words.text) != words.text
        ]

    @property
    def text(self) -> str:
        """Return the chapter with the new words in it."""
        parts, place = [], 0
        for key, words in self._in_order():
            parts += [self.chapter.text[place : words.start], self.new.get(key, words.text)]
            place = words.end
        return "".join([*parts, self.chapter.text[place:]])

    def _in_order(self) -> list[tuple[str, Words]]:
        found = [(key, each.words(self.language)) for key, each in self.passages.items()]
        return sorted(found, key=lambda each: each[1].start)

    def _problem(self, unit: Unit, message: str) -> Problem:
        return Problem(
            self.name, unit.line, 1, f"{self.file.page} › {unit.id or 'unit without id'}: {message}"
        )
