"""The texts of records in both languages."""

from __future__ import annotations

from study.knowledge import Knowledge
from study.translation.records import record_texts


def test_every_text_of_cases_and_terms_is_found_with_its_field(little: Knowledge) -> None:
    found = {(each.record, each.field): (each.english, each.french) for each in record_texts(little)}
    assert found["no-gate", "title"] == ("A gate", "Une porte")
    assert found["no-gate", "results.1.measured_by"] == ("the administration", "l’administration")
    assert found["model", "definition"] == ("A rule", "Une règle")
    assert len(found) == 8


def test_the_real_records_are_complete(knowledge: Knowledge) -> None:
    found = {(each.register, each.record) for each in record_texts(knowledge)}
    assert {("case", case.id) for case in knowledge.cases} < found
    assert {("term", term.id) for term in knowledge.glossary} < found
