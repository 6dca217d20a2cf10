"""Registers that other records point to: Members, regions, bodies, technologies, sources, terms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from study.models.values import (
    Count,
    Day,
    Key,
    MemberCode,
    PartialDate,
    PerLanguage,
    Record,
    RegionCode,
    Text,
    Translated,
    WebAddress,
    YesNo,
)
from study.models.vocabulary import Basis, Level, SourceKind, Technology

Standing = Literal["confirmed", "derived"]


class Region(Record):
    """One of the six regions; its code differs by language (ESA is AOA in French)."""

    id: RegionCode
    code: Translated
    name: Translated
    note: Translated | None = None


class Member(Record):
    """One of the 187 Members; `status` says whether membership was read or derived."""

    id: MemberCode
    iso3: Annotated[str, Field(min_length=3, max_length=3)]
    name: Translated
    region: RegionCode
    status: Standing
    region_status: Standing
    joined: PartialDate | None = None
    url: WebAddress | None = None
    note: Translated | None = None


class Members(Record):
    """The file `members.yaml`."""

    regions: list[Region]
    members: list[Member]


class Body(Record):
    """A union or regional body; never counted as a Member."""

    id: Key
    name: Translated
    abbreviation: Translated
    members: list[MemberCode] = []
    note: Translated | None = None
    url: WebAddress | None = None


class TechnologyRecord(Record):
    """A technology of the report; its chapter is `technologies/ID.md`."""

    id: Technology
    name: Translated
    short: Translated
    covers: Translated
    focus: YesNo


class Source(Record):
    """Where a claim comes from; the title stands in the language it was published in."""

    id: Key
    title: Text
    language: Annotated[str, Field(min_length=2, max_length=3)]
    publisher: Translated
    url: WebAddress | None = None
    archived_url: WebAddress | None = None
    reference: Text | None = None
    date: PartialDate | None = None
    kind: SourceKind
    checked: Day


class Forms(Record):
    """Other spellings of a term in running text."""

    en: list[Text] = []
    fr: list[Text] = []

    def __getitem__(self, language: str) -> list[str]:
        """Return the spellings in `en` or `fr`."""
        return self.en if language == "en" else self.fr


class Term(Record):
    """A glossary entry in both languages, and where the French term comes from."""

    id: Key
    term: Translated
    abbreviation: PerLanguage | None = None
    forms: Forms = Forms()
    definition: Translated
    see_also: list[Key] = []
    technology: Technology | None = None
    standard: Text | None = None
    url: WebAddress | None = None
    basis: Basis
    tooltip: YesNo = True

    def spellings(self, language: str) -> list[str]:
        """Return term, abbreviation and forms in `language`, the term first."""
        short = self.abbreviation[language] if self.abbreviation else None
        return [self.term[language], *([short] if short else []), *self.forms[language]]


class MaturityLevel(Record):
    """One of the five levels of the survey, initial to transformational."""

    id: Level
    level: Count
    name: Translated
    summary: Translated
