"""Wordings that a language does not use in this report, such as “cloud” in French.

`data/forbidden-variants.yaml` lists them with what to write instead; a form that the glossary declares
can't be among them. Names and titles in which a wording stands as it is are listed as `within`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from study.blanking import blank
from study.chapters import pages, read_chapter
from study.concordance.declarations import declaration
from study.documents import Documents, problem_at
from study.knowledge import Knowledge
from study.models.concordance import VARIANTS, Variant
from study.models.values import LANGUAGES
from study.problems import Problem, ReportError, shown, suggestion
from study.typography import KEPT, may_hold_kept

FILE = "data/forbidden-variants.yaml"
# names stand in many languages; these files explain or declare wordings
NOT_SEARCHED = frozenset(
    {"data/sources.yaml", "data/members.yaml", "data/bodies.yaml", FILE, "data/concordance-exceptions.yaml"}
)
NAMES = frozenset({"partners", "term", "forms", "abbreviation", "publisher", "office"})


@dataclass(frozen=True)
class Wordings:
    """The variants of one language, and one pattern that finds them and the names they may stand in."""

    pattern: re.Pattern[str]
    variant: dict[str, Variant]  # by its spelling in lower case

    def found(self, text: str) -> Iterator[tuple[re.Match[str], Variant]]:
        """Return each variant in a text, those within a permitted name left out."""
        for each in self.pattern.finditer(text):
            variant = self.variant.get(_plain(each.group()))
            if variant is not None and each.lastgroup == "variant":
                yield each, variant


def variant_problems(knowledge: Knowledge, documents: Documents) -> Iterator[Problem]:
    """Return a problem for each wording of a chapter or record that its language does not use."""
    try:
        variants, document = _read(knowledge.root)
    except ReportError as error:
        yield from error.problems
        return
    yield from _declaration_problems(variants, document, knowledge)
    for language in LANGUAGES:
        wordings = wordings_of(tuple(each for each in variants if each.language == language))
        for page in pages(knowledge.root, language):
            with suppress(ReportError):  # the checks of chapters name those that can't be read
                chapter = read_chapter(knowledge.root, language, page)
                for found, variant in wordings.found(_running(chapter.text)):
                    place = chapter.place(found.start())
                    yield Problem(chapter.name, *place, _message(found.group(), variant))
        yield from _record_problems(documents, language, wordings)


def wordings_of(variants: Iterable[Variant]) -> Wordings:
    """Return how the variants of one language are found; any case, and a space of any kind."""
    spelt: dict[str, Variant] = {}
    names: set[str] = set()
    for variant in variants:
        spelt.update({_plain(each): variant for each in variant.written})
        names.update(_plain(each) for each in variant.within)
    if not spelt:
        return Wordings(re.compile(r"(?!)"), {})
    either = [_either(names)] if names else []
    either.append(f"(?P<variant>{_either(spelt)})")
    first = "".join(sorted({re.escape(each[0]) for each in (*names, *spelt)}))
    pattern = rf"(?<!\w)(?=[{first}])(?:{'|'.join(either)})(?!\w)"
    return Wordings(re.compile(pattern, re.IGNORECASE), spelt)


def _either(spellings: Iterable[str]) -> str:
    longest_first = sorted(spellings, key=lambda each: (-len(each), each))
    return "|".join(re.escape(each).replace(r"\ ", r"\s+").replace("’", "[’']") for each in longest_first)


def _plain(written: str) -> str:
    return " ".join(written.lower().replace("'", "’").split())


def _running(text: str) -> str:
    return KEPT.sub(blank, text) if may_hold_kept(text) else text


def _record_problems(documents: Documents, language: str, wordings: Wordings) -> Iterator[Problem]:
    for name in sorted(documents.by_name.keys() - NOT_SEARCHED):
        for path, fields in documents.mappings(name):
            text = fields.get(language)
            if isinstance(text, str) and not NAMES.intersection(map(str, path)):
                for found, variant in wordings.found(_running(text)):
                    message = _message(found.group(), variant)
                    yield documents.problem(name, (*path, language), message)


def _message(written: str, variant: Variant) -> str:
    language = "English" if variant.language == "en" else "French"
    return f"{shown(written)} is not used in {language} here; write {shown(variant.expected)}: {variant.reason.en}"


def _declaration_problems(variants: list[Variant], document: Any, knowledge: Knowledge) -> Iterator[Problem]:
    """Return where the list contradicts itself or the glossary."""
    declared = {
        (language, _plain(form)): term.id
        for term in knowledge.glossary
        for language in LANGUAGES
        for form in term.spellings(language)
    }
    seen: dict[tuple[str, str], int] = {}
    for index, variant in enumerate(variants):
        if variant.term and variant.term not in knowledge.term:
            message = f"{shown(variant.term)} is not a known term{suggestion(variant.term, knowledge.term)}"
            yield problem_at(FILE, document, (index, "term"), message)
        for place, written in enumerate(variant.written):
            spelling = (variant.language, _plain(written))
            if spelling in declared:
                message = (
                    f"{shown(written)} is declared as a form of {shown(declared[spelling])}; it can't be both"
                )
                yield problem_at(FILE, document, (index, "written", place), message)
            elif spelling in seen:
                message = f"{shown(written)} stands twice; entry {seen[spelling] + 1} has it already"
                yield problem_at(FILE, document, (index, "written", place), message)
            seen.setdefault(spelling, index)


def _read(root: Path) -> tuple[list[Variant], Any]:
    try:
        return declaration(root, FILE, VARIANTS)
    except FileNotFoundError:
        missing = Problem(FILE, 0, 0, "the file is missing; every checkout has it")
        raise ReportError([missing]) from None
