"""The translation memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from translate.storage.tmx import tmxfile

from study.building import knowledge as built
from study.knowledge import Knowledge
from study.translation.tmx import tmx
from tests.study.translation.conftest import ENGLISH, FRENCH, PAGE, Write, schema, tree


def problems(root: Path, content: bytes) -> list[str]:
    """What is wrong by the schema, and what it can't see: repeated ids, codes without their end."""
    top = tree(content)
    rules = schema(root, "tmx14.rng")
    rules.validate(top)
    found = [error.message for error in rules.error_log]
    ids = top.xpath("//@tuid")
    found += [f"{each} stands twice" for each in {each for each in ids if ids.count(each) > 1}]
    for segment in top.iter("seg"):
        open_codes: list[str] = []
        for code in segment:
            if code.tag == "bpt":
                open_codes.append(code.get("i"))
            elif code.tag == "ept" and (not open_codes or open_codes.pop() != code.get("i")):
                found.append("a pair is crossed")
        found += ["a pair is open"] * len(open_codes)
    return found


def markdown(segment: etree._Element) -> str:
    return "".join(segment.itertext())


def test_the_memory_is_valid_and_gives_the_markdown_back(root: Path, small: Path, held: Knowledge) -> None:
    content = tmx(small, held)
    assert problems(root, content) == []
    unit = tree(content).xpath(f"//tu[@tuid='{PAGE}#gate:1']")[0]
    assert {each.get("type"): each.text for each in unit.iter("prop")} == {
        "x-page": PAGE,
        "x-section": "gate",
        "x-place": "1",
        "x-kind": "paragraph",
    }
    english, french = (markdown(each) for each in unit.iter("seg"))
    assert english in ENGLISH.split("\n")
    assert french in FRENCH.split("\n")
    types = [each.get("type") for each in unit.xpath("tuv[1]/seg/*")]
    assert types == ["bold", None, "link", None, "x-macro"]


def test_another_program_reads_it_again(small: Path, held: Knowledge) -> None:
    read = tmxfile.parsestring(tmx(small, held))
    pairs = {unit.source: unit.target for unit in read.units}
    assert pairs["first & last"] == "premier et dernier"
    assert pairs["A gate"] == "Une porte"
    assert len(read.units) == 21


def test_edition_status_and_day_stand_in_the_header(small: Path, held: Knowledge) -> None:
    header = tree(tmx(small, held)).find("header")
    assert header is not None
    assert (header.get("srclang"), header.get("creationdate")) == ("*all*", "20260131T000000Z")
    assert [each.text for each in header.iter("prop")] == ["2026", "draft"]
    languages = [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in header.iter("note")]
    assert languages == ["en", "en", "fr", "fr"]


def test_one_chapter_can_be_chosen(small: Path, held: Knowledge, write: Write) -> None:
    write(page="other.md")
    pages = set(tree(tmx(small, held, ["other.md"])).xpath("//prop[@type='x-page']/text()"))
    assert pages == {"other.md"}
    assert b"no-gate" not in tmx(small, held, ["other.md"])


def test_a_section_that_cannot_be_paired_is_not_in_it(small: Path, held: Knowledge, write: Write) -> None:
    write(ENGLISH, FRENCH.replace("- premier et dernier\n", ""))
    assert set(tree(tmx(small, held)).xpath("//prop[@type='x-section']/text()")) == {"gate", "sources"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('srclang="*all*"', 'srclang="en"'),
        ('version="1.4"', 'version="1.5"'),
        ('segtype="paragraph"', 'segtype="page"'),
        ("<tuv xml:lang", "<tuv lang"),
        ('<bpt i="1"', '<bpt i="one"'),
        ("<body>", '<body><tu tuid="x"/>'),
        ("20260131T000000Z", "2026-01-31"),
        ("#gate:1", "#gate:0"),
        ('<ept i="1">', '<ept i="2">'),
    ],
)
def test_a_broken_memory_is_refused(root: Path, small: Path, held: Knowledge, old: str, new: str) -> None:
    text = tmx(small, held).decode()
    assert old in text
    assert problems(root, text.replace(old, new, 1).encode())


def test_the_real_memory_is_valid_and_the_same_each_time(root: Path) -> None:
    content = tmx(root, built(root))
    assert problems(root, content) == []
    assert content == tmx(root, built(root))
    assert len(tmxfile.parsestring(content).units) > 3000
