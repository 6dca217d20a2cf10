"""What programs are told of the report and its chapters."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.linked_chapters import ChapterPage, chapter_data, glossary_data, report_data
from study.linked_parts import json_ld_text
from tests.macros.approvals import EDITION, as_built
from tests.study.schema_terms import expanded, faults
from tests.study.worded import HOSTILE, LANGUAGES, in_edition, licence, with_publication, worded, words

PAGE = ChapterPage("ai/", "A title", "A description", "2026-01-31", 7)
HOME = ChapterPage("", "Home", "A description", "2026-01-31", 1)


@pytest.fixture
def little(small: Path, root: Path) -> Knowledge:
    return worded(small, root)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_is_a_part_of_the_report_at_its_place(language: str, little: Knowledge) -> None:
    data = chapter_data(PAGE, little, words(little, language))
    base = f"https://example.org/2026/{language}/"
    assert (data["@type"], data["@id"], data["url"]) == ("Chapter", f"{base}ai/", f"{base}ai/")
    assert (data["position"], data["dateModified"], data["inLanguage"]) == (7, "2026-01-31", language)
    assert (data["isPartOf"]["@type"], data["isPartOf"]["@id"]) == ("Report", base)
    assert faults(data) == []
    assert len(expanded(data)) == 1


def test_nothing_is_told_as_approved_before_it_is(little: Knowledge) -> None:
    said = words(little, "en")
    assert "datePublished" not in chapter_data(PAGE, little, said)
    assert chapter_data(PAGE, little, said)["creativeWorkStatus"] == said("cite_case", "draft")
    approved = as_built(in_edition(little, EDITION), "approved")
    told = chapter_data(PAGE, approved, said)
    assert told["creativeWorkStatus"] == said("cite_case", "approved")
    assert approved.standing.approval
    assert told["datePublished"] == approved.standing.approval.date


def test_what_is_unset_is_not_told(little: Knowledge) -> None:
    said = words(little, "en")
    bare = chapter_data(ChapterPage("ai/", "A title"), little, said)
    assert not {"description", "dateModified", "license", "author"} & bare.keys()
    free = with_publication(little, text_licence=licence())
    assert chapter_data(PAGE, free, said)["license"] == "https://example.org/licence"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_is_the_report_with_its_parts(language: str, little: Knowledge) -> None:
    data = report_data(HOME, [PAGE], little, words(little, language))
    assert (data["@type"], data["name"]) == ("Report", little.publication.title[language])
    assert [each["@type"] for each in data["hasPart"]] == ["Chapter", "Dataset"]
    assert data["hasPart"][0]["@id"] == f"https://example.org/2026/{language}/ai/"
    assert "isPartOf" not in data
    assert faults(data) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_is_a_set_of_defined_terms(language: str, little: Knowledge) -> None:
    data = glossary_data(ChapterPage("glossary/", "Glossary"), little, words(little, language))
    assert data["@type"] == data["exampleOfWork"]["@type"] == "DefinedTermSet"
    assert [(each["termCode"], each["name"]) for each in data["hasDefinedTerm"]] == [
        (term.id, term.term[language]) for term in little.glossary
    ]
    assert faults(data) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_stays_a_title(text: str, little: Knowledge) -> None:
    written = json_ld_text(chapter_data(ChapterPage("ai/", text, text), little, words(little, "en")))
    assert not set(written) & set("<>&\u2028\u2029\n")
