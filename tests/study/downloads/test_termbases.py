"""The glossary as TBX."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from translate.storage.tbx import tbxfile

from study.downloads.termbases import NAMESPACE, termbase
from study.knowledge import Knowledge
from study.models.registers import Term
from tests.study.downloads.conftest import FORMULA, MARKUP, Standing

SPACE = {"t": NAMESPACE}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What the edition of 2008 calls the same elements; other programs still read that edition.
EARLIER = {"tbx": "martif", "conceptEntry": "termEntry", "langSec": "langSet", "termSec": "tig"}


@pytest.fixture(scope="session")
def basic(root: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(root / "tests" / "formats" / "tbx-basic.rng"))


def tree(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def problems(content: bytes, basic: etree.RelaxNG) -> list[str]:
    """What is wrong by the schema, and what it can't see: repeated ids, references that lead nowhere."""
    top = tree(content)
    basic.validate(top)
    found = [error.message for error in basic.error_log]
    ids = top.xpath("//@id")
    found += [f"{each} stands twice" for each in sorted({each for each in ids if ids.count(each) > 1})]
    wanted = top.xpath("//t:ref/@target", namespaces=SPACE)
    return found + [f"{each} leads nowhere" for each in wanted if each not in ids]


def test_the_termbase_is_valid(held: Knowledge, basic: etree.RelaxNG) -> None:
    assert problems(termbase(held), basic) == []


def test_the_real_termbase_is_valid_and_holds_every_term(knowledge: Knowledge, basic: etree.RelaxNG) -> None:
    content = termbase(knowledge)
    assert problems(content, basic) == []
    entries = tree(content).xpath("//t:conceptEntry/@id", namespaces=SPACE)
    assert entries == [f"term-{term.id}" for term in knowledge.glossary]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('type="TBX-Basic"', 'type="TBX-Min"'),
        ('style="dca"', 'style="dct"'),
        ("ed-2", "ed-3"),
        ('type="definition"', 'type="meaning"'),
        ("preferredTerm-admn-sts", "preferred"),
        ('<termNote type="termType">abbreviation', '<termNote type="termType">short'),
        ('id="term-3d"', 'id="3d"'),
        ('id="term-3d"', 'id="term-data"'),
        ('target="term-model"', 'target="term-nothing"'),
        ('target="https://example.org/iso?a=1&amp;b=2"', 'target="iso"'),
        ("<sourceDesc>", "<source>"),
        ('<langSec xml:lang="fr">', "<langSec>"),
        ("<term>model</term>", ""),
    ],
)
def test_a_broken_termbase_is_refused(held: Knowledge, basic: etree.RelaxNG, old: str, new: str) -> None:
    text = termbase(held).decode()
    assert old in text
    broken = text.replace(old, new, 1)
    if old == "<sourceDesc>":
        broken = broken.replace("</sourceDesc>", "</source>")
    assert problems(broken.encode(), basic)


def entry(content: bytes, term: str) -> etree._Element:
    [found] = tree(content).xpath(f"//t:conceptEntry[@id='term-{term}']", namespaces=SPACE)
    return found


def terms(section: etree._Element) -> list[tuple[str, str]]:
    """Each spelling of a section with its term type."""
    return [
        (
            part.findtext("t:term", namespaces=SPACE),
            "".join(part.xpath("t:termNote[@type='termType']/text()", namespaces=SPACE)),
        )
        for part in section.findall("t:termSec", SPACE)
    ]


def test_an_entry_has_both_languages_with_every_spelling(held: Knowledge) -> None:
    english, french = entry(termbase(held), "3d").findall("t:langSec", SPACE)
    assert (english.get(LANG), french.get(LANG)) == ("en", "fr")
    assert terms(english) == [(FORMULA, "fullForm"), ("3D", "abbreviation"), ("three-d", "variant")]
    assert terms(french) == [(FORMULA, "")]


def test_an_entry_names_technology_standard_and_related_terms(held: Knowledge) -> None:
    found = entry(termbase(held), "3d")
    subjects = found.xpath("t:descrip[@type='subjectField']", namespaces=SPACE)
    name = held.technology["3d-printing"].name
    assert [(each.get(LANG), each.text) for each in subjects] == [("en", name.en), ("fr", name.fr)]
    link = found.find("t:xref", SPACE)
    assert link is not None and (link.text, link.get("target")) == (
        "ISO <1>",
        "https://example.org/iso?a=1&b=2",
    )
    assert found.xpath("t:ref/@target", namespaces=SPACE) == ["term-model", "term-data"]


def test_a_standard_without_an_address_is_a_note(held: Knowledge) -> None:
    term: Term = held.glossary[-1]
    bare = term.model_copy(update={"url": None})
    changed = entry(termbase(replaced(held, bare)), "3d")
    assert changed.find("t:xref", SPACE) is None
    assert changed.findtext("t:note", namespaces=SPACE) == "ISO <1>"


def replaced(held: Knowledge, term: Term) -> Knowledge:
    return replace(held, glossary=[*held.glossary[:-1], term])


def test_the_french_term_says_where_it_comes_from(held: Knowledge) -> None:
    french = entry(termbase(held), "model").findall("t:langSec", SPACE)[1]
    assert french.xpath("t:termSec/t:admin[@type='source']/text()", namespaces=SPACE) == ["usage courant"]


def test_hostile_texts_come_out_as_they_were(held: Knowledge) -> None:
    found = entry(termbase(held), "3d").xpath("t:langSec/t:descrip/text()", namespaces=SPACE)
    assert found == [MARKUP, MARKUP]
    assert not tree(termbase(held)).xpath("//*[local-name()='script']")


@pytest.mark.parametrize("status", ["draft", "candidate", "approved", "superseded"])
def test_the_header_says_the_status_in_both_languages(standing: Standing, status: str) -> None:
    known = standing(status).knowledge
    header = "".join(tree(termbase(known)).find("t:tbxHeader", SPACE).itertext())  # type: ignore[union-attr]
    for language in ("en", "fr"):
        assert known.labels["status_sentence"][status][language].format(edition="2026") in header
        assert f"https://example.org/2026/{language}/glossary/" in header


def earlier(content: bytes) -> bytes:
    """The same termbase with the names of the edition of 2008."""
    text = content.decode().replace(f' xmlns="{NAMESPACE}"', "")
    for now, before in EARLIER.items():
        text = re.sub(rf"(</?){now}\b", rf"\1{before}", text)
    return text.encode()


def test_another_program_reads_the_terms_of_both_languages(knowledge: Knowledge) -> None:
    store = tbxfile.parsestring(earlier(termbase(knowledge)))
    assert [unit.getid() for unit in store.units] == [f"term-{term.id}" for term in knowledge.glossary]
    for unit, term in zip(store.units, knowledge.glossary, strict=True):
        assert [each.text for each in unit.get_source_terms()] == term.spellings("en")
        assert [each.text for each in unit.get_target_terms("fr")] == term.spellings("fr")


def test_the_same_terms_give_the_same_bytes(held: Knowledge) -> None:
    assert termbase(held) == termbase(replaced(held, held.glossary[-1]))
