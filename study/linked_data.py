"""What programs are told of a case and of the register: JSON-LD with the terms of schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from study.addresses import CATALOGUE, DOWNLOADS, case_path, permalink
from study.citing import edition_status
from study.knowledge import Knowledge
from study.labels import Words
from study.linked_parts import CONTEXT, json_ld_text, licence, publisher, report_part, work_in_both
from study.models.cases import Case
from study.models.registers import Source
from study.models.values import LANGUAGES
from study.repertory import Repertory

__all__ = ["case_data", "dataset_data", "json_ld_text"]

# files of the register below DOWNLOADS, with their media types (IANA)
FILES = {
    "cases.csv": "text/csv",
    "cases.json": "application/json",
    "cases.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def case_data(case: Case, repertory: Repertory, words: Words) -> dict[str, Any]:
    """Return the JSON-LD of a case's page: an Article that is part of the Report.

    Administrations are what the case is about, not its authors. They carry no addressCountry,
    because a Member need not be a State. Of a withdrawn case only title and status are told.
    """
    knowledge, language = repertory.knowledge, words.language
    address = permalink(knowledge, language, case_path(case.id))
    data = {
        "@context": CONTEXT,
        "@type": "Article",
        "@id": address,
        "url": address,
        "identifier": case.id,
        "name": case.title[language],
        "inLanguage": language,
        **work_in_both(
            knowledge,
            language,
            "Article",
            case_path(case.id),
            {other: case.title[other] for other in LANGUAGES},
        ),
        "isPartOf": report_part(knowledge, words),
        "author": publisher(knowledge, language),
        "publisher": publisher(knowledge, language),
        "dateModified": case.checked,
        "creativeWorkStatus": edition_status(knowledge, words),
        **licence(knowledge),
    }
    if case.withdrawn:
        return data | {
            "creativeWorkStatus": words("cite_case", "withdrawn", status=data["creativeWorkStatus"])
        }
    return data | {
        "abstract": case.summary[language],
        "about": [*_acting(case, knowledge, words), *_technologies(case, knowledge, language)],
        "citation": [_source(knowledge.source[key], language) for key in _sources(case)],
    }


def dataset_data(repertory: Repertory, words: Words) -> dict[str, Any]:
    """Return the JSON-LD of the register as a Dataset, with its files to download."""
    knowledge, language = repertory.knowledge, words.language
    address = permalink(knowledge, language, CATALOGUE)
    data = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{address}#dataset",
        "url": address,
        "name": f"{words('facet', 'register')} – {knowledge.publication.title[language]}",
        "description": knowledge.publication.description[language],
        "inLanguage": language,
        "version": knowledge.edition.id,
        "creativeWorkStatus": edition_status(knowledge, words),
        "isPartOf": report_part(knowledge, words),
        "publisher": publisher(knowledge, language),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": permalink(knowledge, language, DOWNLOADS + name),
                "encodingFormat": kind,
            }
            for name, kind in FILES.items()
        ],
        **licence(knowledge),
    }
    if days := [case.checked for case in repertory.cases]:
        data["dateModified"] = max(days)
    return data


def _acting(case: Case, knowledge: Knowledge, words: Words) -> list[dict[str, Any]]:
    acting: list[dict[str, Any]] = []
    for code in dict.fromkeys(case.administrations):
        name = words("cite_case", "administration", name=knowledge.member[code].name[words.language])
        acting.append({"@type": "GovernmentOrganization", "name": name, "identifier": code})
    if case.body:
        body = knowledge.body[case.body]
        acting.append(
            {
                "@type": "Organization",
                "name": body.name[words.language],
                "alternateName": body.abbreviation[words.language],
                "identifier": body.id,
            }
        )
    return acting


def _technologies(case: Case, knowledge: Knowledge, language: str) -> list[dict[str, Any]]:
    keys = dict.fromkeys(map(str, case.technologies))
    return [
        {"@type": "DefinedTerm", "name": knowledge.technology[key].name[language], "termCode": key}
        for key in keys
    ]


def _sources(case: Case) -> Iterable[str]:
    """Return the sources of the case and of its results, each once."""
    return dict.fromkeys([*case.sources, *(key for each in case.results for key in each.sources)])


def _source(source: Source, language: str) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.publisher[language]},
        **({"url": source.url} if source.url else {}),
        **({"archivedAt": source.archived_url} if source.archived_url else {}),
        **({"datePublished": source.date} if source.date else {}),
    }
