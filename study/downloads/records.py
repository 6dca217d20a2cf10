"""Records of the downloads in one language: structured as in the JSON download, named as in `fields`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from study.addresses import case_path, permalink
from study.facets import evidence_of, regions_of
from study.knowledge import Knowledge
from study.labels import Words
from study.models.cases import Case
from study.models.registers import Source, Term
from study.models.values import LANGUAGES, PerLanguage, Translated

Record = dict[str, object]


def standing(knowledge: Knowledge, words: Words) -> Record:
    """Return the edition and its status in words; every record carries them."""
    return {
        "edition": knowledge.editions.current,
        "status": words("status_sentence", knowledge.edition.status, edition=knowledge.editions.current),
    }


def own(knowledge: Knowledge, words: Words, path: str) -> Record:
    """Return edition, status, language and the address for quoting."""
    address = permalink(knowledge, words.language, path)
    return {**standing(knowledge, words), "language": words.language, "permalink": address}


def case_record(case: Case, knowledge: Knowledge, words: Words) -> Record:
    """Return a case in full, with its sources."""
    language = words.language
    members = [knowledge.member[code] for code in dict.fromkeys(case.administrations)]
    body = knowledge.body[case.body] if case.body else None
    return {
        "id": case.id,
        **own(knowledge, words, case_path(case.id)),
        "title": case.title[language],
        "administrations": [_named(member.id, member.name[language]) for member in members],
        "body": _named(body.id, body.name[language]) if body else None,
        "office": _said(case.office, language),
        "regions": [_named(key, knowledge.region[key].name[language]) for key in regions_of(case, knowledge)],
        "technologies": [
            _named(key, knowledge.technology[key].name[language]) for key in dict.fromkeys(case.technologies)
        ],
        "processes": [_named(key, words("process", key)) for key in dict.fromkeys(case.processes)],
        "stage": _named(case.stage, words("stage", case.stage)),
        "stage_note": _said(case.stage_note, language),
        "since": case.since,
        "summary": case.summary[language],
        "results": [
            {
                "text": each.text[language],
                "measured_by": each.measured_by[language],
                "sources": list(each.sources),
            }
            for each in case.results
        ],
        "partners": [partner[language] for partner in case.partners],
        "evidence": _named(evidence_of(case, knowledge), words("evidence", evidence_of(case, knowledge))),
        "sources": [
            {"id": key, **_source_facts(knowledge.source[key], words)} for key in dict.fromkeys(case.sources)
        ],
        "checked": case.checked,
        "confirmed": case.confirmed,
    }


def result_records(case: Case, knowledge: Knowledge, words: Words) -> Iterator[Record]:
    """Return the results of a case, numbered from 1."""
    for number, result in enumerate(case.results, 1):
        yield {
            "case": case.id,
            "number": number,
            **own(knowledge, words, case_path(case.id)),
            "text": result.text[words.language],
            "measured_by": result.measured_by[words.language],
            "sources": list(result.sources),
        }


def source_records(cases: Iterable[Case], knowledge: Knowledge, words: Words) -> Iterator[Record]:
    """Return the sources that cases and their results name, in the order of the register of sources."""
    used: set[str] = set()
    for case in cases:
        used.update(case.sources, *(result.sources for result in case.results))
    for source in knowledge.sources:
        if source.id in used:
            about = own(knowledge, words, f"sources/#source-{source.id}")
            yield {"id": source.id, **about, **_source_facts(source, words)}


def _source_facts(source: Source, words: Words) -> Record:
    return {
        "title": source.title,
        "title_language": source.language,
        "publisher": source.publisher[words.language],
        "kind": _named(source.kind, words("source_kind", source.kind)),
        "date": source.date,
        "reference": source.reference,
        "url": source.url,
        "archived_url": source.archived_url,
        "checked": source.checked,
    }


def term_record(term: Term, knowledge: Knowledge, words: Words) -> Record:
    """Return a term with both languages side by side."""
    technology = knowledge.technology[term.technology] if term.technology else None
    named = technology and _named(technology.id, technology.name[words.language])
    return {
        "id": term.id,
        **standing(knowledge, words),
        "permalink": permalink(knowledge, words.language, f"glossary/#term-{term.id}"),
        **{f"term_{each}": term.term[each] for each in LANGUAGES},
        **{f"abbreviation_{each}": _said(term.abbreviation, each) for each in LANGUAGES},
        **{f"forms_{each}": list(term.forms[each]) for each in LANGUAGES},
        **{f"definition_{each}": term.definition[each] for each in LANGUAGES},
        "see_also": list(term.see_also),
        "technology": named,
        "standard": term.standard,
        "url": term.url,
        "basis": _named(term.basis, words("basis", term.basis)),
    }


def _named(key: str, name: str) -> Record:
    return {"key": key, "name": name}


def _said(text: Translated | PerLanguage | None, language: str) -> str | None:
    return text[language] if text else None
