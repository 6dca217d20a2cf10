"""The two surveys: Smart Customs 2024 and the use cases of 2025. Numbers stand as the source prints them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from study.models.values import (
    Count,
    Day,
    Key,
    PartialDate,
    Percent,
    Record,
    RegionCode,
    Translated,
)
from study.models.vocabulary import Level, NoteKind, Technology


class DataNote(Record):
    """An inconsistency of the sources, and how this report deals with it."""

    id: Key
    kind: NoteKind
    sources: list[Key] = Field(min_length=1)
    place: Translated
    finding: Translated
    note: Translated


class CalendarEntry(Record):
    """A day or a span of days in a survey's life."""

    id: Key
    date: PartialDate | None = None
    start: Day | None = None
    end: Day | None = None
    days: list[Day] = []
    label: Translated
    sources: list[Key] = Field(min_length=1)

    @model_validator(mode="after")
    def _dated_once(self) -> CalendarEntry:
        forms = (self.date is not None, self.start is not None and self.end is not None, bool(self.days))
        if sum(forms) != 1:
            raise ValueError("has no date, or several; expected `date`, or `start` and `end`, or `days`")
        return self


class Share(Record):
    """`answers` of `of`, with the percentage that the source prints.

    Here and below, `exception` names the data note that says why `percent` is not the quotient.
    """

    answers: Count
    of: Count
    percent: Percent
    exception: Key | None = None
    notes: list[Key] = []


class RegionAnswers(Record):
    """Answers and Members of one region."""

    region: RegionCode | None = None
    label: Translated | None = None
    answers: Count
    members: Count
    percent: Percent
    exception: Key | None = None
    notes: list[Key] = []


class TotalAnswers(Record):
    """Answers and Members of all regions."""

    answers: Count
    members: Count
    percent: Percent
    exception: Key | None = None
    notes: list[Key] = []


class Participation(Record):
    """Who answered the survey."""

    sources: list[Key] = Field(min_length=1)
    rows: list[RegionAnswers]
    total: TotalAnswers
    details: Share
    case_files: Count
    willing: Share
    notes: list[Key] = []


class Strategy(Record):
    """Share of answers with an IT strategy in place."""

    percent: Percent
    note: Translated
    sources: list[Key] = Field(min_length=1)


class MaturityRow(Record):
    """A level and its share of answers."""

    level: Level
    percent: Percent


class Maturity(Record):
    """Shares of the five levels, in percent of answers."""

    sources: list[Key] = Field(min_length=1)
    rows: list[MaturityRow]
    notes: list[Key] = []


class AdoptionRow(Record):
    """A technology and the Members that have fully adopted it; `probable` where the source is unclear."""

    technology: Technology
    members: Count | None = None
    probable: Count | None = None
    notes: list[Key] = []


class Adoption(Record):
    """Members that have fully adopted a technology."""

    sources: list[Key] = Field(min_length=1)
    rows: list[AdoptionRow]
    not_listed: list[Technology]
    development_potential: list[Technology]
    notes: list[Key] = []


class ImpactRow(Record):
    """Technologies that the source judges alike."""

    technologies: list[Technology]
    impact: Literal["highest", "substantial"]
    difficulty: Literal["moderate", "highest"]


class Impact(Record):
    """Expected impact and difficulty, in the ordinal words of the source."""

    sources: list[Key] = Field(min_length=1)
    rows: list[ImpactRow]
    notes: list[Key] = []


class PerformanceRow(Record):
    """An area of performance and how much technology is expected to contribute."""

    id: Key
    name: Translated
    contribution: Literal["main", "lesser"]


class Performance(Record):
    """Where technology is expected to improve performance."""

    sources: list[Key] = Field(min_length=1)
    rows: list[PerformanceRow]
    notes: list[Key] = []


class NeedRow(Record):
    """A need for capacity building, by its rank in the source."""

    id: Key
    rank: Count
    tier: Literal["main", "second"]
    name: Translated
    summary: Translated


class Needs(Record):
    """Needs for capacity building, in the order of the source."""

    sources: list[Key] = Field(min_length=1)
    rows: list[NeedRow]
    other_needs: list[Translated]
    notes: list[Key] = []


class NamedRows(Record):
    """A list of names with its sources."""

    sources: list[Key] = Field(min_length=1)
    rows: list[Translated]
    notes: list[Key] = []


class Focus(Record):
    """The focus technologies: those cited most, those selected, and why."""

    sources: list[Key] = Field(min_length=1)
    most_cited: list[Technology]
    selected: list[Technology]
    criteria: Translated
    notes: list[Key] = []


class Unpublished(Record):
    """A chart whose data were announced but not published."""

    id: Key
    text: Translated
    sources: list[Key] = Field(min_length=1)


class Survey(Record):
    """The file `survey-2024.yaml`."""

    calendar: list[CalendarEntry]
    participation: Participation
    it_strategy: Strategy
    maturity: Maturity
    adoption: Adoption
    impact_difficulty: Impact
    performance: Performance
    capacity_building: Needs
    partner_agencies: NamedRows
    focus: Focus
    not_published: list[Unpublished]


class Respondents(Record):
    """Members that answered, of those there were."""

    members: Count
    of: Count
    percent: Percent
    exception: Key | None = None
    notes: list[Key] = []


class UseCases(Record):
    """The file `use-cases-2025.yaml`."""

    launched: Day
    deadline: Day
    extended: Translated
    as_of: Day
    respondents: Respondents
    rows: list[RegionAnswers]
    stakeholder_contributions: Count
    sources: list[Key] = Field(min_length=1)
    notes: list[Key] = []
