"""A small register to download: a hostile case of two Members, a case of a body alone, one without results, one withdrawn."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from study.knowledge import Knowledge
from study.models.cases import Result
from study.models.registers import Forms, Source, Term
from study.models.values import PerLanguage, Translated
from study.repertory import Repertory, repertory
from tests.study.register import case, with_cases, withdrawn

FORMULA = "=cmd()|' /C calc'!A0"
MARKUP = '<script>alert("1")</script>; a, b | c & d'
DELIMITERS = {"en": ",", "fr": ";"}
Standing = Callable[[str], Repertory]


def both(text: str) -> Translated:
    """The same text in both languages, unchecked, as no editor could write it."""
    return Translated.model_construct(en=text, fr=text)


@pytest.fixture
def held(little: Knowledge, knowledge: Knowledge) -> Knowledge:
    """The small report with the words of today, its cases, hostile sources and terms."""
    spoken = replace(little, labels=knowledge.labels)
    note = spoken.sources[0]
    bare = Source(**{**note.model_dump(), "id": "bare", "title": FORMULA, "url": None, "date": None})
    spare = note.model_copy(update={"id": "spare"})
    hostile = case(
        spoken,
        "hostile",
        administrations=["NO", "KE", "NO"],
        office=both("@SUM(A1)"),
        title=FORMULA,
        summary=both(f"{MARKUP}\nsecond\tline"),
        stage_note=both("+1"),
        partners=[both("-1 | x"), both("\t=1")],
        results=[
            Result(text=both("10% less"), measured_by=both("Customs"), sources=["note"]),
            Result(text=both("=2"), measured_by=both("-"), sources=["bare", "note"]),
        ],
        sources=["bare", "note"],
    )
    union = case(spoken, "union", administrations=[], body="eac", since=None, results=[])
    plain = case(spoken, "plain", stage="operational", confirmed="2026-01-30")
    gone = case(spoken, "gone", withdrawn=withdrawn())
    terms = [*spoken.glossary, _hostile_term(spoken.glossary[0])]
    made = replace(spoken, sources=[note, bare, spare], glossary=terms)
    return with_cases(made, hostile, union, plain, gone)


def _hostile_term(term: Term) -> Term:
    return term.model_copy(
        update={
            "id": "3d",
            "term": both(FORMULA),
            "abbreviation": PerLanguage(en="3D", fr=None),
            "forms": Forms(en=["three-d"], fr=[]),
            "definition": both(MARKUP),
            "see_also": ["model", "data"],
            "technology": "3d-printing",
            "standard": "ISO <1>",
            "url": "https://example.org/iso?a=1&b=2",
        }
    )


@pytest.fixture
def register(held: Knowledge) -> Repertory:
    return repertory(held)


@pytest.fixture
def standing(held: Knowledge) -> Standing:
    """The register in an edition of another status."""

    def make(status: str) -> Repertory:
        [edition, *others] = held.editions.editions
        changed = [edition.model_copy(update={"status": status}), *others]
        return repertory(replace(held, editions=held.editions.model_copy(update={"editions": changed})))

    return make


def read_csv(content: bytes, language: str) -> list[list[str]]:
    """What a program reads from a CSV file of a language."""
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=DELIMITERS[language], strict=True))
