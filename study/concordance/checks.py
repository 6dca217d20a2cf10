"""What keeps two texts from being certified: structure, numbers or terms that one language has alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from study.chapters import read_chapter
from study.concordance.exceptions import Kind, Mismatch, declared, left_over
from study.concordance.numbers.chapters import number_mismatches
from study.concordance.numbers.records import record_number_mismatches
from study.concordance.passages import REGISTERS, Pair
from study.concordance.structure import structure_problems
from study.concordance.terms import chapter_mismatches, record_mismatches
from study.documents import Documents
from study.knowledge import Knowledge
from study.problems import Problem


def obstacles(documents: Documents, knowledge: Knowledge, pair: Pair, keys: Iterable[str]) -> list[Problem]:
    """Return why the sections or records `keys` of a chapter or register can't be certified, in order."""
    wanted = tuple(keys)
    missing = list(_missing(pair, wanted))
    if not all(pair.texts.values()):
        return missing
    differences = _differences(documents, knowledge, pair)
    return sorted({*missing, *(each for each in differences if _concerns(each, pair, wanted))})


def _missing(pair: Pair, keys: tuple[str, ...]) -> Iterator[Problem]:
    """Return a problem for each text that one language lacks."""
    for language, other in (("en", "fr"), ("fr", "en")):
        file = pair.files[language]
        if not pair.texts[language]:
            yield Problem(file, 0, 0, f"is missing; expected it beside {pair.files[other]}")
            continue
        for key in keys:
            if key not in pair.texts[language]:
                line = pair.texts[other][key].line
                yield Problem(
                    file, 0, 0, f'has no section "{key}"; expected it as in {pair.files[other]}:{line}'
                )


def _differences(documents: Documents, knowledge: Knowledge, pair: Pair) -> Iterator[Problem]:
    root = knowledge.root
    if pair.name in REGISTERS:
        yield from _undeclared(root, "numbers", record_number_mismatches(root))
        yield from _undeclared(root, "terms", record_mismatches(documents, knowledge))
        return
    english, french = (read_chapter(root, language, pair.name) for language in ("en", "fr"))
    yield from structure_problems(english, french)
    yield from _undeclared(root, "numbers", number_mismatches(english, french))
    yield from _undeclared(root, "terms", chapter_mismatches(english, french, knowledge))


def _undeclared(root: Path, kind: Kind, found: Iterable[Mismatch]) -> Iterator[Problem]:
    """Return the problems of mismatches that no exception declares; needless exceptions are no obstacle."""
    mismatches = list(found)
    real = {mismatch.problem for mismatch in mismatches}
    yield from (problem for problem in left_over(mismatches, declared(root), kind) if problem in real)


def _concerns(problem: Problem, pair: Pair, keys: tuple[str, ...]) -> bool:
    """Return whether a problem stands in one of the sections or records, or concerns the file as a whole."""
    if problem.file not in pair.files.values():
        return False
    for language, file in pair.files.items():
        if file == problem.file:
            starts = sorted((text.line, key) for key, text in pair.texts[language].items())
            around = [key for line, key in starts if line <= problem.line]
            return not around or around[-1] in keys
    return False
