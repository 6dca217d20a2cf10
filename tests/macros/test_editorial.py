"""What the report says of itself."""

from __future__ import annotations

import pytest

from macros.editorial import editions, how_to_cite, status, timeline
from study.knowledge import Knowledge
from tests.macros.approvals import as_built
from tests.macros.conftest import MakePage, plain


@pytest.mark.parametrize(
    ("state", "name"), [("draft", "2026.1"), ("candidate", "2026.1-rc2"), ("approved", "2026.1")]
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_status_is_said_in_words(
    state: str, name: str, language: str, page: MakePage, small_knowledge: Knowledge
) -> None:
    here = page(language, as_built(small_knowledge, state))
    view = status(here)
    assert (view.edition, view.status_key, view.status) == (name, state, here.words("status", state))
    assert "{" not in view.sentence
    assert ("2026.1" in view.sentence) is (state == "approved")
    assert view.href == "../about/#status"


def test_an_approval_that_was_rehearsed_is_called_a_rehearsal(
    page: MakePage, small_knowledge: Knowledge
) -> None:
    view = status(page("fr", as_built(small_knowledge, "approved", rehearsal=True)))
    assert view.status_key == "rehearsal"
    assert "RÉPÉTITION" in view.sentence


def test_the_facts_have_a_day(page: MakePage) -> None:
    assert status(page("fr")).as_of == "31\u00a0janvier 2026"


def test_the_page_about_the_report_may_be_missing(page: MakePage) -> None:
    assert status(page(known={})).href is None


def test_editions_stand_as_recorded_with_those_published_elsewhere(page: MakePage) -> None:
    here = page("en")
    shown = [(view.id, view.title, plain(view.date), view.status, view.current) for view in editions(here)]
    assert shown == [
        ("2026.1", "Draft", "", here.words("status", "draft"), True),
        ("2019", "First", "June 2019", here.words("status", "published_elsewhere"), False),
    ]
    assert list(here.cited) == ["paper"]


@pytest.mark.parametrize(
    ("state", "title", "note"), [("draft", "Draft", "Not <yet>."), ("approved", 'Study <i>& "more"', "")]
)
def test_what_was_written_of_a_draft_is_said_of_a_draft_alone(
    state: str, title: str, note: str, page: MakePage, small_knowledge: Knowledge
) -> None:
    own, other = editions(page("en", as_built(small_knowledge, state)))
    assert (own.title, own.note, own.elsewhere) == (title, note, False)
    assert (other.title, other.elsewhere) == ("First", True)


def reference(page: MakePage, language: str) -> str:
    """The reference to the small report, by the labels of today."""
    words = page(language).words
    return words(
        "citation",
        "edition",
        author={"en": "Nobody", "fr": "Personne"}[language],
        title={"en": 'Study <i>& "more"', "fr": 'Étude <i>& "plus"'}[language],
        edition="2026.1",
        status=words("cite_case", "draft"),
        address=f"https://example.org/report/2026.1/{language}/",
    )


@pytest.mark.parametrize(("language", "order"), [("en", ["en", "fr"]), ("fr", ["fr", "en"])])
def test_the_reference_stands_in_both_languages_the_own_first(
    language: str, order: list[str], page: MakePage
) -> None:
    assert how_to_cite(page(language)).references == [(each, reference(page, each)) for each in order]


def test_the_reference_stands_in_bibtex(page: MakePage) -> None:
    lines = how_to_cite(page("fr")).bibtex.splitlines()
    assert lines[0] == "@techreport{report-2026-1-fr,"
    assert '  title       = {{Étude \\textless{}i\\textgreater{}\\& "plus"}},' in lines
    assert "  url         = {https://example.org/report/2026.1/fr/}," in lines
    assert lines[-1] == "}"


def test_milestones_stand_as_recorded_each_with_its_date(page: MakePage) -> None:
    assert [(moment.id, plain(moment.date)) for moment in timeline(page("fr"))] == [
        ("milestone-council", "juin 2026"),
        ("milestone-review", "2026"),
        ("milestone-lima", "18–22 mars 2024"),
    ]


def test_what_is_planned_is_told_from_what_happened(page: MakePage) -> None:
    moments = {moment.id: moment for moment in timeline(page())}
    assert {key: (moment.planned, moment.unconfirmed) for key, moment in moments.items()} == {
        "milestone-lima": (False, False),
        "milestone-council": (True, True),
        "milestone-review": (True, False),
    }
    assert [source.href for source in moments["milestone-lima"].sources] == ["#source-paper", "#source-daily"]
