"""The Atom feed of a language, as feed readers and the schema of its standard read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from study.chapters import Chapter, pages, read_chapter
from study.feed_entries import MOST_ENTRIES, latest
from study.feeds import feed
from study.knowledge import Knowledge
from study.models.publication import Disclaimer
from study.repertory import repertory
from tests.study.worded import (
    HOSTILE,
    LANGUAGES,
    both,
    in_edition,
    licence,
    with_case,
    with_publication,
    withdrawal,
    worded,
    words,
)

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def little(small: Path, root: Path) -> Knowledge:
    """The small report with the real labels."""
    return worded(small, root)


@pytest.fixture(scope="session")
def schema(root: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(root / "tests" / "formats" / "atom.rng"))


def chapter(language: str = "en", title: str = "It", day: str = "2026-01-30") -> Chapter:
    text = f"---\ndescription: On it.\nupdated: {day}\n---\n# {title} {{: #it }}\n"
    return Chapter(f"docs/{language}/a.md", language, "a.md", text)


def written(knowledge: Knowledge, language: str = "en", chapters: Sequence[Chapter] | None = None) -> bytes:
    """The feed of a report with one chapter, if no others are given."""
    if chapters is None:
        chapters = [chapter(language)]
    return feed(repertory(knowledge), words(knowledge, language), chapters)


def read(content: bytes) -> Any:
    """What a feed reader makes of it."""
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def faults(content: bytes, schema: etree.RelaxNG) -> list[str]:
    """Return what the standard would have otherwise: its grammar, and the rules beyond it."""
    tree = etree.fromstring(content)
    found = [] if schema.validate(tree) else [str(schema.error_log)]
    ids = [each.text for each in tree.iter(f"{ATOM}id")]
    if len(set(ids)) < len(ids):
        found.append("an id stands twice")
    if tree.find(f"{ATOM}author") is None:
        found.append("nobody wrote it (§4.1.1)")
    for part in (tree, *tree.iter(f"{ATOM}entry")):
        links = part.findall(f"{ATOM}link[@rel='alternate']")
        if not links:
            found.append("an entry without content has no alternate link (§4.1.2)")
        if len({(each.get("type"), each.get("hreflang")) for each in links}) < len(links):
            found.append("two alternate links of one type and language (§4.1.1)")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_follows_its_standard(language: str, little: Knowledge, schema: etree.RelaxNG) -> None:
    content = written(little, language)
    assert content.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n")
    assert faults(content, schema) == []
    assert len(read(content).entries) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<updated>2026-01-31T00:00:00Z", b"<updated>2026-01-31"),
        (b"<title>Study", b"<titel>x</titel><title>Study"),
        (b"href=", b"hfre="),
        (b'hreflang="en"', b'hreflang="not a tag"'),
        (b'rel="alternate"', b'rel="related"'),
        (b'hreflang="fr"', b'type="text/html" hreflang="en"'),
        (b"<name>Nobody</name>", b""),
    ],
)
def test_what_breaks_the_standard_is_found(
    old: bytes, new: bytes, little: Knowledge, schema: etree.RelaxNG
) -> None:
    content = written(little)
    assert old in content
    if b"type=" in new:
        old = b'type="application/atom+xml" ' + old
    assert faults(content.replace(old, new), schema)


def test_an_id_that_stands_twice_is_found(little: Knowledge, schema: etree.RelaxNG) -> None:
    assert faults(written(little, chapters=[chapter(), chapter()]), schema) == ["an id stands twice"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_says_edition_status_and_publisher(language: str, little: Knowledge) -> None:
    head = read(written(little, language)).feed
    assert (
        head.title
        == {
            "en": "Study, edition 2026 (draft — not approved by the Council)",
            "fr": "Étude, édition 2026 (projet — non approuvé par le Conseil)",
        }[language]
    )
    assert head.author == {"en": "Nobody", "fr": "Personne"}[language]
    assert head.updated == "2026-01-31T00:00:00Z"
    assert head.language == language
    assert str(MOST_ENTRIES) in head.subtitle


def test_a_feed_links_itself_its_pages_and_the_feed_of_the_other_language(little: Knowledge) -> None:
    links = [(each.rel, each.type, each.hreflang, each.href) for each in read(written(little)).feed.links]
    assert links == [
        ("self", "application/atom+xml", "en", "https://example.org/2026/en/feed.xml"),
        ("alternate", "text/html", "en", "https://example.org/2026/en/"),
        ("alternate", "application/atom+xml", "fr", "https://example.org/2026/fr/feed.xml"),
    ]


def test_rights_are_the_licence_and_the_first_disclaimer(little: Knowledge) -> None:
    assert "rights" not in read(written(little)).feed
    draft = Disclaimer(id="draft", title=both("Draft"), text=both("Nobody approved it."))
    known = with_publication(little, text_licence=licence(), disclaimers=[draft])
    assert read(written(known)).feed.rights == "A licence. Nobody approved it."
    assert read(written(known, "fr")).feed.rights == "Une licence. Nobody approved it."


def test_an_entry_tells_title_summary_day_link_and_what_happened(little: Knowledge) -> None:
    case, page = read(written(little, "fr")).entries
    assert (case.title, case.summary, case.updated) == ("Une porte", "Elle s’ouvre.", "2026-01-31T00:00:00Z")
    assert case.link == "https://example.org/2026/fr/cases/no-gate/"
    assert [(tag.term, tag.label) for tag in case.tags] == [("new", words(little, "fr")("feed", "new"))]
    assert (page.title, page.link) == ("It", "https://example.org/2026/fr/a/")
    assert [tag.term for tag in page.tags] == ["chapter"]


def test_ids_stay_the_same_when_address_and_edition_change(little: Knowledge) -> None:
    moved = with_publication(
        in_edition(little, "2031.2", status="approved"), site_url="https://example.com/x/"
    )
    before, after = read(written(little)), read(written(moved))
    assert before.entries[0].link != after.entries[0].link
    assert [each.id for each in before.entries] == [each.id for each in after.entries]
    assert before.feed.id == after.feed.id
    # these very ids, for ever: a reader program would show everything as new
    assert [before.feed.id, *(each.id for each in before.entries)] == [
        "urn:uuid:76d1f68f-3304-5e7b-b2a0-89e21a612a21",
        "urn:uuid:78e50a93-a2f5-5773-958d-b14fdf01189f",
        "urn:uuid:4e13d047-f7f5-5c5e-8193-ee2d5699f476",
    ]


def test_each_language_has_ids_of_its_own(little: Knowledge) -> None:
    ids = {each.id for language in LANGUAGES for each in read(written(little, language)).entries}
    assert len(ids) == 4


def test_a_withdrawn_case_is_told_without_its_text(little: Knowledge) -> None:
    gone = with_case(little, withdrawn=withdrawal())
    content = written(gone, "fr", [])
    [entry] = read(content).entries
    assert (entry.title, entry.tags[0].term) == ("Retiré\u00a0: Une porte", "withdrawn")
    assert "An objection" in entry.summary
    assert "Elle s’ouvre" not in content.decode("utf-8")


def test_a_feed_without_entries_has_the_day_of_the_facts(little: Knowledge, schema: etree.RelaxNG) -> None:
    content = written(replace(little, cases=[]), chapters=[])
    assert faults(content, schema) == []
    assert read(content).feed.updated == "2026-01-31T00:00:00Z"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x1b\ufffe\uffffend"])
def test_a_hostile_text_comes_out_as_text(
    text: str, language: str, little: Knowledge, schema: etree.RelaxNG
) -> None:
    known = with_publication(
        with_case(little, title=both(text), summary=both(text)), title=both(text), publisher=both(text)
    )
    content = written(known, language, [])
    assert faults(content, schema) == []
    tree = etree.fromstring(content)
    seen = "".join(sign if sign.isprintable() or sign.isspace() else "\ufffd" for sign in text)
    for path in (f"{ATOM}entry/{ATOM}title", f"{ATOM}entry/{ATOM}summary", f"{ATOM}author/{ATOM}name"):
        assert squeezed(tree.findtext(path) or "") == squeezed(seen)
    assert not list(tree.iter("{*}script", "{*}b"))
    assert len(read(content).entries) == 1


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_a_feed_is_the_same_each_time(little: Knowledge) -> None:
    assert written(little) == written(little)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_of_the_real_report_follows_its_standard(
    language: str, knowledge: Knowledge, root: Path, schema: etree.RelaxNG
) -> None:
    chapters = [read_chapter(root, language, page) for page in pages(root, language)]
    content = written(knowledge, language, chapters)
    assert faults(content, schema) == []
    found = read(content)
    told = latest(repertory(knowledge), words(knowledge, language), chapters)
    assert [(each.title, each.id) for each in found.entries] == [(each.title, each.id) for each in told]
    days = [each.updated for each in found.entries]
    assert days == sorted(days, reverse=True)
    assert found.feed.updated == days[0]
    for kind in ("case", "chapter"):
        assert any((each.tags[0].term == "chapter") is (kind == "chapter") for each in found.entries)
