"""Reading YAML: every scalar stays the text that was written, and every value knows its place.

YAML would turn `NO` (Norway) into false, `012` into ten and a bomb of aliases into gigabytes
(yaml.org/type, YAML 1.1). Here the parser's events are read one by one: no value is converted,
nothing is nested beyond reason, and anchors and aliases are refused.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from study.models.values import CONTROL
from study.problems import Problem, ReportError, shown

LARGEST_FILE = 40 * 1024 * 1024  # bytes; 10,000 cases take about half of it
DEEPEST_NESTING = 20
SHORT = 40  # characters
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
Place = tuple[int, int]
OPENED = {  # what the parser was in the middle of → what is wrong where that began
    "scanning a quoted scalar": "this quotation mark is never closed",
    "parsing a flow mapping": "this bracket is never closed, or a comma is missing after it",
    "parsing a flow sequence": "this bracket is never closed, or a comma is missing after it",
}


class Mapping(dict[str, Any]):
    """A YAML mapping; `places` gives line and column of each key, counted from 1."""

    __slots__ = ("_marks", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._marks = array("I")  # a tenth of what as many pairs take; a large register has a million

    @property
    def places(self) -> dict[str, Place]:
        """Return line and column of each key."""
        return dict(zip(self, _pairs(self._marks), strict=False))

    def mark(self, place: Place) -> None:
        """Take note of where the next key stands."""
        self._marks.extend(place)


class Sequence(list[Any]):
    """A YAML list; `places` gives line and column of each item, counted from 1."""

    __slots__ = ("_marks", "place")

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self._marks = array("I")

    @property
    def places(self) -> list[Place]:
        """Return line and column of each item."""
        return list(_pairs(self._marks))

    def mark(self, place: Place) -> None:
        """Take note of where the next item stands."""
        self._marks.extend(place)


def _pairs(marks: array[int]) -> Iterator[Place]:
    return zip(marks[::2], marks[1::2], strict=True)


def read_text(path: Path, name: str) -> str:
    """Return the text of a file, with line ends as `\\n`.

    Raises ReportError if it is too large, not UTF-8, or starts with a byte order mark.
    """
    if path.stat().st_size > LARGEST_FILE:
        size = path.stat().st_size / 1024 / 1024
        limit = LARGEST_FILE // 1024 // 1024
        raise _refused(name, f"the file has {size:.0f} MB; expected at most {limit} MB")
    content = path.read_bytes()
    if content.startswith(b"\xef\xbb\xbf"):
        raise _refused(name, "the file starts with a byte order mark; save it as UTF-8 without BOM", (1, 1))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise _refused(name, "this byte is not UTF-8; save the file as UTF-8", (line, column)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_yaml(path: Path, name: str, found: list[Problem] | None = None) -> Any:
    """Return the file's value, made of Mapping, Sequence, str and None only; `name` is used in messages.

    Raises ReportError with the first thing that keeps the file from being read. A field that stands
    twice does not: it is added to `found`, if given, so that the rest of the file is read as well.
    """
    return parse_yaml(read_text(path, name), name, found)


def parse_yaml(text: str, name: str, found: list[Problem] | None = None) -> Any:
    """Return the value of YAML text, like `read_yaml`."""
    if control := next((found for found in CONTROL.finditer(text) if found.group() != "\n"), None):
        raise _character_refused(name, text, control.start())
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        for context, words in OPENED.items():
            if context in str(error.context):
                raise _refused(name, words, _place(error.context_mark)) from None
        raise _refused(name, _in_plain_words(error), _place(error.problem_mark)) from None
    except yaml.reader.ReaderError as error:
        character = error.character if isinstance(error.character, str) else chr(error.character)
        raise _character_refused(name, text, text.find(character)) from None
    if builder.value is None:
        raise _refused(name, "the file is empty; expected records")
    if found is None and builder.problems:
        raise ReportError(builder.problems)
    if found is not None:
        found += builder.problems
    return builder.value


class _Builder:
    """Takes the parser's events and builds one value; refuses what no record needs."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.value: Any = None
        self.problems: list[Problem] = []
        self._documents = 0
        self._open: list[Mapping | Sequence] = []
        self._keys: list[str | None] = []
        self._texts: dict[str, str] = {}

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_marks(event)
            plain_empty = not event.style and event.value in EMPTY
            if self._awaits_key():
                self._take_key(event)
            else:
                self._add(None if plain_empty else self._same(event.value), event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._start(event, Mapping if kind is yaml.MappingStartEvent else Sequence)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._open.pop()
            self._keys.pop()
        elif kind is yaml.AliasEvent:
            raise _refused(
                self.name, "aliases (*name) are not allowed; write the value out", _place(event.start_mark)
            )
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                raise _refused(
                    self.name,
                    "a second document starts here (---); expected one per file",
                    _place(event.start_mark),
                )

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], Mapping) and self._keys[-1] is None

    def _take_key(self, event: yaml.ScalarEvent) -> None:
        mapping = self._open[-1]
        assert isinstance(mapping, Mapping)
        place = _place(event.start_mark)
        if event.value in mapping:
            first = mapping.places[event.value][0]
            message = f"the field {shown(event.value)} stands here twice; it is already on line {first}"
            self.problems.append(Problem(self.name, *place, message))
        else:
            mapping.mark(place)
        self._keys[-1] = self._same(event.value)

    def _start(self, event: yaml.CollectionStartEvent, kind: type[Mapping | Sequence]) -> None:
        self._refuse_marks(event)
        place = _place(event.start_mark)
        if self._awaits_key():
            raise _refused(self.name, "a field name must be text; expected `name: value`", place)
        if len(self._open) >= DEEPEST_NESTING:
            raise _refused(
                self.name, f"nested more than {DEEPEST_NESTING} levels deep; expected a record", place
            )
        value = kind(place)
        self._add(value, event)
        self._open.append(value)
        self._keys.append(None)

    def _add(self, value: Any, event: yaml.Event) -> None:
        if not self._open:
            self.value = value
            return
        parent = self._open[-1]
        if isinstance(parent, Mapping):
            key = self._keys[-1]
            assert key is not None
            parent.setdefault(key, value)
            self._keys[-1] = None
        else:
            parent.append(value)
            parent.mark(_place(event.start_mark))

    def _same(self, text: str) -> str:
        """Return the one string for a short text: fields and keys come back in every record."""
        return self._texts.setdefault(text, text) if len(text) <= SHORT else text

    def _refuse_marks(self, event: Any) -> None:
        mark = "anchors (&name)" if event.anchor is not None else "tags (!name)" if event.tag else ""
        if mark:
            message = (
                f"{mark} are not allowed; write the value out, in quotes if it starts with this character"
            )
            raise _refused(self.name, message, _place(event.start_mark))


