"""What an editor is told about a new case: what looks doubtful, what resembles it, what is still to fill."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from report.new.place import CASES, Placed
from study.documents import Documents
from study.facets import evidence_of
from study.knowledge import Knowledge
from study.models.cases import Case
from study.models.values import LANGUAGES
from study.reading import place_of
from study.stats import WORD

FEWEST_WORDS, MOST_WORDS = 60, 120  # of a summary, as CONTRIBUTING asks
TO_FILL = {  # field of a new record that may stay as it is → what to write there one day
    "office": "name the customs office or emirate in both languages, if the case is narrower than the Member",
    "stage": "still unknown; choose another one if a source gives it",
    "stage_note": "say why you chose this stage, if it does not stand in the source",
    "since": "add the year when a source gives it",
    "results": "add one when a source publishes it, with who measured it",
    "partners": "add those that a source names, in both languages",
    "checked": "is the day of today; write the day on which you read the sources, if it is another",
    "confirmed": "add the day on which the administration itself agreed to the text",
}
UNKNOWN: tuple[object, ...] = (None, [], "unknown")
SOURCE = """\
- id: id-of-the-source
  title: "Title as published"
  language: en
  publisher:
    en: Name of the publisher
    fr: Nom de l’éditeur
  url: https://example.org/document
  archived_url: null
  reference: null
  date: null
  kind: official
  checked: {day}
"""


def remarks(case: Case, knowledge: Knowledge) -> Iterator[str]:
    """Return a sentence for each thing about a case that is allowed, but doubtful."""
    for language, name in zip(LANGUAGES, ("English", "French"), strict=True):
        count = len(WORD.findall(case.summary[language]))
        if not FEWEST_WORDS <= count <= MOST_WORDS:
            words = "word" if count == 1 else "words"
            yield f"the {name} summary has {count} {words}; expected {FEWEST_WORDS} to {MOST_WORDS}"
    if evidence_of(case, knowledge) == "press":
        yield "only the press says so; look for a source of the administration itself"


def similar(case: Case, knowledge: Knowledge, documents: Documents) -> list[str]:
    """Return place, id and title of each case of the same administration or body with the same technology."""
    actors, technologies = _actors(case), set(case.technologies)
    register = documents.by_name[CASES]
    return [
        f"{CASES}:{place_of(register, (index, 'id'))[0]}: {known.id} — {known.title.en}"
        + (" (withdrawn)" if known.withdrawn else "")
        for index, known in enumerate(knowledge.cases)
        if actors & _actors(known) and technologies & set(known.technologies)
    ]


def to_fill(placed: Placed) -> list[str]:
    """Return place and advice for each field of the new record that is still empty."""
    record = placed.document[placed.index]
    return [
        f"{CASES}:{place_of(placed.document, (placed.index, field))[0]}: {field} — {advice}"
        for field, advice in TO_FILL.items()
        if record[field] in UNKNOWN or field == "checked"
    ]


def how_to_add(day: date) -> str:
    """Return what to write into `data/sources.yaml` before a case can name a new source."""
    record = SOURCE.format(day=day.isoformat())
    return f"Put this into data/sources.yaml, in order of the ids, and complete it:\n\n{record}"


def _actors(case: Case) -> set[str]:
    return {*case.administrations, *([case.body] if case.body else [])}
