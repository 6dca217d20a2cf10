"""The questions on a new case, and how each answer is read."""

from __future__ import annotations

from dataclasses import dataclass

from report.new.answers import (
    Read,
    bodies,
    labelled,
    members,
    one_of,
    technologies,
    text_in,
    year,
)
from study.knowledge import Knowledge
from study.models.vocabulary import PROCESSES, STAGES, TECHNOLOGIES

LANGUAGE_NAMES = {"en": "English", "fr": "French"}


@dataclass(frozen=True)
class Question:
    """A question: how it is put, and how its answer is read."""

    field: str
    words: str
    expected: str  # the choices, or what an answer is like
    read: Read
    several: bool = False
    needed: bool = True  # the record can't be without
    offered: bool = False  # asked although the record can be without
    lines: bool = False  # the answer may run over lines

    @property
    def option(self) -> str:
        """Return the option that answers it on the command line."""
        singular = {
            "administrations": "administration",
            "technologies": "technology",
            "processes": "process",
            "sources": "source",
        }
        return "--" + singular.get(self.field, self.field).replace("_", "-")


def questions(knowledge: Knowledge) -> list[Question]:
    """Return the questions on a case, in the order of asking."""
    text = [
        Question(
            f"{name}_{language}",
            f"{words} in {LANGUAGE_NAMES[language]}",
            expected,
            text_in(language),
            needed=name != "office",
            lines=name == "summary",
        )
        for name, words, expected in (
            ("title", "Title", "a short description"),
            ("summary", "Summary", "60 to 120 words"),
            ("office", "Office", "the customs office or emirate meant"),
        )
        for language in LANGUAGE_NAMES
    ]
    # sources before texts: if one is unknown, nothing long has been typed in vain
    return [*_actors(knowledge), *_keys(knowledge), *text]


def _actors(knowledge: Knowledge) -> list[Question]:
    member = "two-letter codes of data/members.yaml, such as KE, or names; none if a body acts"
    body = f"an id of data/bodies.yaml: {', '.join(knowledge.body)}"
    return [
        Question(
            "administrations",
            "Administrations",
            member,
            one_of(members(knowledge), member),
            several=True,
            needed=False,
        ),
        Question("body", "Union or regional body", body, one_of(bodies(knowledge), body), needed=False),
    ]


def _keys(knowledge: Knowledge) -> list[Question]:
    technology, process, stage = ", ".join(TECHNOLOGIES), ", ".join(PROCESSES), ", ".join(STAGES)
    source = "ids of data/sources.yaml, the best first; a new source is added there before the case"
    processes, stages = labelled(knowledge, "process", PROCESSES), labelled(knowledge, "stage", STAGES)
    sources = {key: key for key in knowledge.source}
    return [
        Question(
            "technologies",
            "Technologies",
            technology,
            one_of(technologies(knowledge), technology),
            several=True,
        ),
        Question("processes", "Customs processes", process, one_of(processes, process), several=True),
        Question("stage", "Stage", stage, one_of(stages, stage), needed=False, offered=True),
        Question("since", "Year in which it began", "such as 2024", year, needed=False, offered=True),
        Question("sources", "Sources", source, one_of(sources, source), several=True),
    ]
