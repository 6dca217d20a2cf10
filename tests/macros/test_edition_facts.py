"""What a page states of its edition, and what its ribbon adds."""

from __future__ import annotations

import pytest

from macros.edition_facts import EditionFacts
from study.editions.marks import EDITION_DIGEST, PAGE_DIGEST
from study.knowledge import Knowledge
from study.labels import Words
from tests.macros.approvals import COMMIT, standing
from tests.macros.conftest import plain


def facts_of(
    knowledge: Knowledge, status: str, language: str = "en", *, rehearsal: bool = False
) -> EditionFacts:
    return EditionFacts(standing(status, rehearsal=rehearsal), Words(language, knowledge.labels), COMMIT)


@pytest.mark.parametrize("status", ["draft", "candidate"])
def test_what_is_not_approved_names_no_decision(status: str, small_knowledge: Knowledge) -> None:
    shown = [fact.label for fact in facts_of(small_knowledge, status).of("technologies/ai.md", both=False)]
    assert not {"Body", "Session", "Date", "Decision", "Document", "This page"} & set(shown)


def test_a_draft_has_no_digests_and_a_candidate_has_both(small_knowledge: Knowledge) -> None:
    def codes(status: str) -> list[str]:
        facts = facts_of(small_knowledge, status).of("technologies/ai.md", both=False)
        return [fact.text for fact in facts if fact.code]

    assert codes("draft") == [COMMIT]
    assert codes("candidate") == [COMMIT, PAGE_DIGEST, EDITION_DIGEST]


def test_a_page_of_both_languages_says_of_which_pages_the_digest_is(small_knowledge: Knowledge) -> None:
    facts = list(facts_of(small_knowledge, "approved").of("technologies/ai.md", both=True))
    assert facts[-1].label == "Digest of all pages in both languages"


def test_a_build_without_a_commit_names_none(small_knowledge: Knowledge) -> None:
    facts = EditionFacts(standing("draft"), Words("en", small_knowledge.labels), "")
    assert not [fact for fact in facts.of(None, both=False) if fact.code]


@pytest.mark.parametrize(
    ("chapter", "scope", "note"),
    [
        ("technologies/ai.md", "part of the approved text", ""),
        ("trust.md", "not part of the approved text", "This page: not part of the approved text"),
        (
            None,
            "annexed to the approved text, as of 31 May 2026",
            "This page: annexed to the approved text, as of 31 May 2026",
        ),
    ],
)
def test_an_approved_edition_says_what_of_it_was_approved(
    chapter: str | None, scope: str, note: str, small_knowledge: Knowledge
) -> None:
    facts = facts_of(small_knowledge, "approved")
    assert [plain(each.text) for each in facts.of(chapter, both=False) if each.label == "This page"] == [
        scope
    ]
    assert plain(facts.reservation(chapter)) == note


def test_a_reservation_in_french_has_its_space_before_the_colon(small_knowledge: Knowledge) -> None:
    said = facts_of(small_knowledge, "approved", "fr").reservation("trust.md")
    assert said == "Cette page\N{NO-BREAK SPACE}: ne fait pas partie du texte approuvé"


def test_a_rehearsal_never_says_that_a_page_is_approved(small_knowledge: Knowledge) -> None:
    facts = facts_of(small_knowledge, "approved", rehearsal=True)
    shown = " ".join(fact.text for fact in facts.of("technologies/ai.md", both=False))
    assert "part of the rehearsed text" in shown
    assert "REHEARSAL" in shown
    assert "approved text" not in shown


def test_who_approved_and_when_is_said_of_a_true_approval_alone(small_knowledge: Knowledge) -> None:
    assert plain(facts_of(small_knowledge, "approved").decided()) == "Council, 27 June 2026"
    assert facts_of(small_knowledge, "approved", rehearsal=True).decided() == ""
    assert facts_of(small_knowledge, "candidate").decided() == ""
