"""The reference to a paragraph says edition, status, chapter, number and address, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.paragraph_citations import paragraph_references
from tests.macros.conftest import MakePage, plain
from tests.study.concordance.twin import PAGE, write_chapter

TITLES = {"en": "Machines", "fr": "Les <machines>"}
EXPECTED = {
    "en": 'Nobody, Study <i>& "more", edition 2026.1 (draft — not approved by the Council), “Machines”, § 12a, '
    "https://example.org/report/2026.1/en/technologies/ai/#p12a",
    "fr": 'Personne, Étude <i>& "plus", édition 2026.1 (projet — non approuvé par le Conseil), '
    "« Les <machines> », § 12a, https://example.org/report/2026.1/fr/technologies/ai/#p12a",
}


@pytest.mark.parametrize(("language", "order"), [("en", ["en", "fr"]), ("fr", ["fr", "en"])])
def test_both_references_stand_with_the_readers_first(
    language: str, order: list[str], page: MakePage, tmp_path: Path
) -> None:
    for side, title in TITLES.items():
        write_chapter(tmp_path, side, f"---\ndescription: A.\n---\n# {title} {{: #ai }}\n")
    here = page(language)
    here.knowledge = replace(here.knowledge, root=tmp_path)
    found = paragraph_references(here, PAGE, "technologies/ai/")
    assert [each.language for each in found] == order
    assert [each.name for each in found] == [here.words.language_name(each) for each in order]
    for each in found:
        assert plain("12a".join(each.pieces)) == EXPECTED[each.language]
