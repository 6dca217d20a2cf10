"""A case → the lines of its record, in the layout of `data/cases.yaml`.

Written by hand, not by a YAML emitter: keys stand plain, texts stand in double quotes or folded
(YAML 1.2.2 §7.3.1 and §8.1.3), so that an editor finds every record alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from study.models.cases import Case, Result, Withdrawal
from study.models.values import LANGUAGES, Translated
from study.reading import EMPTY
from study.typography import KEPT

WIDTH = 104  # characters of a folded line, without its indentation of six
FOLDED = "summary"  # the one text that is long enough for several lines
# A folded line keeps single spaces only; the last three are read as signs of an encoding, or not at all.
UNFOLDABLE = re.compile("[\n\t\ufeff\ufffe\uffff]|^ |  | $")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"} | {
    sign: f"\\u{ord(sign):04X}" for sign in "\ufeff\ufffe\uffff"
}
ESCAPED = str.maketrans(ESCAPES)
JOINED = "\0"  # stands for a space that no line may be broken at; no text may hold it
# French signs that a line end would part from their word, see study/typography_checks.py
BEFORE, AFTER = (";", "!", "?", "%", "»", ":"), "«"


def record_lines(case: Case) -> list[str]:
    """Return the lines of a case's record, without line ends; the first begins with `- id:`."""
    lines = [line for field in Case.model_fields for line in _field(field, getattr(case, field), "  ")]
    return [f"- {lines[0].lstrip()}", *lines[1:]]


def quoted(text: str) -> str:
    """Return `text` as a double-quoted scalar on one line, whatever it holds."""
    return f'"{text.translate(ESCAPED)}"'


def folded(text: str, width: int = WIDTH) -> list[str]:
    """Return the lines of a folded text, broken at single spaces.

    None begins with a sign that belongs to the word before, and code or a call stays on one line.
    """
    lines: list[str] = []
    line = ""
    whole = KEPT.sub(lambda found: found.group().replace(" ", JOINED), text)
    for word in whole.split(" "):
        together = word.startswith(BEFORE) or line.endswith(AFTER)
        if line and not together and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [each.replace(JOINED, " ") for each in (*lines, line)]


def _field(name: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, Translated):
        yield f"{indent}{name}:"
        yield from _translated(value, f"{indent}  ", name == FOLDED)
    elif isinstance(value, Withdrawal):
        yield f"{indent}{name}:"
        yield f"{indent}  edition: {quoted(value.edition)}"
        yield from _field("reason", value.reason, f"{indent}  ")
    elif isinstance(value, list) and value and not isinstance(value[0], str):
        yield f"{indent}{name}:"
        for item in value:
            yield from _item(item, f"{indent}  ")
    else:
        yield f"{indent}{name}: {_plain(value)}"


def _item(item: Translated | Result, indent: str) -> Iterator[str]:
    """Return a group of fields as one item of a list: its first line has the hyphen."""
    inner = f"{indent}  "
    if isinstance(item, Translated):
        lines: Iterable[str] = _translated(item, inner, False)
    else:
        lines = [line for field in Result.model_fields for line in _field(field, getattr(item, field), inner)]
    first, *others = lines
    yield f"{indent}- {first.lstrip()}"
    yield from others


def _translated(value: Translated, indent: str, fold: bool) -> Iterator[str]:
    for language in LANGUAGES:
        text = value[language]
        if fold and not UNFOLDABLE.search(text):
            yield f"{indent}{language}: >-"
            yield from (f"{indent}  {line}" for line in folded(text))
        else:
            yield f"{indent}{language}: {quoted(text)}"


def _plain(value: str | int | list[str] | None) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_plain, value))}]"
    if value in EMPTY:  # the word, not the absence of one
        return f'"{value}"'
    return "null" if value is None else str(value)
