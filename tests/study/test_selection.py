"""Which cases a table shows, and what follows from a case's records."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.facets import evidence_of, regions_of
from study.knowledge import Knowledge
from study.loading import load
from study.selection import administrations_of, select
from tests.study.conftest import DAY
from tests.study.small import CASE, SMALL

KINDS = ("official", "standard", "academic", "company", "press")


@pytest.fixture
def register(small: Path) -> Knowledge:
    """Three cases that differ in everything, and one that was withdrawn."""
    source = SMALL["sources.yaml"]
    more = "".join(
        source.replace("id: note", f"id: {kind}").replace("kind: official", f"kind: {kind}") for kind in KINDS
    )
    (small / "data" / "sources.yaml").write_text(source + more, encoding="utf-8")
    kenya = (
        CASE.replace("no-gate", "ke-drone").replace("[NO]", "[KE, NO, KE]").replace("[ai]", "[drones, ai]")
    )
    kenya = kenya.replace("[risk-management]", "[transit]").replace("stage: pilot", "stage: planned")
    kenya = kenya.replace("  sources: [note]\n  checked", "  sources: [press, company]\n  checked")
    union = CASE.replace("no-gate", "eac-cloud").replace("[NO]", "[]\n  body: eac").replace("[ai]", "[cloud]")
    union = union.replace("  sources: [note]\n  checked", "  sources: [press, standard]\n  checked")
    gone = CASE.replace("no-gate", "gone") + '  withdrawn: {edition: "2026", reason: {en: wrong, fr: faux}}\n'
    (small / "data" / "cases.yaml").write_text(CASE + kenya + union + gone, encoding="utf-8")
    return load(small, DAY)


@pytest.mark.parametrize(
    ("conditions", "ids"),
    [
        ({}, ["no-gate", "ke-drone", "eac-cloud"]),
        ({"technology": "ai"}, ["no-gate", "ke-drone"]),
        ({"technology": "iot"}, []),
        ({"region": "ESA"}, ["ke-drone"]),
        ({"region": "EUR"}, ["no-gate", "ke-drone"]),
        ({"administration": "NO"}, ["no-gate", "ke-drone"]),
        ({"process": "transit"}, ["ke-drone"]),
        ({"stage": "planned"}, ["ke-drone"]),
        ({"evidence": "official"}, ["no-gate", "eac-cloud"]),
        ({"evidence": "company"}, ["ke-drone"]),
        ({"technology": "ai", "stage": "pilot", "region": "EUR"}, ["no-gate"]),
        ({"technology": "ai", "stage": None}, ["no-gate", "ke-drone"]),
    ],
)
def test_every_condition_must_be_met(conditions: dict[str, str], ids: list[str], register: Knowledge) -> None:
    assert [case.id for case in select(register, **conditions)] == ids


def test_a_region_is_named_once_in_order(register: Knowledge) -> None:
    assert regions_of(register.case["ke-drone"], register) == ["ESA", "EUR"]
    assert regions_of(register.case["eac-cloud"], register) == []


@pytest.mark.parametrize(
    ("sources", "evidence"),
    [
        (("press", "company", "academic", "official"), "official"),
        (("press", "academic", "company"), "academic"),
        (("press", "company"), "company"),
        (("press",), "press"),
        (("standard", "academic"), "official"),
    ],
)
def test_evidence_is_that_of_the_strongest_source(
    sources: tuple[str, ...], evidence: str, register: Knowledge
) -> None:
    case = register.cases[0].model_copy(update={"sources": list(sources)})
    assert evidence_of(case, register) == evidence


def test_administrations_are_named_in_the_language_with_the_body(register: Knowledge) -> None:
    assert administrations_of(register.case["no-gate"], register, "fr") == ["Norvège"]
    assert administrations_of(register.case["eac-cloud"], register, "en") == ["Community"]
