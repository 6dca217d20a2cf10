"""Cases made for a test: a small report's own case, with other values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from study.knowledge import Knowledge
from study.models.cases import Case, Withdrawal
from study.models.values import Translated


def case(knowledge: Knowledge, key: str, **values: Any) -> Case:
    """Return the small report's case with another id and these values; a title is given in both languages."""
    if isinstance(values.get("title"), str):
        values["title"] = Translated(en=values["title"], fr=values["title"])
    return knowledge.cases[0].model_copy(update={"id": key, **values})


def with_cases(knowledge: Knowledge, *cases: Case) -> Knowledge:
    """Return the knowledge with these cases and no other."""
    return replace(knowledge, cases=list(cases))


def withdrawn(edition: str = "2026") -> Withdrawal:
    """Return the note of a withdrawn case."""
    return Withdrawal(edition=edition, reason=Translated(en="At its request", fr="À sa demande"))
