"""The kinds of value that records are made of."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from study.models.cases import Case
from study.models.project import Milestone
from study.models.publication import Label
from study.models.registers import Forms, Term
from study.models.values import (
    Count,
    Day,
    EditionNumber,
    Key,
    MemberCode,
    PartialDate,
    Percent,
    PerLanguage,
    RegionCode,
    Text,
    Translated,
    WebAddress,
    Year,
    YesNo,
)

BOTH = {"en": "word", "fr": "mot"}
CASE = {
    "id": "a",
    "administrations": ["NO"],
    "technologies": ["ai"],
    "processes": ["transit"],
    "stage": "pilot",
    "title": BOTH,
    "summary": BOTH,
    "sources": ["note"],
    "checked": "2026-01-31",
}


def values(*rows: tuple[Any, tuple[str, ...]]) -> list[tuple[Any, str]]:
    return [(kind, value) for kind, written in rows for value in written]


@pytest.mark.parametrize(
    ("kind", "value"),
    values(
        (Text, ("a", "<b>{{ 7*7 }}</b>", "État, œuvre ’", "a\nb\tc", "a\N{NO-BREAK SPACE}: b")),
        (Key, ("a", "risk-management", "3d-printing", "012")),
        (MemberCode, ("NO", "KE")),
        (RegionCode, ("AP", "MENA")),
        (WebAddress, ("https://example.org", "http://example.org/a?b=c&d=é#e", "https://[::1]/x")),
        (Day, ("2026-11-22", "2024-02-29")),
        (PartialDate, ("2026-11-22", "2026-11", "2026")),
        (EditionNumber, ("2026", "2026.1", "2026.12")),
        (Count, ("0", "12", "999999999999")),
        (Year, ("1950", "2100")),
        (Percent, ("0", "38.8", "100", "0.1234")),
        (YesNo, ("true", "false")),
    ),
)
def test_a_right_value_is_accepted(kind: Any, value: str) -> None:
    assert str(TypeAdapter(kind).validate_python(value)).lower().startswith(value.lower())


@pytest.mark.parametrize(
    ("kind", "value"),
    values(
        (Text, ("", " ", " a", "a ", "a\x00", "a\x1b[31m", "a\u2028b", "a\ue000b", "a\u0085b")),
        (Key, ("", "A", "a b", "a_b", "-a", "a-", "a--b", "é", "a\n", "٣")),
        (MemberCode, ("no", "NOR", "N", "ÉU", "N0", "NO\n")),
        (RegionCode, ("A", "EUROP", "esa")),
        (
            WebAddress,
            (
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://example.org",
                "/page",
                "example.org",
                "http://",
                "https:///x",
                "https://[::1/x",
                "https://example.org/a b",
                'https://example.org/"onclick="x',
                "https://example.org/<script>",
            ),
        ),
        (Day, ("2026", "2026-13-01", "2026-00-01", "2026-01-32", "22.11.2026", "2026-1-1", "٢٠٢٦-01-31")),
        (PartialDate, ("26", "2026-13", "2026-11-", "soon", "٢٠٢٦")),
        (EditionNumber, ("26", "2026.", "v2026", "2026.1.1")),
        (Count, ("-1", "012", "1.5", "1e3", "1:20", "one", "", "٣", "1_000", "9999999999999")),
        (Year, ("1949", "2101", "20")),
        (Percent, ("-1", "100.1", "62 %", "38,8", ".nan", ".inf", "1e1", "062")),
        (YesNo, ("yes", "no", "True", "on", "1", "0", "")),
    ),
)
def test_a_wrong_value_is_refused(kind: Any, value: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize("kind", [Text, Key, Day, Count, Percent, YesNo, WebAddress])
@pytest.mark.parametrize("value", [None, [], {}, ["a"]])
def test_a_value_of_another_form_is_refused(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_a_case_holds_what_was_written() -> None:
    case = Case.model_validate(CASE)
    assert (case.administrations, case.since, case.results, case.withdrawn) == (["NO"], None, [], None)


@pytest.mark.parametrize("body", [{"body": None}, {}])
def test_a_case_needs_someone_who_acts(body: dict[str, None]) -> None:
    with pytest.raises(ValidationError, match="neither an administration nor a body"):
        Case.model_validate({**CASE, "administrations": [], **body})
    assert Case.model_validate({**CASE, "administrations": [], "body": "eu"}).body == "eu"


def test_two_faults_of_a_case_are_both_said() -> None:
    with pytest.raises(ValidationError) as refused:
        Case.model_validate({**CASE, "administrations": [], "stage": "pilots"})
    assert len(refused.value.errors()) == 2


def test_a_record_never_changes_once_read() -> None:
    case = Case.model_validate(CASE)
    with pytest.raises(ValidationError):
        case.stage = "operational"


@pytest.mark.parametrize(
    "dates",
    [
        {},
        {"start": "2026-01-01"},
        {"date": "2026", "days": ["2026-01-01"]},
        {"date": "2026", "start": "2026-01-01", "end": "2026-01-02"},
    ],
)
def test_a_milestone_is_dated_once(dates: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="has no date, or several"):
        Milestone.model_validate({"id": "a", "label": BOTH, "sources": ["note"], **dates})


@pytest.mark.parametrize(
    "value",
    [
        Translated(en="word", fr="mot"),
        Label(en="word", fr="mot"),
        PerLanguage(en="word", fr="mot"),
    ],
)
def test_a_text_is_looked_up_by_language(value: Any) -> None:
    assert (value["en"], value["fr"]) == ("word", "mot")


def test_a_language_may_lack_an_abbreviation() -> None:
    assert PerLanguage(en="AI")["fr"] is None


def test_a_term_is_spelled_as_term_abbreviation_and_forms() -> None:
    term = Term(
        id="ai",
        term=Translated(en="artificial intelligence", fr="intelligence artificielle"),
        abbreviation=PerLanguage(en="AI"),
        forms=Forms(en=["machine intelligence"]),
        definition=Translated(**BOTH),
        basis="usage",
    )
    assert term.spellings("en") == ["artificial intelligence", "AI", "machine intelligence"]
    assert term.spellings("fr") == ["intelligence artificielle"]
