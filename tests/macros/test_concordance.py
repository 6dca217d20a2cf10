"""A draft says of each section that its languages changed since they were read together, and where to compare them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.chapter_heads import Ways, with_heads
from macros.concordance import Notices, notices
from macros.pages import ReportPage
from study.concordance.certifying import certified
from study.concordance.passages import chapter_pair
from study.concordance.record_reading import read_record
from tests.macros.conftest import MakeKnowledge, MakePage, plain
from tests.macros.markup import read
from tests.macros.small import SMALL
from tests.study.concordance.twin import ENGLISH, KEYS, PAGE, RECORD, edit, write_chapter, write_twin

LANGUAGES = ("en", "fr")
DAY = date(2026, 1, 31)
CHANGED = {"en": ("docs/en/" + PAGE, "62%", "63%"), "fr": ("docs/fr/" + PAGE, "62 %", "63 %")}
WAYS = Ways("fr", "../../fr/a/", "../../both/a/")
HEADS = '<h1 id="ai">Machines</h1>\n<h2 id="uses">Uses</h2>\n<h3 id="policy">Policy</h3>'


@pytest.fixture
def twin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_twin(tmp_path_factory.mktemp("twin"))


def certify(root: Path, *keys: str) -> None:
    pair = chapter_pair(root, PAGE)
    text, _ = certified(pair, read_record(root, pair.record), keys, "editors", DAY, anew=True)
    (root / RECORD).parent.mkdir(parents=True, exist_ok=True)
    (root / RECORD).write_text(text, encoding="utf-8")


def said(page: ReportPage, root: Path) -> Notices:
    """What is said of the twin chapter."""
    return notices(replace(page, knowledge=replace(page.knowledge, root=root)), PAGE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_that_nobody_certified_says_so_once(language: str, page: MakePage, twin: Path) -> None:
    here = page(language)
    assert said(here, twin) == Notices(here.words("concordance", "chapter_new"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_section_that_nobody_certified_says_so_beside_others(
    language: str, page: MakePage, twin: Path
) -> None:
    certify(twin, "ai", "policy")
    here = page(language)
    assert said(here, twin) == Notices("", {"uses": here.words("concordance", "section_new", date="")})


def test_a_certified_chapter_says_nothing(page: MakePage, twin: Path) -> None:
    certify(twin, *KEYS)
    assert said(page("en"), twin) == Notices("", {})


@pytest.mark.parametrize(
    ("sides", "english", "french"),
    [
        (["en"], "The English of this section has changed", "Le texte anglais de cette section a changé"),
        (["fr"], "The French of this section has changed", "Le texte français de cette section a changé"),
        (
            ["en", "fr"],
            "Both languages of this section have changed",
            "Les deux versions de cette section ont",
        ),
    ],
)
def test_a_changed_section_names_the_side_and_the_day(
    sides: list[str], english: str, french: str, page: MakePage, twin: Path
) -> None:
    certify(twin, *KEYS)
    for side in sides:
        edit(twin, *CHANGED[side])
    for language, words, day in (("en", english, "31 January 2026"), ("fr", french, "31 janvier 2026")):
        found = said(page(language), twin)
        assert list(found.sections) == ["uses"]
        assert words in found.sections["uses"]
        assert day in plain(found.sections["uses"])


def test_what_changed_before_the_first_heading_is_said_below_the_title(page: MakePage, twin: Path) -> None:
    for language, text in (("en", "Before.\n\n"), ("fr", "Avant.\n\n")):
        write_chapter(twin, language, ENGLISH.replace("# Machines", f"{text}# Machines"))
    certify(twin, "(top)", *KEYS)
    edit(twin, "docs/fr/" + PAGE, "Avant.", "Auparavant.")
    found = said(page("en"), twin)
    assert "French" in found.chapter
    assert found.sections == {}


def test_a_candidate_says_nothing_for_it_is_refused(
    page: MakePage, knowing: MakeKnowledge, twin: Path
) -> None:
    candidate = knowing(editions=SMALL["editions.yaml"].replace("status: draft", "status: candidate"))
    assert said(page("en", candidate), twin) == Notices()


def test_a_notice_stands_after_its_heading_and_leads_to_that_section_of_both(page: MakePage) -> None:
    here = page("en")
    html = here.parts.put_into(with_heads(here, HEADS, WAYS, Notices("New.", {"uses": "Changed."})))
    tree = read(html)
    (both,) = tree.all("a", class_="both-languages")
    assert both.attributes["href"] == "../../both/a/"
    assert [each.words for each in tree.all("p", class_="chapter-ways")] == [f"{both.words} · New."]
    (notice,) = tree.all("p", class_="concordance-notice")
    assert notice.words.startswith("Changed. ")
    assert notice.all("a")[0].attributes["href"] == "../../both/a/#uses"
    assert html.index("Uses") < html.index("Changed.") < html.index("Policy")


def test_each_section_leads_to_itself_in_the_other_language(page: MakePage) -> None:
    here = page("fr")
    tree = read(here.parts.put_into(with_heads(here, HEADS, Ways("en", "../../en/a/"), Notices())))
    links = tree.all("a", class_="section-in-other")
    assert [each.attributes["href"] for each in links] == ["../../en/a/#uses", "../../en/a/#policy"]
    assert {(each.attributes["lang"], each.attributes["hreflang"], each.words) for each in links} == {
        ("en", "en", "EN")
    }


def test_a_language_built_alone_has_notices_without_links(page: MakePage) -> None:
    here = page("en")
    made = with_heads(here, HEADS, Ways("fr"), Notices("New.", {"uses": "Changed."}))
    tree = read(here.parts.put_into(made))
    assert tree.all("a") == []
    assert [each.words for each in tree.all("p")] == ["New.", "Changed."]
