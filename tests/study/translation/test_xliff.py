"""The file of what is out of concordance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from study.blocks import sections
from study.building import knowledge as built
from study.chapters import pages, read_chapter
from study.knowledge import Knowledge
from study.translation.revisions import Stale
from study.translation.xliff import xliff
from tests.study.translation.conftest import PAGE, Export, Write, schema, tree

SPACE = {
    "x": "urn:oasis:names:tc:xliff:document:2.0",
    "g": "urn:oasis:names:tc:xliff:glossary:2.0",
    "m": "urn:oasis:names:tc:xliff:metadata:2.0",
}


def found(content: bytes, path: str) -> list[etree._Element]:
    return tree(content).xpath(path, namespaces=SPACE)


def problems(root: Path, content: bytes) -> list[str]:
    """What is wrong by the schema, and what it can't see: repeated ids, references that lead nowhere."""
    top = tree(content)
    rules = schema(root, "xliff-core-2.rng")
    rules.validate(top)
    said = [error.message for error in rules.error_log]
    for unit in top.iter("{*}unit"):
        data = unit.xpath(".//x:data/@id", namespaces=SPACE)
        wanted = unit.xpath(".//@dataRef | .//@dataRefStart | .//@dataRefEnd")
        said += [f"{each} leads nowhere" for each in wanted if each not in data]
        for text in unit.xpath(".//x:source | .//x:target", namespaces=SPACE):
            ids = text.xpath(".//@id")
            said += ["a code stands twice"] * (len(ids) - len(set(ids)))
    for file in top.iter("{*}file"):
        ids = file.xpath(".//x:unit/@id", namespaces=SPACE)
        said += ["a unit stands twice"] * (len(ids) - len(set(ids)))
    return said


@pytest.mark.parametrize("source", ["en", "fr"])
def test_the_file_is_valid_in_either_direction(root: Path, export: Export, source: str) -> None:
    content = export(source=source).read_bytes()
    assert problems(root, content) == []
    assert found(content, "/x:xliff/@srcLang") == [source]
    assert found(content, "//x:unit/@id")[:3] == ["gate:0", "gate:1", "uses:0"]


def test_codes_correspond_and_carry_their_markdown(export: Export) -> None:
    (unit,) = found(export().read_bytes(), "//x:unit[@id='gate:1']")
    data = {each.get("id"): each.text for each in unit.iter("{*}data")}
    source, target = (
        [
            (each.tag.split("}")[1], each.get("id"), data[each.get("dataRef") or each.get("dataRefStart")])
            for each in text
        ]
        for text in (*unit.iter("{*}source"), *unit.iter("{*}target"))
    )
    assert source == target == [("pc", "1", "**"), ("pc", "2", "["), ("ph", "3", '{{ cite("note") }}')]
    assert data["d3"] == "](other.md#a)"


def test_another_program_reads_it_again(export: Export) -> None:
    read = Xliff2File.parsestring(export().read_bytes())
    pairs = {unit.source: unit.target for unit in read.units}
    assert pairs["first & last"] == "premier et dernier"
    assert len(read.units) == 13


def test_terms_and_places_help_the_translator(small: Path, held: Knowledge) -> None:
    term = held.glossary[0]
    spoken = replace(
        held, glossary=[term.model_copy(update={"term": type(term.term)(en="gate", fr="porte")})]
    )
    content = xliff(small, spoken, [Stale(PAGE, "gate", "fr")], "fr")
    (unit,) = found(content, "//x:unit[@id='gate:1']")
    assert [each.text for each in unit.iter(f"{{{SPACE['g']}}}*") if each.text.strip()] == ["porte", "gate"]
    notes = {each.get("category"): each.text for each in unit.iter("{*}note")}
    assert notes["place-fr"] == "https://example.org/2026/fr/technologies-of-tests/#gate"


def test_only_the_sections_of_the_direction_are_in_it(small: Path, held: Knowledge) -> None:
    stale = [Stale(PAGE, "uses", "fr"), Stale(PAGE, "gate", "en"), Stale(PAGE, "nowhere", "fr")]
    assert found(xliff(small, held, stale, "fr"), "//x:group/@id") == ["uses"]
    assert found(xliff(small, held, stale, "en"), "//x:group/@id") == ["gate"]


def test_the_hash_of_a_file_changes_with_any_unit_and_nothing_else(
    small: Path, held: Knowledge, write: Write
) -> None:
    stale = [Stale(PAGE, "uses", "en")]
    before = found(xliff(small, held, stale, "en"), "//x:file//m:meta[@type='base']")[0].text
    english = (small / "docs" / "en" / PAGE).read_text(encoding="utf-8")
    french = (small / "docs" / "fr" / PAGE).read_text(encoding="utf-8")
    write(english.replace("opens", "closes"), french)
    assert found(xliff(small, held, stale, "en"), "//m:meta[@type='base']")[0].text == before
    write(english, french.replace("imbriqué", "emboîté"))
    assert found(xliff(small, held, stale, "en"), "//m:meta[@type='base']")[0].text != before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('trgLang="fr"', 'trgLang="en"'),
        ('version="2.0"', 'version="1.2"'),
        ("document:2.0", "document:1.2"),
        ('id="gate:1"', 'id="gate 1"'),
        ('id="gate:1"', 'id="gate:0"'),
        ('state="initial"', 'state="new"'),
        ('dataRef="d4"', 'dataRef="d9"'),
        ('id="2" type="link"', 'id="1" type="link"'),
        ('type="fmt" subType', "subType"),
        ("<gls:term>", "<gls:word>"),
        ("<notes>", "<note/><notes>"),
    ],
)
def test_a_broken_file_is_refused(root: Path, small: Path, held: Knowledge, old: str, new: str) -> None:
    term = held.glossary[0]
    spoken = replace(
        held, glossary=[term.model_copy(update={"term": type(term.term)(en="gate", fr="porte")})]
    )
    text = xliff(small, spoken, [Stale(PAGE, "gate", "en")], "en").decode()
    assert old in text
    broken = text.replace(old, new, 1)
    if "gls:word" in new:
        broken = broken.replace("</gls:term>", "</gls:word>", 1)
    assert problems(root, broken.encode())


def test_the_whole_report_is_valid_in_either_direction(root: Path) -> None:
    for source in ("en", "fr"):
        stale = [
            Stale(page, section.id, source)
            for page in pages(root, "en")
            for section in sections(read_chapter(root, "en", page))
        ]
        content = xliff(root, built(root), stale, source)
        assert problems(root, content) == []
        assert len(Xliff2File.parsestring(content).units) > 2000
