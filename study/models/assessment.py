"""Questionnaires: readiness for a technology, and where an administration stands on five dimensions."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from study.models.values import Key, Record, Translated
from study.models.vocabulary import LEVELS, Level, Technology


def _page(value: str) -> str:
    if not value.endswith(".md") or value.startswith(("/", ".")):
        raise ValueError(f'is "{value[:80]}"; expected a page below docs/LANG/, such as skills.md')
    return value


PagePath = Annotated[str, AfterValidator(_page)]


class Question(Record):
    """A question answered by yes, partly or no, and what to do where the answer isn't yes."""

    id: Key
    text: Translated
    next: Translated


class Checklist(Record):
    """The readiness questions of a technology, whose key is the id."""

    id: Technology
    questions: list[Question] = Field(min_length=1)


class Answer(Record):
    """What an administration at this level can say of itself."""

    level: Level
    text: Translated


class Step(Record):
    """What to do next at this level, with the pages and cases that help."""

    level: Level
    text: Translated
    pages: list[PagePath] = []
    cases: list[Key] = []


class Dimension(Record):
    """A side of the organization to place on the five levels."""

    id: Key
    name: Translated
    question: Translated
    answers: list[Answer]
    steps: list[Step]

    @model_validator(mode="after")
    def _all_levels_in_order(self) -> Dimension:
        for field, entries in (("answers", self.answers), ("steps", self.steps)):
            if tuple(entry.level for entry in entries) != LEVELS:
                raise ValueError(f"needs `{field}` for {', '.join(LEVELS)}, in this order")
        return self
