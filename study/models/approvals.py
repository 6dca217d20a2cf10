"""The record of an approval: which body approved which candidate, and by which digests it is known."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from study.models.values import (
    CANDIDATE,
    CandidateName,
    Day,
    EditionNumber,
    Record,
    Text,
    Translated,
    YesNo,
    matching,
)

ApprovingBody = Literal["council", "policy-commission", "permanent-technical-committee"]
APPROVING_BODIES: tuple[str, ...] = get_args(ApprovingBody)
AnnexedPart = Literal["cases", "glossary"]
ANNEXED_PARTS: tuple[str, ...] = get_args(AnnexedPart)
COMMIT = r"^[0-9a-f]{40}$"
DIGEST = r"^sha256:[0-9a-f]{64}$"
CHAPTER = r"^([\w-]+/)*[\w-]+\.md$"

__all__ = ["ANNEXED_PARTS", "APPROVING_BODIES", "CANDIDATE", "Annexed", "Approval", "Digests", "Scope"]

Commit = Annotated[
    str,
    matching(COMMIT, "the full name of a commit, 40 digits 0 to f"),
    Field(json_schema_extra={"pattern": COMMIT}),
]
Digest = Annotated[
    str,
    matching(DIGEST, "sha256: and 64 digits 0 to f"),
    Field(json_schema_extra={"pattern": DIGEST}),
]
Chapter = Annotated[
    str,
    matching(CHAPTER, "a chapter such as technologies/ai.md"),
    Field(json_schema_extra={"pattern": CHAPTER}),
]


class Digests(Record):
    """The content digests of an edition: of each language, of both side by side, of the downloads."""

    en: Digest
    fr: Digest
    both: Digest
    data: Digest


class Annexed(Record):
    """A part that goes with the text as information, as it stood on a day."""

    part: AnnexedPart
    as_of: Day


class Scope(Record):
    """What was approved: chapters, and what is annexed to them."""

    approved: list[Chapter] = Field(min_length=1)
    annexed: list[Annexed] = []


class Approval(Record):
    """A file of `data/approvals/`, such as `2026.yaml`."""

    edition: EditionNumber
    candidate: CandidateName
    commit: Commit
    digests: Digests
    manifest: Digest
    body: ApprovingBody
    session: Text
    date: Day
    decision: Translated
    document: Translated
    scope: Scope
    rehearsal: YesNo = False

    @model_validator(mode="after")
    def _candidate_of_it(self) -> Approval:
        if self.candidate.rpartition("-rc")[0] != self.edition:
            raise ValueError(
                f'names the candidate "{self.candidate}"; expected one of edition {self.edition}, '
                f"such as {self.edition}-rc1"
            )
        return self
