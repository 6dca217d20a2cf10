"""A case: what one administration did with a technology, who measured the result, and who says so."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator

from study.models.values import Day, Key, MemberCode, Record, Text, Translated, Year
from study.models.vocabulary import Process, Stage, Technology


class Result(Record):
    """An outcome, and who measured it."""

    text: Translated
    measured_by: Translated
    sources: list[Key] = Field(min_length=1)


class Withdrawal(Record):
    """Why a published case no longer stands, and since which edition; its page is kept."""

    edition: Text
    reason: Translated


class Case(Record):
    """One case of the register. Its id never changes once published."""

    id: Key
    administrations: list[MemberCode]
    body: Key | None = Field(default=None, validate_default=True)
    office: Translated | None = None
    technologies: list[Technology] = Field(min_length=1)
    processes: list[Process] = Field(min_length=1)
    stage: Stage
    stage_note: Translated | None = None
    since: Year | None = None
    title: Translated
    summary: Translated
    results: list[Result] = []
    partners: list[Translated] = []
    sources: list[Key] = Field(min_length=1)
    checked: Day
    confirmed: Day | None = None
    withdrawn: Withdrawal | None = None

    @field_validator("body")
    @classmethod
    def _someone_acts(cls, body: str | None, info: ValidationInfo) -> str | None:
        if body is None and info.data.get("administrations") == []:
            raise ValueError(
                "there is neither an administration nor a body; expected at least one of "
                "`administrations` and `body`"
            )
        return body
