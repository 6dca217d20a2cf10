"""The kinds of value that records are made of: texts in both languages, keys, dates, counts."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

LANGUAGES = ("en", "fr")
KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
PARTIAL_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
EDITION = r"^\d{4}(\.[1-9]\d*)?(-e[1-9]\d*)?$"
CANDIDATE = r"^\d{4}(\.[1-9]\d*)?(-e[1-9]\d*)?-rc[1-9]\d*$"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff]")


class Record(BaseModel):
    """A record: its fields are known, complete, and never change once read."""

    # built when the first record is read: a build may find all of them kept
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


def _text(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty; expected text")
    if value != value.strip():
        raise ValueError("starts or ends with a space; expected text without it")
    if found := CONTROL.search(value):
        raise ValueError(f"holds the character U+{ord(found.group()):04X}; expected text without it")
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc or re.search(r"[\s<>\"']", value):
        raise ValueError(f'is "{value[:80]}"; expected a web address that starts with https:// or http://')
    return value


def matching(pattern: str, expected: str) -> AfterValidator:
    """Return a check that a text has the form `pattern`; `expected` says it in words."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise ValueError(f'is "{value[:80]}"; expected {expected}')
        return value

    return AfterValidator(check)


def _whole_number(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"0|[1-9][0-9]{0,11}", value):
            raise ValueError(f'is "{value[:40]}"; expected a whole number such as 12')
        return int(value)
    return value


def _number(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,4})?", value):
            raise ValueError(f'is "{value[:40]}"; expected a number such as 62 or 38.8')
        return float(value)
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise ValueError(f'is "{value[:40]}"; expected true or false')
        return value == "true"
    return value


Text = Annotated[str, AfterValidator(_text), Field(min_length=1)]
Key = Annotated[
    str,
    matching(KEY, "a key in lower case, such as risk-management"),
    Field(json_schema_extra={"pattern": KEY}),
]
MemberCode = Annotated[
    str,
    matching(r"^[A-Z]{2}$", "a Member's two-letter code, such as KE"),
    Field(json_schema_extra={"pattern": r"^[A-Z]{2}$"}),
]
RegionCode = Annotated[
    str,
    matching(r"^[A-Z]{2,4}$", "a region's key, such as ESA"),
    Field(json_schema_extra={"pattern": r"^[A-Z]{2,4}$"}),
]
WebAddress = Annotated[str, AfterValidator(_web_address), Field(json_schema_extra={"pattern": r"^https?://"})]
EditionNumber = Annotated[
    str,
    matching(EDITION, "a calendar edition such as 2026, 2026.1 or 2026-e1"),
    Field(
        json_schema_extra={"pattern": EDITION},
        description="A calendar edition, such as 2026, a revised one, 2026.1, or one with errata, 2026-e1",
    ),
]
CandidateName = Annotated[
    str,
    matching(CANDIDATE, "a candidate such as 2026-rc1"),
    Field(json_schema_extra={"pattern": CANDIDATE}, description="A candidate, such as 2026-rc1"),
]
Day = Annotated[str, matching(DAY, "a day such as 2026-11-22"), Field(json_schema_extra={"pattern": DAY})]
PartialDate = Annotated[
    str,
    matching(PARTIAL_DATE, "a date such as 2026-11-22, 2026-11 or 2026"),
    # a year alone is a number to other readers of YAML
    Field(json_schema_extra={"type": ["string", "integer"], "pattern": PARTIAL_DATE}),
]
Count = Annotated[int, BeforeValidator(_whole_number), Field(ge=0)]
Year = Annotated[int, BeforeValidator(_whole_number), Field(ge=1950, le=2100)]
Percent = Annotated[float, BeforeValidator(_number), Field(ge=0, le=100)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]


class Translated(Record):
    """A text in both languages. Neither has a default: a missing half is an error."""

    en: Text
    fr: Text

    def __getitem__(self, language: str) -> str:
        """Return the text in `en` or `fr`."""
        return self.en if language == "en" else self.fr


class PerLanguage(Record):
    """A short form that a language may lack, such as an abbreviation."""

    en: Text | None = None
    fr: Text | None = None

    def __getitem__(self, language: str) -> str | None:
        """Return the form in `en` or `fr`, or None."""
        return self.en if language == "en" else self.fr
