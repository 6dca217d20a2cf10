"""What programs are told of a case and of the register."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from study.knowledge import Knowledge
from study.linked_data import case_data, dataset_data, json_ld_text
from study.repertory import repertory
from tests.study.schema_terms import SCHEMA, expanded, faults
from tests.study.worded import (
    HOSTILE,
    LANGUAGES,
    both,
    in_edition,
    licence,
    with_case,
    with_publication,
    withdrawal,
    worded,
    words,
)


@pytest.fixture
def little(small: Path, root: Path) -> Knowledge:
    """The small report with the real labels."""
    return worded(small, root)


def told(knowledge: Knowledge, language: str = "en") -> dict[str, Any]:
    """What is told of the only case."""
    return case_data(knowledge.cases[0], repertory(knowledge), words(knowledge, language))


def test_a_case_is_an_article_of_the_report(little: Knowledge) -> None:
    data = told(little, "fr")
    address = "https://example.org/2026/fr/cases/no-gate/"
    assert (data["@type"], data["@id"], data["url"], data["identifier"]) == (
        "Article",
        address,
        address,
        "no-gate",
    )
    assert (data["name"], data["abstract"], data["inLanguage"]) == ("Une porte", "Elle s’ouvre.", "fr")
    assert (data["dateModified"], data["publisher"]["name"]) == ("2026-01-31", "Personne")
    other = "https://example.org/2026/en/cases/no-gate/"
    assert data["exampleOfWork"] == {
        "@type": "Article",
        "@id": "https://example.org/2026/#cases/no-gate/",
        "workExample": [{"@type": "Article", "@id": other, "name": "A gate", "inLanguage": "en"}],
    }
    report = data["isPartOf"]
    assert (report["@type"], report["name"], report["version"]) == ("Report", "Étude", "2026")
    assert (
        report["creativeWorkStatus"]
        == data["creativeWorkStatus"]
        == words(little, "fr")("cite_case", "draft")
    )


def test_administrations_bodies_and_technologies_are_what_the_case_is_about(little: Knowledge) -> None:
    data = told(with_case(little, body="eac", administrations=["NO", "NO", "KE"]))
    assert [(each["@type"], each.get("identifier", each.get("termCode"))) for each in data["about"]] == [
        ("GovernmentOrganization", "NO"),
        ("GovernmentOrganization", "KE"),
        ("Organization", "eac"),
        ("DefinedTerm", "ai"),
    ]
    assert data["about"][0]["name"] == "Customs administration: Norway"
    assert "addressCountry" not in json.dumps(data)


def test_each_source_of_the_case_and_its_results_is_a_citation(little: Knowledge) -> None:
    [source] = told(little)["citation"]
    assert source == {
        "@type": "CreativeWork",
        "name": "A note",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "Customs"},
        "url": "https://example.org/note",
        "datePublished": "2025-06",
    }


def test_of_a_withdrawn_case_only_title_and_status_are_told(little: Knowledge) -> None:
    data = told(with_case(little, withdrawn=withdrawal()))
    assert not {"abstract", "about", "citation"} & data.keys()
    assert data["creativeWorkStatus"].startswith("case withdrawn; draft")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_is_a_dataset_with_its_files(language: str, little: Knowledge) -> None:
    data = dataset_data(repertory(little), words(little, language))
    base = f"https://example.org/2026/{language}/"
    assert (data["@type"], data["url"], data["version"]) == ("Dataset", f"{base}cases/", "2026")
    assert data["dateModified"] == "2026-01-31"
    assert [(each["contentUrl"], each["encodingFormat"]) for each in data["distribution"][:2]] == [
        (f"{base}data/cases.csv", "text/csv"),
        (f"{base}data/cases.json", "application/json"),
    ]
    assert data["distribution"][2]["contentUrl"] == f"{base}data/cases.xlsx"
    assert faults(data) == []


def test_a_register_without_cases_has_no_day(little: Knowledge) -> None:
    empty = with_case(little, withdrawn=withdrawal())
    assert "dateModified" not in dataset_data(repertory(empty), words(empty, "en"))


def test_a_licence_is_told_only_where_there_is_one(little: Knowledge) -> None:
    free = with_publication(little, text_licence=licence())
    for knowledge, expected in ((little, None), (free, "https://example.org/licence")):
        assert told(knowledge).get("license") == expected
        assert dataset_data(repertory(knowledge), words(knowledge, "en")).get("license") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_processor_finds_only_terms_of_schema_org(language: str, little: Knowledge) -> None:
    assert faults(told(in_edition(little, "2027.1"), language)) == []
    [node] = expanded(told(little, language))
    assert node["@type"] == [f"{SCHEMA}Article"]
    assert node["@id"] == f"https://example.org/2026/{language}/cases/no-gate/"
    assert node[f"{SCHEMA}name"] == [{"@value": {"en": "A gate", "fr": "Une porte"}[language]}]


def test_a_term_in_the_wrong_place_is_found(little: Knowledge) -> None:
    assert faults(told(little) | {"title": "x"}) == ["Article.title"]
    assert faults(told(little) | {"contentUrl": "https://example.org/x"}) == ["Article.contentUrl"]
    assert faults(told(little) | {"publisher": {"@type": "Nobody", "name": "x"}}) == ["Nobody.name"]


class Scripts(HTMLParser):
    """What a browser takes for scripts and for other elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append("comment")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_cannot_end_the_script(text: str, little: Knowledge) -> None:
    written = json_ld_text(told(with_case(little, title=both(text), summary=both(text))))
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{written}</script>')
    page.close()
    assert (page.elements, page.text) == (["script"], written)
    assert json.loads(written)["name"] == text
    assert not set(written) & set("<>&\u2028\u2029\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_cases_are_told_in_terms_of_schema_org(language: str, knowledge: Knowledge) -> None:
    known = repertory(knowledge)
    for case in knowledge.cases:
        assert faults(case_data(case, known, words(knowledge, language))) == []
    assert faults(dataset_data(known, words(knowledge, language))) == []
