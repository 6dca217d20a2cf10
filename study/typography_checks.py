"""Typography of chapters and records: what `report fix typography` would change is a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from study.chapters import pages
from study.problems import Problem, ReportError, shown
from study.reading import DEEPEST_NESTING, read_text
from study.typography import TYPOGRAPHY

QUOTATION_MARKS = ("'", '"')
SIGNS = (";", "!", "?", "%", "»", ":")
# A folded text turns its line ends into spaces that break. A lone sign at a line's start is no Markdown.
LINE_BREAK = re.compile(r"\n[ \t]*(?:[;?%»]|[!:](?=\s))|«[ \t]*(?=\n)")


def corrected_files(root: Path) -> Iterator[tuple[Path, str, str]]:
    """Return path, text and corrected text of each file whose typography is not right.

    Files that can't be read are left out; `report check` names them for that.
    """
    for path, correct in _files(root):
        try:
            text = read_text(path, path.name)
            better = correct(text)
        except (ReportError, yaml.YAMLError):
            continue
        if better != text:
            yield path, text, better


def typography_problems(root: Path) -> list[Problem]:
    """Return a problem for each line that `report fix typography` would change."""
    problems: list[Problem] = []
    for path in sorted([*(root / "docs" / "fr").rglob("*.md"), *(root / "data").glob("*.yaml")]):
        with suppress(ReportError):
            problems += _breaks(path.relative_to(root).as_posix(), read_text(path, path.name))
    for path, text, better in corrected_files(root):
        name = path.relative_to(root).as_posix()
        for number, (old, new) in enumerate(zip(text.split("\n"), better.split("\n"), strict=True), 1):
            if old != new:
                pairs = enumerate(zip(old, new, strict=False))
                column = next((place for place, (was, is_now) in pairs if was != is_now), len(old))
                around = shown(old[max(0, column - 20) : column + 20])
                problems.append(
                    Problem(name, number, column + 1, f"typography near {around}; run: report fix typography")
                )
    return problems


def _breaks(name: str, text: str) -> Iterator[Problem]:
    """Return a problem for each line end that would put a breaking space before a French sign."""
    for found in LINE_BREAK.finditer(text):
        before = text[max(0, found.start() - 100) : found.start()].rstrip(" \t")
        if found.group().startswith("\n") and not re.search(r"\w\Z", before):
            continue
        line = text.count("\n", 0, found.start()) + (2 if found.group().endswith(SIGNS) else 1)
        yield Problem(
            name,
            line,
            1,
            f"a line may not break before or after {shown(found.group().strip())}; join it with its neighbour",
        )


def _files(root: Path) -> Iterator[tuple[Path, Callable[[str], str]]]:
    for language, correct in TYPOGRAPHY.items():
        for page in pages(root, language):
            yield root / "docs" / language / page, correct
    for path in sorted((root / "data").glob("*.yaml")):
        yield path, corrected_records


def corrected_records(text: str) -> str:
    """Return YAML text whose `en` and `fr` values have their language's typography."""
    pieces, last = [], 0
    for start, end, language, style in translated_scalars(text):
        written = text[start:end]
        mark = written[:1] if style in QUOTATION_MARKS else ""  # its own quotation marks stay
        inside = written[1:-1] if mark else written
        if mark == "'":  # a doubled one inside is an apostrophe
            inside = inside.replace("''", "’")
        pieces += [text[last:start], mark, TYPOGRAPHY[language](inside), mark]
        last = end
    return "".join([*pieces, text[last:]])


@lru_cache(maxsize=32)
def translated_scalars(text: str) -> tuple[tuple[int, int, str, str], ...]:
    """Return start, end, language and quoting of each scalar that stands under `en:` or `fr:`.

    Kept for the checks that follow: reading a large register takes seconds.
    """
    return tuple(_translated_scalars(text))


def _translated_scalars(text: str) -> Iterator[tuple[int, int, str, str]]:
    stack: list[list[str | None]] = []  # per open collection: [kind, key awaiting its value]
    # the type stubs give every event optional marks; the parser sets them all
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        if len(stack) > DEEPEST_NESTING:
            raise yaml.YAMLError("nested beyond reason")
        if type(event) is yaml.ScalarEvent:
            top = stack[-1] if stack else None
            if top and top[0] == "mapping" and top[1] is None:
                top[1] = event.value
                continue
            language = _language(stack)
            if language:
                scalar: Any = event
                yield scalar.start_mark.index, scalar.end_mark.index, language, scalar.style or ""
            if top and top[0] == "mapping":
                top[1] = None
        elif type(event) is yaml.MappingStartEvent:
            stack.append(["mapping", None])
        elif type(event) is yaml.SequenceStartEvent:
            stack.append(["sequence", None])
        elif isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
            if stack and stack[-1][0] == "mapping":
                stack[-1][1] = None


def _language(stack: list[list[str | None]]) -> str | None:
    """Return the language of the innermost `en` or `fr` key, through a list (forms of a term)."""
    for kind, key in reversed(stack):
        if kind == "mapping":
            return key if key in TYPOGRAPHY else None
    return None
