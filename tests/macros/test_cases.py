"""Cases as a line, as a card and as a reference."""

from __future__ import annotations

import pytest

from macros.cases import case_address, case_row, case_view
from tests.macros.conftest import MakeKnowledge, MakePage
from tests.macros.small import HOSTILE, SMALL


def test_a_card_shows_the_record_in_the_language_of_the_page(page: MakePage) -> None:
    here = page("fr")
    view = case_view(here, here.knowledge.case["scanner"])
    assert (view.id, view.href, view.title, view.summary) == (
        "case-scanner",
        "../cases/scanner/",
        "Un scanner",
        "Il voit.",
    )
    assert (view.administrations, view.regions, view.office) == ("Kenya", "Est et Sud", "")
    assert (view.stage, view.stage_key) == (here.words("stage", "operational"), "operational")
    assert (view.evidence, view.evidence_key) == (here.words("evidence", "official"), "official")
    assert list(view.processes) == [here.words("process", key) for key in ("cargo-control", "revenue")]
    assert list(view.technologies) == [here.knowledge.technology[key].name.fr for key in ("ai", "blockchain")]
    assert (view.stage_note, view.since) == ("", "2024")
    assert (view.partners, view.checked, view.confirmed) == (
        "",
        "31\u00a0janvier 2026",
        "1er\u00a0janvier 2026",
    )


def test_a_card_cites_the_sources_of_the_case_and_of_each_result(page: MakePage) -> None:
    here = page()
    view = case_view(here, here.knowledge.case["scanner"])
    (result,) = view.results
    assert (result.text, result.measured_by) == ("Faster", "Customs")
    assert [source.href for source in result.sources] == ["#source-paper", "#source-daily"]
    assert [source.href for source in view.sources] == ["#source-paper"]
    assert set(here.cited) == {"paper", "daily"}


def test_what_a_case_does_not_say_is_empty(page: MakePage) -> None:
    here = page()
    view = case_view(here, here.knowledge.case["window"])
    assert (view.office, view.stage_note, view.since, view.partners, view.confirmed) == ("", "", "", "", "")
    assert view.results == []


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "Kenya, Uganda, Peru and East African Community"),
        ("fr", "Kenya, Ouganda, Pérou et Communauté d’Afrique de l’Est"),
    ],
)
def test_a_body_stands_after_the_administrations(language: str, names: str, page: MakePage) -> None:
    here = page(language)
    assert case_row(here, here.knowledge.case["window"]).administrations == names


def test_each_region_stands_once(page: MakePage) -> None:
    here = page()
    assert case_view(here, here.knowledge.case["window"]).regions == "East and South, Americas"


def test_several_partners_are_set_apart(page: MakePage, knowing: MakeKnowledge) -> None:
    two = "partners: [{en: 'A, B', fr: 'A, B'}, {en: C, fr: C}]\n  confirmed: 2026-01-01"
    here = page("en", knowing(cases=SMALL["cases.yaml"].replace("confirmed: 2026-01-01", two)))
    assert case_view(here, here.knowledge.case["scanner"]).partners == "A, B; C"


def test_the_words_of_a_case_are_left_as_they_are_for_the_fragment_to_escape(page: MakePage) -> None:
    here = page()
    assert case_view(here, here.knowledge.case["hostile"]).title == f"title {HOSTILE}"


@pytest.mark.parametrize(
    ("case", "evidence"), [("hostile", "academic"), ("scanner", "official"), ("window", "press")]
)
def test_a_line_shows_the_strongest_evidence(case: str, evidence: str, page: MakePage) -> None:
    here = page()
    row = case_row(here, here.knowledge.case[case])
    assert (row.evidence_key, row.evidence) == (evidence, here.words("evidence", evidence))


def test_a_line_cites_nothing(page: MakePage) -> None:
    here = page()
    case_row(here, here.knowledge.case["hostile"])
    assert not here.cited


def test_a_case_is_linked_on_its_own_page_whatever_chapters_there_are(page: MakePage) -> None:
    assert case_address(page(known={}), "scanner") == "../cases/scanner/"
