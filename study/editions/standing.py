"""How the edition that is being built stands: a draft, a candidate, or what was approved.

What a build shows comes from what was asked for (`REPORT_EDITION`, read in `study.building`), never from
the records alone: work goes on in the checkout after an approval, and a draft must never look approved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from study.editions.names import edition_of, is_candidate, is_edition
from study.models.approvals import COMMIT, Approval
from study.problems import Problem, shown

REHEARSAL = "rehearsal"
RECORDS = "data/approvals"
SHOWN = 10  # digits of a draft's commit


@dataclass(frozen=True)
class Asked:
    """What a build was asked for: the name in `REPORT_EDITION` or "", and the commit in `REPORT_COMMIT`."""

    name: str = ""
    commit: str = ""


@dataclass(frozen=True)
class Standing:
    """How the edition being built stands.

    `name` is the candidate's or edition's; `status` is draft, candidate or approved; `commit` has 40 hex
    digits or is empty; `approval` is there for an approved edition only; `rehearsal` says that nothing
    here is real, whatever the status.
    """

    edition: str
    name: str
    status: str
    commit: str = ""
    approval: Approval | None = None
    rehearsal: bool = False

    @property
    def shown(self) -> str:
        """Return the key of the words for readers (`status`, `status_sentence`): `rehearsal` where an approval is one."""
        return REHEARSAL if self.rehearsal and self.status == "approved" else self.status

    @property
    def commit_shown(self) -> str:
        """Return the commit as pages name it: its first digits in a draft, all of them in what is submitted."""
        return self.commit[:SHOWN] if self.status == "draft" else self.commit


def standing_of(
    asked: Asked, current: str, approvals: Mapping[str, Approval], *, rehearsal: bool
) -> Standing:
    """Return how the edition `current` stands in a build that was asked for; a draft unless all is in order.

    `approvals` has the records by edition; `rehearsal` is what `publication.yaml` says.
    """
    if not asked.name or any(asked_wrongly(asked, current, approvals)):
        return Standing(current, current, "draft", asked.commit, None, rehearsal)
    if is_candidate(asked.name):
        return Standing(current, asked.name, "candidate", asked.commit, None, rehearsal)
    approval = approvals[current]
    return Standing(current, current, "approved", asked.commit, approval, rehearsal or approval.rehearsal)


def standing_problems(asked: Asked, current: str, approvals: Mapping[str, Approval]) -> Iterator[Problem]:
    """Return why the build that was asked for can't be made."""
    for message in asked_wrongly(asked, current, approvals):
        yield Problem(RECORDS, 0, 0, f"REPORT_EDITION is {shown(asked.name)}: {message}")


def asked_wrongly(asked: Asked, current: str, approvals: Mapping[str, Approval]) -> Iterator[str]:
    """Return what is wrong with what was asked for, as the ends of sentences."""
    if not asked.name:
        return
    if not is_candidate(asked.name) and not is_edition(asked.name):
        yield f"it is no edition and no candidate; expected such as {current} or {current}-rc1"
        return
    if edition_of(asked.name) != current:
        yield f"this checkout builds edition {current}; expected {current}, or a candidate such as {current}-rc1"
        return
    if not re.fullmatch(COMMIT, asked.commit):
        yield (
            f"REPORT_COMMIT is {shown(asked.commit)}; expected the full name of the commit, 40 digits 0 to f"
        )
    approval = approvals.get(current)
    if is_candidate(asked.name):
        if approval:
            yield f"edition {current} is approved already; expected a candidate of the next edition"
    elif approval is None:
        yield f"there is no record of an approval; expected data/approvals/{current}.yaml"
    elif approval.commit != asked.commit:
        yield (
            f"the commit {asked.commit[:10]} is not the one that was approved; expected {approval.commit[:10]}"
        )
