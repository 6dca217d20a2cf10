"""Spelling: words of the language, of our own list and of the records pass; every other is said where it stands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from string import ascii_lowercase
from unicodedata import combining, normalize

import pytest

from study.knowledge import Knowledge
from study.loading import read
from study.spelling import MOST_SUGGESTIONS, NEEDED, OWN_WORDS, Speller, own_words, spelling_problems
from tests.conftest import ROOT
from tests.study.conftest import DAY, Edit, documents

HINT = "correct it, or add it to data/words.txt"
Said = Callable[[], list[str]]


@pytest.fixture(scope="module")
def spellers() -> dict[str, Speller]:
    own = frozenset({"WCO", "Zollverein", "blokchain"})
    return {language: Speller(ROOT / "data" / "dictionaries", language, own) for language in ("en", "fr")}


@pytest.fixture
def chapter(small: Path) -> Callable[[str, str], None]:
    """Write a chapter of the small report, which then has its dictionaries and a list of its own words."""
    shutil.copytree(ROOT / "data" / "dictionaries", small / "data" / "dictionaries")
    (small / OWN_WORDS).write_text("# names\nZollverein\n\n", encoding="utf-8")

    def write(language: str, text: str) -> None:
        (small / "docs" / language).mkdir(parents=True, exist_ok=True)
        (small / "docs" / language / "a.md").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def said(small: Path, chapter: Callable[[str, str], None]) -> Said:
    """What is said of the small report, in order."""

    def problems() -> list[str]:
        found = read(small, DAY)
        assert found.knowledge is not None
        return [str(each) for each in sorted(spelling_problems(found.knowledge, found.documents))]

    return problems


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "customs Customs administration’s administration's doesn’t up-to-date risk-based"),
        ("en", "organization organizations organised digitized recognizing"),
        ("fr", "douane Douane l’administration L’échange qu’elle jusqu’ici aujourd’hui c’est-à-dire"),
        ("fr", "a-t-il sont-elles porte-conteneurs œuvre"),
        ("fr", "lorsqu’un puisqu’elle"),
        ("en", "WCO WCO’s Zollverein blokchain Blokchain WCO-led"),
        ("fr", "l’WCO Zollverein blokchain Blokchain"),
    ],
)
def test_a_word_of_the_language_or_of_our_own_is_known(
    language: str, words: str, spellers: dict[str, Speller]
) -> None:
    assert [word for word in words.split() if not spellers[language].knows(word)] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "custums Custums custums’s risk-bazed organizzation citisen dizital douane l’office"),
        ("en", "wco zollverein"),  # a name is written as the list has it
        ("fr", "douanne l’administracion organization qu’ele a-t-ill customs’s"),
    ],
)
def test_any_other_word_is_unknown(language: str, words: str, spellers: dict[str, Speller]) -> None:
    assert [word for word in words.split() if spellers[language].knows(word)] == []


@pytest.mark.parametrize("word", ["a" * 10_000, "é-" * 5000 + "é", "d’" * 5000 + "x", "x’s" * 5000, "𝖺𝖻"])
def test_no_word_is_too_odd_to_be_looked_up(word: str, spellers: dict[str, Speller]) -> None:
    assert [speller.knows(word) for speller in spellers.values()] == [False, False]


def test_the_nearest_word_is_proposed(spellers: dict[str, Speller]) -> None:
    assert spellers["en"].suggestion("custums") == '; did you mean "customs"?'
    assert spellers["fr"].suggestion("l’administracion") == '; did you mean "administration"?'
    assert spellers["fr"].suggestion("d’" + "zqx" * 5000) == ""


def test_only_the_first_unknown_words_get_a_proposal() -> None:
    speller = Speller(ROOT / "data" / "dictionaries", "en", frozenset())
    words = ["custums", *(f"xq{letter}" for letter in ascii_lowercase[: MOST_SUGGESTIONS - 1]), "custms"]
    for _ in range(2):
        first, *_, last = [speller.suggestion(word) for word in words]
        assert (first, last) == ('; did you mean "customs"?', "")


def test_the_names_and_terms_of_records_are_words(said: Said, small: Path) -> None:
    assert said() == []
    knowledge = read(small, DAY).knowledge
    assert knowledge is not None
    assert {"Zollverein", "Norvège", "NO", "NOR", "CAE"} <= own_words(knowledge)
    assert not own_words(knowledge) & {"#", "names", "", "# names"}


def test_chapters_without_a_fault_pass(said: Said, chapter: Callable[[str, str], None]) -> None:
    chapter("en", "---\ndescription: Of customs\n---\n# Customs {: #xyzzy }\n\nNorway and the Zollverein.\n")
    chapter("fr", "---\ndescription: Des douanes\n---\n# Douanes {: #xyzzy }\n\nLa Norvège et l’EAC.\n")
    assert said() == []


def test_an_unknown_word_of_a_chapter_is_said_with_its_place(
    said: Said, chapter: Callable[[str, str], None]
) -> None:
    chapter("en", "---\ndescription: Of\n  custums\n---\n# Of\n\nThe custums\nand the douane.\n")
    chapter("fr", "---\nhide: dde\ndescription: dde\n---\n# La douanne\n")
    *english, described, french = said()
    assert english == [
        f'docs/en/a.md:3:3: "custums" is not in the English dictionary; {HINT}; did you mean "customs"?',
        f'docs/en/a.md:7:5: "custums" is not in the English dictionary; {HINT}; did you mean "customs"?',
        *(
            each
            for each in english[2:]
            if each.startswith('docs/en/a.md:8:9: "douane" is not in the English')
        ),
    ]
    assert len(english) == 3
    assert described.startswith('docs/fr/a.md:3:14: "dde" is not in the French dictionary')
    assert french == (
        f'docs/fr/a.md:5:6: "douanne" is not in the French dictionary; {HINT}; did you mean "douane"?'
    )


def test_what_is_no_prose_is_not_read(said: Said, chapter: Callable[[str, str], None]) -> None:
    chapter(
        "en",
        '# A\n\n`xqz` {{ cite("xqz") }} [a](xqz.md#xqz) https://xqz.example/xqz <xqz> {: #xqz }\n\n'
        "```\nxqz\n```\n\n3D 5G 62% &nbsp; 12\n",
    )
    assert said() == []


def test_an_unknown_word_of_a_record_is_said_with_its_place(said: Said, change: Edit) -> None:
    change("cases.yaml", "fr: Une porte", 'fr: "Une portte {xqz} `xqz`"')
    change("labels.yaml", "Hello {name}", "Helllo {name}")
    assert said() == [
        f'data/cases.yaml:7:32: "portte" is not in the French dictionary; {HINT}; did you mean "porte"?',
        f'data/labels.yaml:2:16: "Helllo" is not in the English dictionary; {HINT}; did you mean "Hello"?',
    ]


def test_proper_names_of_sources_are_left_alone(said: Said, change: Edit) -> None:
    change("sources.yaml", "{en: Customs, fr: Douane}", "{en: Xqzix, fr: Xqzix}")
    assert said() == []


def test_a_word_added_to_the_list_passes(said: Said, small: Path, change: Edit) -> None:
    change("cases.yaml", "fr: Une porte", "fr: Xqzix")
    assert len(said()) == 1
    (small / OWN_WORDS).write_bytes(b"Xqzix\r\nZollverein\r\n")
    assert said() == []


def test_a_chapter_that_cannot_be_read_is_left_to_the_other_checks(
    said: Said, small: Path, chapter: Callable[[str, str], None]
) -> None:
    chapter("en", "# Custums\n")
    (small / "docs" / "en" / "b.md").write_bytes(b"\xff\xfe")
    assert [each[:21] for each in said()] == ['docs/en/a.md:1:3: "Cu']


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_list_is_said(name: str, said: Said, small: Path) -> None:
    (small / name).unlink()
    assert said() == [f"{name}:1:1: the file is missing; every checkout has it"]


def test_a_list_that_cannot_be_read_is_said(said: Said, small: Path) -> None:
    (small / OWN_WORDS).write_bytes(b"Xqzix\ncaf\xe9\n")
    assert said() == ["data/words.txt:2:4: this byte is not UTF-8; save the file as UTF-8"]


def test_records_of_nothing_have_no_faults(little: Knowledge, chapter: Callable[[str, str], None]) -> None:
    assert list(spelling_problems(little, documents())) == []


def plain(word: str) -> str:
    """A word as it is sorted: without case and accents, a hyphen before every letter."""
    return "".join(each for each in normalize("NFKD", word.casefold()) if not combining(each))


def test_the_words_of_our_own_are_sorted_and_stand_once(knowledge: Knowledge, root: Path) -> None:
    words = [each for each in (root / OWN_WORDS).read_text(encoding="utf-8").splitlines() if each[:1] != "#"]
    assert words == sorted(set(words), key=lambda word: (plain(word), word))
    assert own_words(knowledge) >= set(words)


def test_the_real_report_is_spelt_right(knowledge: Knowledge, root: Path) -> None:
    found = read(root, date.today()).documents
    assert [str(each) for each in spelling_problems(knowledge, found)] == []
