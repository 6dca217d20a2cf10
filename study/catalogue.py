"""The register as the catalogue's script reads it: small numbers by column, and titles in files of their own.

Cases stand in the order of lists. `facets.json` answers every filter but words; the files of titles
are loaded only for the rows in view, and all of them once a reader types words.
"""

from __future__ import annotations

import json

from study.addresses import CATALOGUE
from study.facets import FACETS, all_values, name_of, values_of
from study.labels import Words
from study.listing import in_order
from study.models.cases import Case
from study.repertory import Repertory
from study.selection import administrations_of

DATA = f"{CATALOGUE}data/"
ROWS = 1000  # cases in a file of titles


def files(repertory: Repertory, words: Words) -> dict[str, bytes]:
    """Return the files of one language: path below its folder → JSON in UTF-8.

    They are `cases/data/facets.json` and, for each ROWS cases, `cases/data/titles-0.json` and so on.
    """
    cases = in_order(repertory.cases, repertory, words)
    chunks = [cases[start : start + ROWS] for start in range(0, len(cases), ROWS)]
    titles = {
        f"{DATA}titles-{number}.json": _json([_texts(case, repertory, words) for case in chunk])
        for number, chunk in enumerate(chunks)
    }
    return {f"{DATA}facets.json": _json(_columns(cases, repertory, words)), **titles}


def _columns(cases: list[Case], repertory: Repertory, words: Words) -> dict[str, object]:
    """Return what filters and orders need: each list has one entry per case, in the order of `cases`.

    `register` holds the places of the cases in the register, and so in its downloads; `checked`
    holds places in `days`, which run from the latest to the earliest.
    """
    place = {case.id: number for number, case in enumerate(repertory.cases)}
    days = sorted({case.checked for case in cases}, reverse=True)
    day = {value: number for number, value in enumerate(days)}
    return {
        "cases": len(cases),
        "rows": ROWS,
        "facets": {facet: _facet(facet, cases, repertory, words) for facet in FACETS},
        "register": [place[case.id] for case in cases],
        "days": days,
        "checked": [day[case.checked] for case in cases],
    }


def _facet(facet: str, cases: list[Case], repertory: Repertory, words: Words) -> dict[str, object]:
    """Return a facet's values that have cases, their names, and each case's place or places among them."""
    knowledge = repertory.knowledge
    values = [value for value in all_values(facet, knowledge) if repertory.under(facet, value)]
    number = {value: place for place, value in enumerate(values)}
    places = [[number[value] for value in values_of(case, facet, knowledge)] for case in cases]
    return {
        "values": values,
        "names": [name_of(facet, value, knowledge, words) for value in values],
        "cases": [each[0] if len(each) == 1 else each for each in places],
    }


def _texts(case: Case, repertory: Repertory, words: Words) -> list[str]:
    """Return id, title, administrations and office of a case, as its row names them."""
    language = words.language
    names = administrations_of(case, repertory.knowledge, language)
    office = case.office[language] if case.office else ""
    return [case.id, case.title[language], words.listing(names), office]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
