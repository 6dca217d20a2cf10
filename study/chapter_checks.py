"""What must hold in every chapter: known macros, explicit ids, both languages, no HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from study.building import build_day
from study.calls import MACROS, Keys, known_keys
from study.chapter_days import day_problems, pair_day_problems
from study.chapters import Call, Chapter, is_technology, pages, read_chapter
from study.claims import claim_problems
from study.concordance.structure import structure_problems
from study.markup import front_matter_problems, markup_problems
from study.problems import Problem, ReportError, shown, suggestion
from study.renditions import RENDITION_FOLDERS

SKELETON = (
    "at-a-glance",
    "what-it-is",
    "uses",
    "policy",
    "legal",
    "specifications",
    "costs-and-trends",
    "benefits-and-risks",
    "cases",
    "readiness",
    "sources",
)
PARAGRAPH = re.compile(r"p\d+[a-z]*")  # ids that paragraph numbers take, such as p12a
OTHER = {"en": "fr", "fr": "en"}


class Passed(Protocol):
    """Whoever remembers which texts were checked already and had no problem."""

    def holds(self, *texts: str) -> bool:
        """Return whether a chapter, or both languages of one, passed with these texts."""
        ...

    def add(self, *texts: str) -> None:
        """Take note that these texts passed."""
        ...


def chapter_problems(
    root: Path,
    known: Keys,
    as_of: date | None = None,
    languages: Collection[str] = tuple(OTHER),
    passed: Passed | None = None,
    *,
    pairs: bool = True,
) -> list[Problem]:
    """Return every problem of every chapter in `languages`; `known` says which keys there are.

    What the two languages differ in is English's to tell. No chapter may have been changed after
    `as_of`, which is the day of the version being built. What `passed` holds is not looked at again.
    Without `pairs`, each language may say something else.
    """
    as_of = as_of or build_day()
    problems: list[Problem] = []
    chapters: dict[tuple[str, str], Chapter] = {}
    for language in OTHER:
        for page in pages(root, language):
            try:
                chapter = read_chapter(root, language, page)
            except ReportError as error:
                problems += error.problems
                continue
            chapters[language, page] = chapter
            problems += _place_problems(chapter)
            if language in languages:
                problems += _unless(passed, [chapter], partial(own_problems, chapter, known, as_of))
    for (language, page), chapter in chapters.items():
        if language not in languages:
            continue
        other = chapters.get((OTHER[language], page))
        if other is None and not _exists(root, OTHER[language], page):
            problems.append(
                Problem(chapter.name, 0, 0, f"has no counterpart; expected docs/{OTHER[language]}/{page}")
            )
        elif other and language == "en" and pairs:
            problems += _unless(passed, [chapter, other], partial(pair_problems, chapter, other))
    return problems


def _place_problems(chapter: Chapter) -> Iterator[Problem]:
    """Return that a chapter lies where other forms of the report do, whose folders the digests leave out."""
    folder = chapter.page.removesuffix(".md").split("/")[0]
    if folder in RENDITION_FOLDERS:
        yield Problem(
            chapter.name, 0, 0, f"stands at {folder}/, where copies of chapters lie; expected another name"
        )


def _unless(
    passed: Passed | None, chapters: list[Chapter], find: Callable[[], list[Problem]]
) -> list[Problem]:
    texts = [text for chapter in chapters for text in (chapter.name, chapter.text)]
    if passed and passed.holds(*texts):
        return []
    problems = find()
    if passed and not problems:
        passed.add(*texts)
    return problems


def own_problems(chapter: Chapter, known: Keys, as_of: date | None = None) -> list[Problem]:
    """Return the problems of one chapter, whatever the other language says."""
    days = list(front_matter_problems(chapter)) or day_problems(chapter, as_of or build_day())
    return [*days, *problems_of(chapter, known)]


def pair_problems(english: Chapter, french: Chapter) -> list[Problem]:
    """Return where the two languages of a chapter differ in what must be the same."""
    return [*structure_problems(english, french), *pair_day_problems(english, french)]


def problems_of(chapter: Chapter, known: Keys) -> Iterator[Problem]:
    """Return the problems that one chapter shows by itself."""
    yield from chapter.call_problems
    for call in chapter.calls:
        yield from _call_problems(chapter, call, known)
    yield from _heading_problems(chapter)
    yield from markup_problems(chapter)
    yield from claim_problems(chapter)
    cited = [call for call in chapter.calls if call.name == "cite"]
    lists = [call.line for call in chapter.calls if call.name == "sources"]
    if cited and (not lists or lists[-1] < cited[-1].line):
        yield Problem(
            chapter.name,
            cited[-1].line,
            cited[-1].column,
            "this page cites sources but does not list them after this line; end the page with {{ sources() }}",
        )


def _call_problems(chapter: Chapter, call: Call, known: Keys) -> Iterator[Problem]:
    def problem(message: str) -> Problem:
        return Problem(chapter.name, call.line, call.column, f"{call.name}: {message}")

    macro = MACROS.get(call.name)
    if macro is None:
        yield problem(f"is not a known macro{suggestion(call.name, MACROS)}")
        return
    form = macro.form(call.name)
    if not macro.required <= len(call.arguments) <= len(macro.positional):
        yield problem(f"takes other arguments; expected {form}")
        return
    given = [(*argument, value) for argument, value in zip(macro.positional, call.arguments, strict=False)]
    kinds = dict(macro.named)
    for name, value in call.named.items():
        if name not in kinds:
            yield problem(f'has no argument "{name}"; expected {form}{suggestion(name, kinds)}')
        else:
            given.append((name, kinds[name], value))
    for _, kind, value in given:
        keys = known_keys(kind, known)
        if keys is not None and value not in keys:
            yield problem(f"{shown(value)} is not a known {kind}{suggestion(value, keys)}")
    if macro.block and not call.alone:
        yield problem("must stand alone in its paragraph, with an empty line before and after")


def _heading_problems(chapter: Chapter) -> Iterator[Problem]:
    headings = chapter.headings
    seen: dict[str, int] = {}
    if not headings or headings[0].level != 1:
        yield Problem(
            chapter.name, 1, 1, "has no title; expected a first heading such as # Blockchain {: #blockchain }"
        )
    for number, heading in enumerate(headings):
        if heading.id is None:
            yield Problem(
                chapter.name,
                heading.line,
                1,
                f"the heading {shown(heading.text)} has no id; expected {{: #id }} at its end",
            )
        elif heading.id in seen:
            yield Problem(
                chapter.name,
                heading.line,
                1,
                f'the id "{heading.id}" stands twice; the first is on line {seen[heading.id]}',
            )
        else:
            seen[heading.id] = heading.line
        if heading.id and PARAGRAPH.fullmatch(heading.id):
            message = f'the id "{heading.id}" is that of a paragraph; expected a word such as #uses'
            yield Problem(chapter.name, heading.line, 1, message)
        if heading.level == 1 and number:
            yield Problem(
                chapter.name, heading.line, 1, f"{shown(heading.text)} is a second title; expected ## or ###"
            )
    skeleton = tuple(heading.id for heading in headings if heading.level == 2)
    if is_technology(chapter.page) and skeleton != SKELETON:
        missing = [each for each in SKELETON if each not in skeleton] or ["another order of sections"]
        yield Problem(
            chapter.name,
            1,
            1,
            f"does not have the sections of a technology chapter; expected {', '.join(SKELETON)}; missing: {', '.join(missing)}",
        )


def _exists(root: Path, language: str, page: str) -> bool:
    return (root / "docs" / language / page).is_file()
