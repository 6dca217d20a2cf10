"""How a case and the edition are cited."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import jsonschema
import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from study.citing import (
    Reference,
    bibtex,
    case_reference,
    csl,
    csl_text,
    edition_reference,
    in_words,
    ris,
)
from study.knowledge import Knowledge
from study.models.vocabulary import EDITION_STATUSES
from tests.study.worded import (
    HOSTILE,
    LANGUAGES,
    both,
    in_edition,
    with_case,
    with_publication,
    withdrawal,
    worded,
    words,
)

# What csl-data.json of CSL 1.0.2 says of the fields that are used here, and of no other
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["chapter", "report"]},
            "author": {
                "type": "array",
                "items": {"additionalProperties": False, "properties": {"literal": {"type": "string"}}},
            },
            "edition": {"type": ["string", "number"]},
            "issued": {
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {
                            "type": "array",
                            "minItems": 1,
                            "maxItems": 3,
                            "items": {"type": ["string", "number"]},
                        },
                    }
                },
            },
            **{
                name: {"type": "string"}
                for name in ("title", "container-title", "publisher", "status", "URL", "language")
            },
        },
    },
}
TEX_COMMANDS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    r"\textless{}": "<",
    r"\textgreater{}": ">",
    r"\textbar{}": "|",
    r"\,": "\u202f",
    "~": "\u00a0",
    "{}": "",
    **{f"\\{sign}": sign for sign in "$&#_%"},
}


@pytest.fixture
def little(small: Path, root: Path) -> Knowledge:
    """The small report with the real labels."""
    return worded(small, root)


def reference(little: Knowledge, language: str = "en") -> Reference:
    """The reference to the only case."""
    return case_reference(little.cases[0], little, words(little, language))


def one_line(text: str) -> str:
    return re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+", " ", text).strip(" ")


def printed(text: str) -> str:
    """What TeX prints for a field that BibTeX read."""
    pattern = "|".join(sorted(map(re.escape, TEX_COMMANDS), key=len, reverse=True))
    return re.sub(
        pattern, lambda found: TEX_COMMANDS[found.group()], text.removeprefix("{").removesuffix("}")
    )


def read_bibtex(text: str) -> dict[str, Any]:
    library = bibtexparser.parse_string(text)
    assert (len(library.blocks), library.failed_blocks) == (1, [])
    [entry] = library.entries
    fields = {field.key: field.value for field in entry.fields}
    return {name: printed(value) for name, value in fields.items()} | {
        "key": entry.key,
        "kind": entry.entry_type,
    }


def test_a_case_is_cited_in_words_of_both_languages(little: Knowledge) -> None:
    status = {each: words(little, each)("cite_case", "draft") for each in LANGUAGES}
    assert in_words(reference(little), words(little, "en")) == (
        f"Nobody, “A gate”, in Study, edition 2026 ({status['en']}), https://example.org/2026/en/cases/no-gate/"
    )
    assert in_words(reference(little, "fr"), words(little, "fr")) == (
        f"Personne, «\u00a0Une porte\u00a0», dans Étude, édition 2026 ({status['fr']}), "
        "https://example.org/2026/fr/cases/no-gate/"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", EDITION_STATUSES)
def test_every_form_says_the_status(status: str, language: str, little: Knowledge) -> None:
    little = in_edition(little, "2026", status=status)
    said = words(little, language)("cite_case", status)
    for each in (
        reference(little, language),
        edition_reference(little, words(little, language)),
    ):
        assert said in in_words(each, words(little, language))
        assert said in read_bibtex(bibtex(each))["note"]
        assert said in rispy.loads(ris(each))[0]["notes"]
        assert said in str(csl(each)["edition"])
        assert csl(each)["status"] == said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [each for each in EDITION_STATUSES if each != "approved"])
def test_nothing_unapproved_looks_approved(status: str, language: str, little: Knowledge) -> None:
    said = words(little, language)("cite_case", status).casefold()
    denied = re.sub(r"not approved|non approuvée?|submitted for approval|soumise pour approbation", "", said)
    assert not re.search("appro", denied)


def test_a_withdrawn_case_says_so(little: Knowledge) -> None:
    gone = with_case(little, withdrawn=withdrawal())
    assert "case withdrawn; draft" in in_words(reference(gone), words(gone, "en"))
    assert "cas retiré\u202f; projet" in read_bibtex(bibtex(reference(gone, "fr")))["note"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_and_address_belong_to_case_edition_and_language(language: str, little: Knowledge) -> None:
    later = in_edition(little, "2027.1")
    assert reference(later, language).key == f"case-no-gate-2027-1-{language}"
    assert reference(later, language).address == f"https://example.org/2027.1/{language}/cases/no-gate/"
    assert reference(later, language).year == 2027
    moved = with_publication(later, site_url="https://example.com/x/")
    assert reference(moved, language).key == reference(later, language).key
    whole = edition_reference(later, words(later, language))
    assert (whole.key, whole.address) == (
        f"report-2027-1-{language}",
        f"https://example.org/2027.1/{language}/",
    )


def test_bibtex_of_a_case_is_part_of_a_collection(little: Knowledge) -> None:
    assert read_bibtex(bibtex(reference(little))) == {
        "kind": "incollection",
        "key": "case-no-gate-2026-en",
        "author": "Nobody",
        "title": "A gate",
        "booktitle": "Study",
        "publisher": "Nobody",
        "year": "2026",
        "note": "edition 2026 (draft — not approved by the Council)",
        "url": "https://example.org/2026/en/cases/no-gate/",
        "langid": "english",
    }


def test_bibtex_of_the_edition_is_a_report(little: Knowledge) -> None:
    read = read_bibtex(bibtex(edition_reference(little, words(little, "fr"))))
    assert (read["kind"], read["key"], read["title"], read["institution"], read["langid"]) == (
        "techreport",
        "report-2026-fr",
        "Étude",
        "Personne",
        "french",
    )
    assert "booktitle" not in read


def test_ris_of_a_case_is_a_chapter_whose_lines_end_with_cr_lf(little: Knowledge) -> None:
    text = ris(reference(little, "fr"))
    assert text.endswith("\r\nER  - \r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert rispy.loads(text) == [
        {
            "type_of_reference": "CHAP",
            "id": "case-no-gate-2026-fr",
            "authors": ["Personne"],
            "title": "Une porte",
            "secondary_title": "Étude",
            "edition": "édition 2026 (projet — non approuvé par le Conseil)",
            "year": "2026",
            "publisher": "Personne",
            "notes": ["projet — non approuvé par le Conseil"],
            "urls": ["https://example.org/2026/fr/cases/no-gate/"],
            "language": "fr",
        }
    ]


def test_ris_of_the_edition_is_a_report(little: Knowledge) -> None:
    [read] = rispy.loads(ris(edition_reference(little, words(little, "en"))))
    assert (read["type_of_reference"], read["title"]) == ("RPRT", "Study")
    assert "secondary_title" not in read


@pytest.mark.parametrize("language", LANGUAGES)
def test_csl_json_fits_its_schema(language: str, little: Knowledge) -> None:
    for each in (reference(little, language), edition_reference(little, words(little, language))):
        jsonschema.validate(json.loads(csl_text(each)), CSL)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([csl(reference(little)) | {"year": 2026}], CSL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_citation_style_prints_title_report_edition_and_address(language: str, little: Knowledge) -> None:
    line = styled(csl(reference(little, language)))
    for part in (
        {"en": "A gate", "fr": "Une porte"}[language],
        {"en": "Study", "fr": "Étude"}[language],
        words(little, language)("cite_case", "draft"),
        f"https://example.org/2026/{language}/cases/no-gate/",
        "2026",
    ):
        assert part in line
    assert "2026th" not in line


def styled(item: dict[str, object]) -> str:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([item]), formatter.plain)
    bibliography.register(Citation([CitationItem(str(item["id"]))]))
    [line] = bibliography.bibliography()
    return str(line)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_inert_in_every_format(text: str, language: str, little: Knowledge) -> None:
    hostile = with_publication(with_case(little, title=both(text)), publisher=both(text), title=both(text))
    each, expected = reference(hostile, language), one_line(text)
    assert "\n" not in in_words(each, words(hostile, language))
    read = read_bibtex(bibtex(each))
    assert [read[name] for name in ("author", "title", "booktitle", "publisher")] == [expected] * 4
    assert (read["kind"], read["year"]) == ("incollection", "2026")
    [record] = rispy.loads(ris(each))
    assert (record["title"], record["authors"]) == (expected.strip(), [expected.strip()])
    assert ris(each).count("\r\n") == 12
    [item] = json.loads(csl_text(each))
    assert (item["title"], item["author"]) == (expected, [{"literal": expected}])
    jsonschema.validate([item], CSL)
    assert "2026" in styled(item)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_real_cases_are_read_again_as_they_stand(language: str, knowledge: Knowledge) -> None:
    each_word = words(knowledge, language)
    for case in knowledge.cases:
        each = case_reference(case, knowledge, each_word)
        title = case.title[language]
        assert read_bibtex(bibtex(each))["title"] == title
        assert rispy.loads(ris(each))[0]["title"] == title
    items = [csl(case_reference(case, knowledge, each_word)) for case in knowledge.cases]
    jsonschema.validate(items, CSL)
    assert len({item["id"] for item in items}) == len(items)
