"""What programs are told of a case and of the register: JSON-LD with the terms of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from study.addresses import CATALOGUE, DOWNLOADS, case_path, permalink
from study.citing import edition_status
from study.knowledge import Knowledge
from study.labels import Words
from study.models.cases import Case
from study.models.registers import Source
from study.models.values import LANGUAGES
from study.repertory import Repertory

CONTEXT = "https://schema.org"
# files of the register below DOWNLOADS, with their media types (IANA)
FILES = {
    "cases.csv": "text/csv",
    "cases.json": "application/json",
    "cases.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# JSON allows these as escapes only inside texts, and nowhere else do they occur in JSON
INERT = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


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
        "workTranslation": [_translation(case, knowledge, other) for other in _others(language)],
        "isPartOf": _report(knowledge, words),
        "author": _publisher(knowledge, language),
        "publisher": _publisher(knowledge, language),
        "dateModified": case.checked,
        "creativeWorkStatus": edition_status(knowledge, words),
        **_licence(knowledge),
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
        "isPartOf": _report(knowledge, words),
        "publisher": _publisher(knowledge, language),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": permalink(knowledge, language, DOWNLOADS + name),
                "encodingFormat": kind,
            }
            for name, kind in FILES.items()
        ],
        **_licence(knowledge),
    }
    if days := [case.checked for case in repertory.cases]:
        data["dateModified"] = max(days)
    return data


def json_ld_text(data: dict[str, Any]) -> str:
    """Return `data` as JSON that can't end or open an element inside `<script type="application/ld+json">`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in INERT.items():
        text = text.replace(sign, escape)
    return text


def _report(knowledge: Knowledge, words: Words) -> dict[str, Any]:
    address = permalink(knowledge, words.language)
    return {
        "@type": "Report",
        "@id": address,
        "url": address,
        "name": knowledge.publication.title[words.language],
        "version": knowledge.edition.id,
        "creativeWorkStatus": edition_status(knowledge, words),
        "inLanguage": words.language,
    }


def _publisher(knowledge: Knowledge, language: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": knowledge.publication.publisher[language]}


def _licence(knowledge: Knowledge) -> dict[str, Any]:
    licence = knowledge.publication.text_licence
    return {"license": licence.url} if licence and licence.url else {}


def _others(language: str) -> list[str]:
    return [other for other in LANGUAGES if other != language]


def _translation(case: Case, knowledge: Knowledge, language: str) -> dict[str, Any]:
    address = permalink(knowledge, language, case_path(case.id))
    return {
        "@type": "Article",
        "@id": address,
        "url": address,
        "name": case.title[language],
        "inLanguage": language,
    }


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
