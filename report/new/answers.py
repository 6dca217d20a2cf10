"""One answer of an editor → a value of the record, or a sentence that says what was expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from study.knowledge import Knowledge
from study.models.publication import Label
from study.models.values import CONTROL, LANGUAGES, Translated
from study.models.vocabulary import TECHNOLOGIES
from study.problems import UNPRINTABLE, shown, suggestion
from study.typography import TYPOGRAPHY

LINE_END = re.compile(r"\r\n|\r")
BLANKS = re.compile(r"[ \t\n]+")
SURROGATE = re.compile(r"[\ud800-\udfff]")
YEAR = re.compile(r"19[5-9][0-9]|20[0-9][0-9]|2100")
PASSES = 3  # a space that one rule sets may be the sign that another waits for, as in `a :»`
Choices = Mapping[str, str]  # what may be written → the key it stands for
Read = Callable[[str], str]


class WrongAnswerError(Exception):
    """Raised for an answer that can't be used; says what was expected."""


def text_in(language: str) -> Read:
    """Return a reader of texts: one line, with the typography of `language`."""

    def read(answer: str) -> str:
        text = LINE_END.sub("\n", answer)
        if SURROGATE.search(text):
            raise WrongAnswerError("holds a byte that is not UTF-8; expected text")
        if (found := CONTROL.search(text)) is not None:
            raise WrongAnswerError(
                f"holds the character U+{ord(found.group()):04X}; expected text without it"
            )
        text = BLANKS.sub(" ", text).strip()
        if not text:
            raise WrongAnswerError("is empty; expected text")
        for _ in range(PASSES):
            text = TYPOGRAPHY[language](text)
        return text

    return read


def year(answer: str) -> str:
    """Return the year that was typed; whether it may lie ahead depends on the stage, and is checked later."""
    if not YEAR.fullmatch(answer.strip()):
        raise WrongAnswerError(f"{said(answer)} is not a year from 1950 to 2100; expected one such as 2024")
    return answer.strip()


def one_of(choices: Choices, expected: str) -> Read:
    """Return a reader of keys; upper and lower case count alike, and names stand for their keys."""

    keys = {_alike(name): key for name, key in choices.items()}

    def read(answer: str) -> str:
        if (key := keys.get(_alike(answer))) is not None:
            return key
        if not answer.strip():
            raise WrongAnswerError(f"is empty; expected {expected}")
        near = suggestion(answer, [*choices, *choices.values()])  # keys last: they count before names
        raise WrongAnswerError(f"{said(answer)} is unknown; expected {expected}{near}")

    return read


def several(answer: str, read: Read) -> list[str]:
    """Return the keys of an answer such as `KE, UG` or `KE UG`, each once. Raises WrongAnswerError."""
    with suppress(WrongAnswerError):  # a name may hold a comma itself
        return [read(answer)]
    keys: list[str] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;\n]", answer))):
        try:
            keys.append(read(part))
        except WrongAnswerError:
            try:  # codes may stand side by side; the words of a name that is not known are no answers
                keys += [read(word) for word in part.split()]
            except WrongAnswerError:
                read(part)
    return list(dict.fromkeys(keys)) or [read("")]


def members(knowledge: Knowledge) -> Choices:
    """Return the codes of all Members, and their names in both languages."""
    return _choices((member.id, member.name) for member in knowledge.register.members)


def bodies(knowledge: Knowledge) -> Choices:
    """Return the ids of all bodies, their names and their abbreviations in both languages."""
    names = {key: body.name for key, body in knowledge.body.items()}
    short = {key: body.abbreviation for key, body in knowledge.body.items()}
    return _choices([*short.items(), *names.items()])


def technologies(knowledge: Knowledge) -> Choices:
    """Return the keys of all technologies, and their names in both languages."""
    return _choices((key, knowledge.technology[key].name) for key in TECHNOLOGIES)


def labelled(knowledge: Knowledge, group: str, keys: Iterable[str]) -> Choices:
    """Return controlled values, and the words for them in both languages."""
    return _choices((key, knowledge.labels[group][key]) for key in keys)


def _choices(names: Iterable[tuple[str, Translated | Label]]) -> Choices:
    """Return keys and names; where two records share a name, it stands for the first."""
    known = list(names)
    choices = {key: key for key, _ in known}
    for key, name in known:
        for language in LANGUAGES:
            choices.setdefault(name[language], key)
    return choices


def _alike(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def said(answer: str) -> str:
    """Return an answer in quotes for a message; what a terminal would obey is left out."""
    return shown(SURROGATE.sub("\N{REPLACEMENT CHARACTER}", UNPRINTABLE.sub(" ", answer)))
