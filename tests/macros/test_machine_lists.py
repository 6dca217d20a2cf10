"""`llms.txt` and the head of each Markdown: what a text is, and how it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from macros.machine_lists import Listed, edition_list, front_lines, language_list, status
from study.editions.standing import Standing
from study.knowledge import Knowledge
from study.labels import Words
from study.models.publication import Licence
from study.models.values import Translated


@pytest.fixture
def words(knowledge: Knowledge) -> Words:
    return Words("en", knowledge.labels)


def test_the_head_says_what_is_decided_and_what_is_not(knowledge: Knowledge, words: Words) -> None:
    said = yaml.safe_load(front_lines(knowledge, words, 'A: "B" #c', "https://x.org/").split("---")[1])
    assert said == {
        "title": 'A: "B" #c',
        "report": "Disruptive Technologies Study Report",
        "edition": "2026",
        "status": "Draft — not approved by the Council",
        "language": "en",
        "permalink": "https://x.org/",
        "licence": "not decided yet; for reading only",
    }
    licence = Licence(name=Translated(en="CC BY", fr="CC BY"))
    decided = replace(
        knowledge, publication=knowledge.publication.model_copy(update={"text_licence": licence})
    )
    assert 'licence: "CC BY"' in front_lines(decided, words, "A", "https://x.org/")


def test_a_rehearsal_is_named_first(knowledge: Knowledge, words: Words) -> None:
    for each, said in [("draft", "REHEARSAL · Draft"), ("approved", "REHEARSAL — edition not approved")]:
        standing = Standing("2026", "2026", each, "a" * 40, None, rehearsal=True)
        assert status(replace(knowledge, built_as=standing), words).startswith(said)


def test_the_list_of_a_language_has_a_title_a_summary_and_links_under_headings(
    knowledge: Knowledge, words: Words
) -> None:
    parts = {
        "Part": [Listed("A", "https://x.org/en/a.md", "About a."), Listed("B", "https://x.org/en/b.md", "")]
    }
    made = language_list(knowledge, words, parts, "https://x.org/en/")
    blocks = made.split("\n\n")
    assert blocks[0] == "# Disruptive Technologies Study Report"
    assert blocks[1].startswith("> ")
    assert "## Part\n\n- [A](https://x.org/en/a.md): About a.\n- [B](https://x.org/en/b.md)\n" in made
    assert "(https://x.org/en/data/cases.json)" in made
    assert "**Draft — not approved by the Council**" in made


def test_the_list_of_the_edition_names_both_languages(knowledge: Knowledge) -> None:
    both = [Words(language, knowledge.labels) for language in ("en", "fr")]
    made = edition_list(knowledge, both, "https://x.org/2026/")
    assert made.startswith("# Disruptive Technologies Study Report / Rapport d’étude")
    assert made.count("\n## ") == 2
    for language in ("en", "fr"):
        assert f"(https://x.org/2026/{language}/llms.txt)" in made