def place_of(value: Any, path: tuple[object, ...]) -> Place:
    """Return line and column of the value at `path`, or of its nearest parent that exists."""
    place: Place = getattr(value, "place", (1, 1))
    for step in path:
        if isinstance(value, Mapping) and step in value:
            place = value.places[str(step)]
            value = value.get(str(step))
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            place, value = value.places[step], value[step]
        else:
            break
    return place


def _place(mark: Any) -> Place:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _refused(name: str, message: str, place: Place = (0, 0)) -> ReportError:
    return ReportError([Problem(name, place[0], place[1], message)])


def _character_refused(name: str, text: str, offset: int) -> ReportError:
    place = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return _refused(name, f"the character U+{ord(text[offset]):04X} is not allowed; remove it", place)


def _in_plain_words(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "the file can't be read"
    if "\\t" in problem or "tab" in problem or "cannot start any token" in problem:
        return "a tab or a special character starts this value; indent with spaces and put the text in quotes"
    hints = {
        "mapping values are not allowed": "a second colon on this line; put the text in quotes",
        "did not find expected key": "the indentation or a quotation mark is wrong here or just above",
        "could not find expected ':'": "a colon is missing here or just above",
        "exceeded max": f"nested more than {DEEPEST_NESTING} levels deep; expected a record",
    }
    for sign, words in hints.items():
        if sign in problem:
            return words
    return f"this is not well-formed YAML ({problem})"
