"""What the descriptions of the report and its parts have in common."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.linked_parts import published, publisher, report_part, work_in_both
from tests.macros.approvals import EDITION, as_built
from tests.study.schema_terms import faults
from tests.study.worded import LANGUAGES, in_edition, worded, words


@pytest.fixture
def little(small: Path, root: Path) -> Knowledge:
    return worded(small, root)


def test_only_a_true_approval_is_a_publication(little: Knowledge) -> None:
    approved = as_built(in_edition(little, EDITION), "approved")
    assert approved.standing.approval
    assert published(approved) == {"datePublished": approved.standing.approval.date}
    assert published(as_built(in_edition(little, EDITION), "approved", rehearsal=True)) == {}
    assert published(as_built(in_edition(little, EDITION), "candidate")) == {}
    assert published(little) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_neither_language_is_told_as_the_translation_of_the_other(language: str, little: Knowledge) -> None:
    [other] = [each for each in LANGUAGES if each != language]
    told = work_in_both(little, language, "Chapter", "ai/")
    assert told == {
        "exampleOfWork": {
            "@type": "Chapter",
            "@id": "https://example.org/2026/#ai/",
            "workExample": [
                {"@type": "Chapter", "@id": f"https://example.org/2026/{other}/ai/", "inLanguage": other}
            ],
        }
    }


def test_the_whole_report_is_the_work_at_the_door_of_its_edition(little: Knowledge) -> None:
    told = work_in_both(little, "en", "Report", "", {"en": "A study", "fr": "Étude"})["exampleOfWork"]
    assert told["@id"] == "https://example.org/2026/"
    assert told["workExample"][0]["name"] == "Étude"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_says_its_edition_and_status(language: str, little: Knowledge) -> None:
    said = words(little, language)
    part = report_part(little, said)
    assert (part["version"], part["creativeWorkStatus"]) == ("2026", said("cite_case", "draft"))
    assert publisher(little, language)["name"] == little.publication.publisher[language]
    assert faults(part) == []
