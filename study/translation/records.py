"""The texts of records that stand in both languages: of cases and of the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from study.knowledge import Knowledge
from study.models.values import PerLanguage, Record, Translated


@dataclass(frozen=True)
class RecordText:
    """One text of a record; `field` is its path, such as `results.1.text`, lists counted from 1."""

    register: str  # case or term
    record: str
    field: str
    english: str
    french: str


def record_texts(knowledge: Knowledge) -> Iterator[RecordText]:
    """Return every text of cases and terms that has both languages, in the order of the files."""
    for register, records in (("case", knowledge.cases), ("term", knowledge.glossary)):
        for record in records:
            for field, english, french in _texts(record, ()):
                yield RecordText(register, record.id, field, english, french)


def _texts(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, Translated | PerLanguage):
        if value.en and value.fr:
            yield ".".join(path), value.en, value.fr
    elif isinstance(value, Record):
        for name, each in value:
            yield from _texts(each, (*path, name))
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from _texts(each, (*path, str(number)))
