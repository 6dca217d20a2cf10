"""Every number, percentage, date, year, amount and range stands in both languages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.chapters import Chapter
from study.concordance.numbers.chapters import number_mismatches, number_problems
from study.concordance.numbers.records import differences_of, record_number_mismatches, record_number_problems
from study.concordance.numbers.values import values

NARROW, NO_BREAK = "\u202f", "\u00a0"

EQUAL = (
    ("1,234.5 tonnes", f"1{NARROW}234,5 tonnes"),
    ("1,234,567", f"1{NO_BREAK}234{NO_BREAK}567"),
    ("1,000 cases", "1 000 cas"),
    ("62%", f"62{NARROW}%"),
    ("62 per cent", "62 pour cent"),
    ("ten per cent", f"10{NARROW}%"),
    ("20% to 30%", f"de 20 à 30{NARROW}%"),
    ("19 of 24", "19 sur 24"),
    ("three of four Members", "trois Membres sur quatre"),
    ("twenty-five seals", "vingt-cinq scellés"),
    ("25 seals", "vingt-cinq scellés"),
    ("seventy-two", "soixante-douze"),
    ("ninety-nine", "quatre-vingt-dix-neuf"),
    ("twenty-one days", "vingt et un jours"),
    ("two hundred files", "200 dossiers"),
    ("twice a year", "deux fois par an"),
    ("the third phase", "la troisième phase"),
    ("the 3rd phase", "la troisième phase"),
    ("the 21st century", "le XXIe siècle"),
    ("the twenty-first century", "le vingt et unième siècle"),
    ("Phase II and part V", "la phase II et la partie V"),
    ("Phase II", "phase 2"),
    ("3 March 2024", "le 3 mars 2024"),
    ("1 March 2024", "le 1er mars 2024"),
    ("March 3, 2024", "le 3 mars 2024"),
    ("on 2024-03-03", "le 3 mars 2024"),
    ("from March to May 2024", "de mars à mai 2024"),
    ("28–30 April 2025", "du 28 au 30 avril 2025"),
    ("2019–2021", "de 2019 à 2021"),
    ("2019 to 2021", "2019-2021"),
    ("2019–21", "2019-2021"),
    ("the 1990s", "les années 1990"),
    ("USD 1.2 million", "1,2 million de dollars"),
    ("EUR 3 million", f"3{NO_BREAK}millions d’euros"),
    ("€1,500", f"1{NARROW}500{NO_BREAK}€"),
    ("HKD 460,000", f"460{NARROW}000 dollars de Hong Kong"),
    ("1.5 billion to 3.5 billion rand", "de 1,5 à 3,5 milliards de rands"),
    ("EUR 100 million, of which EUR 75 million", "100 millions d’euros, dont 75 millions"),
    ("twenty thousand", f"20{NARROW}000"),
    ("a million parcels", "un million de colis"),
    ("half of the Members", "la moitié des Membres"),
    ("half a day", "une demi-journée"),
    ("a third of cases", "un tiers des cas"),
    ("two thirds", "deux tiers"),
    ("a third party", "un prestataire"),
    ("two by two", "deux à deux"),
    ("5km or 5 GB", "5 km ou 5 Go"),
    ("48 hours", "48 heures"),
    ("at 14:30", "à 14 h 30"),
    ("at 14:30", "à 14h30"),
    ("at 2 p.m.", "à 14 h"),
    ("at 2:15 pm", "à 14 h 15"),
    ("ISO 14641-1:2018 and S/70/162", "ISO 14641-1:2018 et S/70/162"),
    ("version 1.2.3 over 5G, in 3D", "la version 1.2.3 en 5G, en 3D"),
    ("industry 4.0", "industrie 4.0"),
    ("both languages", "les deux langues"),
    ("both agreement and dissent", "l’accord comme le désaccord"),
    ("both had one purpose", "l’un et l’autre avaient un but"),
    ("At first one office", "D’abord un bureau"),
    ("It may change. May one ask?", "Cela peut changer. Peut-on demander ?"),
    ("dozens and thousands of files", "des dizaines et des milliers de dossiers"),
    ("about 30 participants", "une trentaine de participants"),
    ("a new scanner", "un scanner neuf"),
    ("nine Members", "neuf Membres"),
    ('{{ cite("iso-2024", section="III") }}', '{{ cite("iso-2024", section="IV") }}'),
    ("[page](a-2024.md#p-3)", "[page](a.md)"),
    ("https://example.org/2024", "https://example.org/fr"),
    ("`file-2.csv` &#160;", "`file-3.csv`"),
)

UNEQUAL = (
    ("62%", f"26{NARROW}%"),
    ("62%", "62"),
    ("62", f"62{NARROW}%"),
    ("in 2024", "en 2023"),
    ("in 2024", "l’an dernier"),
    ("last year", "en 2024"),
    ("1,234", "1,234"),
    ("1.5", f"15{NARROW}000"),
    ("19 of 24", "18 sur 24"),
    ("19 of 24", "24 cas"),
    ("three offices", "quatre bureaux"),
    ("two offices", "des bureaux"),
    ("offices", "neuf bureaux"),
    ("3 March 2024", "3 mai 2024"),
    ("3 March 2024", "4 mars 2024"),
    ("2019–2021", "2019"),
    ("2019–21", "2019-2022"),
    ("USD 3 million", "3 milliards de dollars"),
    ("USD 3 million", "3 millions d’euros"),
    ("USD 3 million", "3 millions"),
    ("20 to 30%", f"de 20 à 40{NARROW}%"),
    ("twice", "trois fois"),
    ("half of the Members", "un tiers des Membres"),
    ("the third phase", "la quatrième phase"),
    ("the first phase", "la deuxième phase"),
    ("a second phase", "une première phase"),
    ("two of one kind", "un d’une sorte"),
    ("1 October", "en octobre, une fois"),
    ("5G", "4G"),
    ("ISO 27001", "ISO 27002"),
    ("version 1.2.3", "version 1.2.4"),
    ("Phase II", "phase III"),
    ("at 14:30", "à 14 h 20"),
    ("both languages", "les langues"),
)


@pytest.mark.parametrize(("english", "french"), EQUAL)
def test_the_same_value_in_both_formats_is_equal(english: str, french: str) -> None:
    assert not differences_of(english, french)


@pytest.mark.parametrize(("english", "french"), UNEQUAL)
def test_another_value_is_found(english: str, french: str) -> None:
    assert differences_of(english, french)


NUMBERS = st.decimals(min_value=0, max_value=10**12, places=2).map(lambda number: f"{number:f}")


def in_french(number: str) -> str:
    """Return a number such as 1,234.50 as French writes it."""
    return number.replace(",", NARROW).replace(".", ",")


@given(NUMBERS)
def test_a_number_written_in_both_formats_is_equal(number: str) -> None:
    grouped = f"{int(number.split('.')[0]):,}.{number.split('.')[1]}"
    assert not differences_of(f"It was {grouped} then", f"C’était {in_french(grouped)} alors")
    assert not differences_of(f"It was {number}% then", f"C’était {in_french(grouped)}{NARROW}% alors")


@given(st.integers(3, 10**15), st.integers(3, 10**15))
def test_two_different_numbers_are_never_equal(one: int, other: int) -> None:
    if one != other:
        assert differences_of(f"It was {one:,}.", f"C’était {in_french(f'{other:,}')}.")


@given(st.text(alphabet="0123456789.,:-–/% \u202f\nIVXMmayto{}()[]`&;éa²٣", max_size=60))
def test_any_text_is_read_and_each_value_stands_where_it_says(text: str) -> None:
    for language in ("en", "fr"):
        for value in values(text, language):
            assert text[value.offset : value.end] == value.written


@pytest.mark.parametrize("piece", ["1", "1,111,", "1.1.", "{{ ", "](", "`", "a ", "1 ", "twenty-", "I", "&1"])
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    # a busy machine may slow one reading down; what takes more than linear time is slow each time
    assert any(seconds_to_read(text) < 3 for _ in range(3))


def seconds_to_read(text: str) -> float:
    started = time.process_time()
    for language in ("en", "fr"):
        values(text, language)
    return time.process_time() - started


def chapter(language: str, body: str, description: str = "A chapter.") -> Chapter:
    text = f"---\ndescription: {description}\nupdated: 2026-11-22\n---\n# A {{: #a }}\n\n{body}\n"
    return Chapter(f"docs/{language}/a.md", language, "a.md", text)


def found(english: str, french: str) -> list[str]:
    return [str(problem) for problem in number_problems(chapter("en", english), chapter("fr", french))]


def test_a_difference_names_both_values_and_both_places() -> None:
    assert found("One.\n\nIt was 62% then.", f"Un.\n\nC’était 26{NARROW}% alors.") == [
        'docs/en/a.md:9:8: "62%" stands here, but "26 %" in docs/fr/a.md:9; '
        "expected the same value in both languages"
    ]


def test_a_value_of_one_side_only_is_said_where_the_english_stands() -> None:
    assert found("In 2024.", "Alors.") == [
        'docs/en/a.md:7:4: "2024" stands here, but not in docs/fr/a.md:7; expected the same value in both languages'
    ]
    assert found("Then.", "Rien.\n") == []
    assert found("Then.", "En 2024.") == [
        'docs/en/a.md:7:1: "2024" stands in docs/fr/a.md:7, but not here; expected the same value in both languages'
    ]


def test_each_item_and_each_cell_is_compared_with_its_counterpart() -> None:
    assert len(found("- 10 seals\n- 20 seals", "- 20 scellés\n- 10 scellés")) == 2
    table = "| {} | {} |\n| --- | --- |\n| {} | {} |"
    assert len(found(table.format("a", "b", 30, 40), table.format("a", "b", 40, 30))) == 2
    assert not found(table.format("a", "b", 30, 40), table.format("a", "b", 30, 40))


def test_blocks_that_do_not_correspond_are_compared_by_section() -> None:
    assert not found("In 2024.\n\nIn 2025.", "En 2024 et en 2025.")
    assert len(found("In 2024.\n\nIn 2025.", "En 2024 et en 2026.")) == 1


def test_a_section_that_is_missing_is_left_to_the_check_of_structure() -> None:
    assert not found("Then.\n\n## B {: #b }\n\nIn 2024.", "Alors.\n\n## C {: #c }\n\nEn 2023.")


def test_the_description_is_compared_too() -> None:
    pair = chapter("en", "x", "Of 2024."), chapter("fr", "x", "De 2023.")
    assert [problem.line for problem in number_problems(*pair)] == [2]


def test_a_mismatch_names_chapter_section_block_and_value() -> None:
    english, french = "## B {: #b }\n\nIt was 62% then.", "## B {: #b }\n\nC’était alors."
    mismatch = next(number_mismatches(chapter("en", english), chapter("fr", french)))
    assert (mismatch.chapter, mismatch.section, mismatch.what) == ("a.md", "b", "62%")
    assert mismatch.starts.startswith("It was 62% then")


RECORDS = """\
- id: a
  title: {en: "In 2024", fr: "En 2023"}
  forms:
    en: [one of 3, x]
    fr: [y]
  summary:
    en: >-
      It took 48
      hours and EUR 2
      million.
    fr: >-
      Il a fallu 48
      heures et 3
      millions d’euros.
- id: b
  note:
    fr: "En mai"
    en: "In March"
"""


def test_records_are_compared_and_the_problem_stands_at_the_french_text(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "cases.yaml").write_text(RECORDS, encoding="utf-8")
    (tmp_path / "data" / "broken.yaml").write_text("a: [", encoding="utf-8")
    (tmp_path / "data" / "latin.yaml").write_bytes(b"a: \xe9\n")
    expected = "; expected the same value in both languages"
    assert [str(problem) for problem in record_number_problems(tmp_path)] == [
        f'data/cases.yaml:2:34: "2023" stands here, but the English, line 2, has "2024"{expected}',
        f'data/cases.yaml:13:17: "3 millions d’euros" stands here, but the English, line 9, has "EUR 2 million"{expected}',
        f'data/cases.yaml:17:13: "mai" stands here, but the English, line 18, has "March"{expected}',
    ]
    assert [mismatch.section for mismatch in record_number_mismatches(tmp_path)] == ["a", "a", "b"]
