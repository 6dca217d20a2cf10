"""The Smart Customs Project: milestones, workshops, network and deliverables."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from study.models.values import (
    Count,
    Day,
    Key,
    MemberCode,
    PartialDate,
    Record,
    RegionCode,
    Translated,
    YesNo,
)


class Milestone(Record):
    """A dated step of the project; `planned` where no source confirms that it happened."""

    id: Key
    date: PartialDate | None = None
    start: Day | None = None
    end: Day | None = None
    days: list[Day] = []
    label: Translated
    planned: YesNo = False
    confirmed: YesNo | None = None
    sources: list[Key] = Field(min_length=1)
    notes: list[Key] = []

    @model_validator(mode="after")
    def _dated_once(self) -> Milestone:
        forms = (self.date is not None, self.start is not None and self.end is not None, bool(self.days))
        if sum(forms) != 1:
            raise ValueError("has no date, or several; expected `date`, or `start` and `end`, or `days`")
        return self


class Workshop(Record):
    """A workshop of the project."""

    id: Key
    start: Day
    end: Day
    city: Translated
    member: MemberCode
    type: Literal["regional", "multi-regional"]
    regions: list[RegionCode]
    language: Literal["en", "fr"] | None = None
    participants: Count
    participants_note: Translated | None = None
    administrations: Count
    theme: Translated
    visit: Translated | None = None
    sources: list[Key] = Field(min_length=1)
    notes: list[Key] = []


class NetworkPoint(Record):
    """Members (and contacts, where published) in the network at a date."""

    date: PartialDate
    members: Count
    contacts: Count | None = None
    label: Translated | None = None
    sources: list[Key] = Field(min_length=1)
    notes: list[Key] = []


class Portal(Record):
    """The Community Portal, in numbers."""

    languages: Count
    case_studies: Count
    technologies: Count
    testimonials: list[MemberCode]
    sources: list[Key] = Field(min_length=1)


class Membership(Record):
    """The number of Members at a date."""

    as_of: PartialDate
    members: Count
    sources: list[Key] = Field(min_length=1)


class Deliverable(Record):
    """What the project produces, and its last known state."""

    id: Key
    name: Translated
    state: Translated
    sources: list[Key] = Field(min_length=1)


class Project(Record):
    """The file `project.yaml`."""

    name: Translated
    funding: Translated
    sources: list[Key] = []
    objectives: list[Translated]
    milestones: list[Milestone]
    workshops: list[Workshop]
    network: list[NetworkPoint]
    network_notes: list[Key] = []
    portal: Portal
    membership: list[Membership]
    deliverables: list[Deliverable]
