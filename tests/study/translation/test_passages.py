"""The passages of a chapter, pair by pair."""

from __future__ import annotations

from pathlib import Path

import pytest

from study.chapters import pages, read_chapter
from study.translation.passages import LeftOut, paired
from tests.study.translation.conftest import ENGLISH, FRENCH, PAGE, Write


def test_every_passage_is_paired_with_its_place(write: Write) -> None:
    found = [(each.id, each.place, each.kind, each.french.text) for each in write().passages]
    assert found == [
        ("gate:0", 0, "heading", "La porte"),
        (
            "gate:1",
            1,
            "paragraph",
            'Une **porte** s’ouvre dans 62\u202f% des [ports](other.md#a).{{ cite("note") }}',
        ),
        ("uses:0", 0, "heading", "Usages"),
        ("uses:1", 1, "paragraph", "premier et dernier"),
        ("uses:2", 2, "paragraph", "deuxième `code`"),
        ("uses:3", 2, "paragraph", "imbriqué"),
        ("uses:4", 3, "cell", "Port"),
        ("uses:5", 3, "cell", "État"),
        ("uses:6", 3, "cell", "A"),
        ("uses:7", 3, "cell", "ouvert"),
        ("uses:8", 3, "title", "Un titre"),
        ("uses:9", 4, "paragraph", "Des mots dedans\n    sur deux lignes."),
        ("sources:0", 0, "heading", "Sources"),
    ]


def test_a_passage_stands_where_it_says(small: Path, write: Write) -> None:
    for each in write().passages:
        for language in ("en", "fr"):
            words = each.words(language)
            text = read_chapter(small, language, PAGE).text
            assert text[words.start : words.end] == words.text
            assert words.text.split("\n")[0] in text.split("\n")[words.line - 1]


@pytest.mark.parametrize(
    ("old", "new", "section", "why"),
    [
        ("- premier et dernier\n", "", "uses", "has other blocks in French than in English"),
        ("| A | ouvert |", "| A | ouvert |\n| B | ouvert |", "uses", "has other blocks"),
        ("## Usages", "### Usages", "uses", "has other blocks"),
        ('"Un titre"', "", "uses", "has other blocks"),
        ("{{ cases() }}", "Rien.", "gate", "has other blocks"),
        ("#uses", "#usages", "uses", "stands in English only"),
        ("    - imbriqué", "\t- imbriqué", "uses", f"holds a tab or a control character in docs/fr/{PAGE}"),
        ("Port |", "P\x0bort |", "uses", "control character"),
    ],
)
def test_a_section_that_differs_is_left_out_and_named(
    write: Write, old: str, new: str, section: str, why: str
) -> None:
    assert old in FRENCH
    found = write(ENGLISH, FRENCH.replace(old, new))
    (first, *_) = found.left_out
    assert first.section == section
    assert why in first.why
    assert section not in {each.section for each in found.passages}
    assert "sources" in {each.section for each in found.passages}


def test_a_section_of_one_language_is_named_with_its_line(write: Write) -> None:
    found = write(ENGLISH, FRENCH + "\n## Plus {: #plus }\n\nRien.\n")
    assert found.left_out == (LeftOut("plus", 0, 28, "stands in French only"),)


def test_sections_that_share_an_id_are_left_out(write: Write) -> None:
    found = write(ENGLISH.replace("#sources", "#uses"), FRENCH.replace("#sources", "#uses"))
    assert {each.section for each in found.passages} == {"gate"}
    assert {each.why for each in found.left_out} == {"has an id that stands twice"}


def test_an_id_that_xml_does_not_take_is_named(write: Write) -> None:
    found = write(ENGLISH.replace("#uses", "#usé"), FRENCH.replace("#uses", "#usé"))
    assert [each.section for each in found.left_out] == ["usé"]


def test_the_real_chapters_are_paired(root: Path) -> None:
    for page in pages(root, "en"):
        found = paired(read_chapter(root, "en", page), read_chapter(root, "fr", page))
        assert found.passages
        assert len({each.id for each in found.passages}) == len(found.passages)
