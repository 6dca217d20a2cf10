"""The life of a case: in which editions it stood, and at which stage."""

from __future__ import annotations

from dataclasses import dataclass

from study.editions.names import edition_order
from study.models.cases import Case
from study.repertory import Repertory


@dataclass(frozen=True)
class Appearance:
    """A case in one edition; `stage` is a key of the vocabulary, `changed` says it differs from before."""

    edition: str
    stage: str
    current: bool
    changed: bool


def life_of(case: Case, repertory: Repertory) -> list[Appearance]:
    """Return the editions in which `case` stood, the earliest first and the one being built last.

    A withdrawn case does not stand in the edition being built.
    """
    current = repertory.knowledge.editions.current
    stages = [
        (edition, cases[case.id])
        for edition, cases in sorted(repertory.published.items(), key=lambda each: edition_order(each[0]))
        if case.id in cases and edition != current
    ]
    if case.withdrawn is None:
        stages.append((current, str(case.stage)))
    return [
        Appearance(edition, stage, edition == current, place > 0 and stages[place - 1][1] != stage)
        for place, (edition, stage) in enumerate(stages)
    ]


def is_new(case: Case, repertory: Repertory) -> bool:
    """Return whether no edition before the one being built holds `case`."""
    current = repertory.knowledge.editions.current
    return not any(case.id in cases for edition, cases in repertory.published.items() if edition != current)
