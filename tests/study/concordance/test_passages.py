"""What is certified: sections of chapters and records, and which changes count as a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.building import reading
from study.chapters import Chapter
from study.concordance.passages import (
    REGISTERS,
    TOP,
    all_pairs,
    chapter_pair,
    chapter_texts,
    record_texts,
    register_pair,
)
from study.files import FILES
from study.problems import ReportError
from study.reading import parse_yaml
from tests.study.concordance.twin import ENGLISH, FRENCH, KEYS, PAGE, RECORD, write_chapter


def digests(text: str, language: str = "en") -> dict[str, str]:
    chapter = Chapter("docs/en/a.md", language, "a.md", text)
    return {key: found.digest for key, found in chapter_texts(chapter).items()}


def changed(old: str, new: str) -> list[str]:
    """Return the sections that replacing one passage of the chapter changes."""
    assert old in ENGLISH
    before, after = digests(ENGLISH), digests(ENGLISH.replace(old, new))
    return [key for key in {**before, **after} if before.get(key) != after.get(key)]


SAME = [
    ("examples.\n", "examples.   \n\n\n"),
    ("them, and\nthe", "them,\nand the"),
    ("In 2024, 62%", "In\N{NO-BREAK SPACE}2024,  62%"),
    ("description: What machines learn.", "description: Other words.\nupdated: 2026-01-31"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_white_space_and_front_matter_do_not_count(old: str, new: str) -> None:
    assert changed(old, new) == []


def test_line_ends_of_windows_do_not_count(twin: Path) -> None:
    before = chapter_pair(twin, PAGE).texts
    for language, text in (("en", ENGLISH), ("fr", FRENCH)):
        write_chapter(twin, language, text.replace("\n", "\r\n"))
    assert chapter_pair(twin, PAGE).texts == before


CHANGED = [
    ("62%", "63%", ["uses"]),
    ("## Uses", "## Use", ["uses"]),
    ("## Uses {", "### Uses {", ["uses"]),
    ("#uses", "#use", ["uses", "use"]),
    ("- Act later.\n", "", ["policy"]),
    ("learn from", "**learn** from", ["ai"]),
    ("## Policy {: #policy }\n", "", ["uses", "policy"]),
]


@pytest.mark.parametrize(("old", "new", "keys"), CHANGED)
def test_every_other_change_counts_in_its_section_only(old: str, new: str, keys: list[str]) -> None:
    assert changed(old, new) == keys


def test_text_before_the_first_heading_has_a_name_of_its_own() -> None:
    assert list(digests("---\n---\nBefore.\n\n# A {: #a }\n")) == [TOP, "a"]
    assert list(digests("---\n---\n\n# A {: #a }\n")) == ["a"]


def test_sections_that_share_an_id_count_as_one() -> None:
    both = "# A {: #a }\n\n## B {: #b }\n\nOne.\n\n## C {: #b }\n\nTwo.\n"
    assert list(digests(both)) == ["a", "b"]
    assert digests(both)["b"] != digests(both.replace("Two", "Three"))["b"]


def test_a_chapter_is_a_pair_of_its_languages(twin: Path) -> None:
    pair = chapter_pair(twin, PAGE)
    assert (pair.name, pair.record, pair.keys) == (PAGE, RECORD, KEYS)
    assert pair.texts["fr"]["uses"].line == FRENCH.split("\n").index("## Emplois {: #uses }") + 1


def test_a_chapter_in_one_language_only_has_no_text_in_the_other(twin: Path) -> None:
    (twin / "docs" / "fr" / PAGE).unlink()
    pair = chapter_pair(twin, PAGE)
    assert (pair.keys, dict(pair.texts["fr"])) == (KEYS, {})


def test_sections_of_one_language_only_are_listed_too(twin: Path) -> None:
    write_chapter(twin, "fr", FRENCH.replace("#uses", "#emplois"))
    assert chapter_pair(twin, PAGE).keys == (*KEYS, "emplois")


def test_a_chapter_that_is_not_utf8_is_named(twin: Path) -> None:
    (twin / "docs" / "fr" / PAGE).write_bytes(b"# caf\xe9\n")
    with pytest.raises(ReportError, match=r"docs/fr/technologies/ai\.md:1:6: this byte is not UTF-8"):
        chapter_pair(twin, PAGE)


RECORDS = """\
- id: one
  title: {en: A gate, fr: Une porte}
  since: 2024
  results:
    - text: {en: "Faster,  by far", fr: Plus vite}
  forms: {en: [gate, gates], fr: [porte]}
  note: null
  short: {en: null, fr: P}
- id: two
  since: 2020
"""


def test_the_texts_of_a_record_follow_one_another_in_each_language() -> None:
    document = parse_yaml(RECORDS, "data/cases.yaml")
    english, french = record_texts(document, "en"), record_texts(document, "fr")
    assert (list(english), list(french)) == (["one"], ["one"])
    assert english["one"].words == "A gate\n\nFaster, by far\n\ngate\n\ngates\n\n"
    assert french["one"].words == "Une porte\n\nPlus vite\n\nporte\n\nP"
    assert english["one"].line == 1


def test_figures_and_sources_of_a_record_are_no_text() -> None:
    other = parse_yaml(RECORDS.replace("since: 2024", "since: 1999"), "data/cases.yaml")
    assert record_texts(other, "en") == record_texts(parse_yaml(RECORDS, "data/cases.yaml"), "en")


def test_fields_of_a_file_count_as_records_and_so_do_those_they_list() -> None:
    text = """\
name: {en: Project, fr: Projet}
since: 2024
aims: [{en: One, fr: Un}, {en: Two, fr: Deux}]
milestones: [{id: launch, label: {en: Start, fr: Début}}]
words: {en: {en: English, fr: anglais}, fr: {en: French, fr: français}}
"""
    found = record_texts(parse_yaml(text, "data/project.yaml"), "fr")
    assert {key: each.words for key, each in found.items()} == {
        "name": "Projet",
        "aims": "Un\n\nDeux",
        "milestones/launch": "Début",
        "words": "anglais\n\nfrançais",
    }


@pytest.mark.parametrize(
    "document", [None, "text", [], ["a"], [{"id": None}], [{"id": "a b"}], {"a b": {"en": "x", "fr": "y"}}]
)
def test_a_file_that_holds_no_records_has_no_texts(document: object) -> None:
    assert record_texts(document, "en") == {}


def test_every_file_with_texts_in_two_languages_is_covered(root: Path) -> None:
    documents = reading(root).documents
    assert set(REGISTERS.values()) == {f"data/{name}" for name in FILES}
    pairs = {pair.name: pair for pair in all_pairs(root, documents)}
    assert set(REGISTERS) <= set(pairs)
    for pair in pairs.values():
        assert pair.texts["en"].keys() == pair.texts["fr"].keys(), pair.name


def test_each_text_of_the_registers_is_part_of_one_record(root: Path) -> None:
    documents = reading(root).documents
    for name in REGISTERS:
        words = "\n".join(text.words for text in register_pair(documents, name).texts["fr"].values())
        for _, fields in documents.mappings(REGISTERS[name]):
            if isinstance(fields.get("fr"), str) and isinstance(fields.get("en"), str):
                assert " ".join(fields["fr"].split()) in words
