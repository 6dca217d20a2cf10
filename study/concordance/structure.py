"""Whether the two languages of a chapter are built alike, section by section and block by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from study.blocks import Section, sections
from study.chapters import FENCE, Chapter
from study.concordance.shapes import first_difference
from study.problems import Problem, suggestion

Key = tuple[str, int]  # an id, and how many sections before have it
Keyed = dict[Key, Section]
Place = tuple[Key | None, int]  # the section of both languages above, and how far below it


def structure_problems(english: Chapter, french: Chapter) -> Iterator[Problem]:
    """Return where the two languages of a chapter are built differently.

    One problem per section: what comes after the first difference would mostly repeat it.
    """
    if open_fences := [*_open_fences(english), *_open_fences(french)]:
        yield from open_fences  # all that follows is code, so nothing can be compared
        return
    ours, theirs = _keyed(english), _keyed(french)
    yield from _unpaired(english, french, ours, theirs)
    yield from _disordered(english, french, ours, theirs)
    for key, section in ours.items():
        if key in theirs:
            yield from _in_section(english, french, section, theirs[key])


def _open_fences(chapter: Chapter) -> Iterator[Problem]:
    """Return a problem, worded as in `markup_problems`, for a code block that is never closed."""
    found = sections(chapter)
    last = found[-1].blocks[-1] if found else None
    if last and last.kind == "code" and (mark := FENCE.match(last.text)):
        lines = last.text.split("\n")
        if len(lines) == 1 or lines[-1].strip() != mark[1]:
            message = "this code block is never closed; expected the same line again"
            yield Problem(chapter.name, last.line, 1, message)


def _keyed(chapter: Chapter) -> Keyed:
    seen: Counter[str] = Counter()
    keyed = {}
    for section in sections(chapter):
        keyed[section.id, seen[section.id]] = section
        seen[section.id] += 1
    return keyed


def _places(keyed: Keyed, other: Mapping[Key, Section]) -> dict[Place, Key]:
    """Return where the sections stand that only one language has."""
    above: Key | None = None
    below, found = 0, {}
    for key in keyed:
        if key in other:
            above, below = key, 0
        else:
            below += 1
            found[above, below] = key
    return found


def _unpaired(english: Chapter, french: Chapter, ours: Keyed, theirs: Keyed) -> Iterator[Problem]:
    """Return a problem for each section that one language lacks, or that has another id there."""
    here, there = _places(ours, theirs), _places(theirs, ours)
    known = {"en": [key[0] for key in here.values()], "fr": [key[0] for key in there.values()]}
    for place, key in here.items():
        section = ours[key]
        if place in there:
            yield _renamed(english, french, section, theirs[there[place]])
        else:
            message = (
                f"{_named(section)} has no counterpart in {french.name}; expected {_expected(section)} there"
            )
            near = suggestion(section.id, known["fr"])
            yield Problem(english.name, section.line, 1, f"{message}{_after(theirs, place)}{near}")
    for place, key in there.items():
        if place not in here:
            section = theirs[key]
            line = ours[place[0]].line if place[0] else 1
            message = f"{_named(section)} of {french.name}:{section.line} has no counterpart here; expected"
            near = suggestion(section.id, known["en"])
            yield Problem(english.name, line, 1, f"{message} {_expected(section)}{_after(ours, place)}{near}")


def _disordered(english: Chapter, french: Chapter, ours: Keyed, theirs: Keyed) -> Iterator[Problem]:
    """Return a problem for the first section that comes after another one in the other language."""
    before: Section | None = None
    both = [key for key in theirs if key in ours]
    for key, other in zip((key for key in ours if key in theirs), both, strict=True):
        if key != other:
            after = f"after {_named(before)}" if before else "first"
            message = (
                f"{_named(ours[key])} comes {after} here, but {_named(theirs[other])} does in "
                f"{french.name}:{theirs[other].line}; expected the same order in both languages"
            )
            yield Problem(english.name, ours[key].line, 1, message)
            return
        before = ours[key]


def _in_section(english: Chapter, french: Chapter, ours: Section, theirs: Section) -> Iterator[Problem]:
    if ours.level != theirs.level:
        yield _renamed(english, french, ours, theirs)
        return
    found = first_difference(ours.blocks, theirs.blocks, (ours.line, theirs.line))
    if found:
        message = (
            f"{_named(ours)}: {found.english} here, but {found.french} in {french.name}:{found.there}; "
            "expected the same in both languages"
        )
        yield Problem(english.name, found.here, 1, message)


def _renamed(english: Chapter, french: Chapter, ours: Section, theirs: Section) -> Problem:
    message = (
        f"the heading is {_marked(ours)} here, but {_marked(theirs)} in {french.name}:{theirs.line}; "
        "expected the same level and id"
    )
    return Problem(english.name, ours.line, 1, message)


def _marked(section: Section) -> str:
    return f'{"#" * section.level} "{section.id}"' if section.level else "no heading"


def _named(section: Section) -> str:
    if not section.level:
        return "the text before the first heading"
    return f'the section "{section.id}"' if section.id else f'the section "{section.words}", which has no id,'


def _expected(section: Section) -> str:
    return f"a heading {'#' * section.level} … {{: #{section.id} }}" if section.id else "the same"


def _after(other: Keyed, place: Place) -> str:
    return f" after line {other[place[0]].blocks[-1].line}" if place[0] else ""
