"""Words, numbers and dates in both languages."""

from __future__ import annotations

import re

import pytest

from study.knowledge import Knowledge
from study.labels import NEEDED, Words, label_problems, sort_key
from tests.study.conftest import Edit, Problems, documents

NO_BREAK, NARROW, JOINER = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{WORD JOINER}"


@pytest.fixture(params=["en", "fr"])
def words(request: pytest.FixtureRequest, little: Knowledge) -> Words:
    return Words(request.param, little.labels)


def both(words: Words, english: str, french: str) -> str:
    """Return the text of the language under test; ~ stands for a no-break space."""
    return (english if words.language == "en" else french).replace("~", NO_BREAK)


def test_a_label_is_given_in_its_language_with_its_names_filled(words: Words) -> None:
    assert words("stage", "pilot") == both(words, "word", "mot")
    assert words("general", "hello", name="<b>") == both(words, "Hello <b>", "Bonjour <b>")


@pytest.mark.parametrize(("group", "key"), [("stage", "flying"), ("nothing", "pilot")])
def test_an_unknown_label_is_an_error(words: Words, group: str, key: str) -> None:
    with pytest.raises(KeyError):
        words(group, key)


@pytest.mark.parametrize(
    ("value", "decimals", "english", "french"),
    [
        (1234.5, None, "1,234.5", f"1{NARROW}234,5"),
        (1234, 0, "1,234", f"1{NARROW}234"),
        (2, 1, "2.0", "2,0"),
        (0, None, "0", "0"),
    ],
)
def test_a_number(words: Words, value: float, decimals: int | None, english: str, french: str) -> None:
    assert words.number(value, decimals) == both(words, english, french)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [(38.8, "38.8%", f"38,8{NARROW}%"), (62, "62%", f"62{NARROW}%"), (100.0, "100%", f"100{NARROW}%")],
)
def test_a_percentage(words: Words, value: float, english: str, french: str) -> None:
    assert words.percent(value) == both(words, english, french)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("2026", "2026", "2026"),
        ("2026-08", "August~2026", "août~2026"),
        ("2026-11-22", "22~November 2026", "22~novembre 2026"),
        ("2026-12-01", "1~December 2026", "1er~décembre 2026"),
        ("2026-12-11", "11~December 2026", "11~décembre 2026"),
        ("2026-12-21", "21~December 2026", "21~décembre 2026"),
    ],
)
def test_a_day_a_month_and_a_year(words: Words, value: str, english: str, french: str) -> None:
    assert words.day(value) == both(words, english, french)


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2024-03-18", "2024-03-22", f"18{JOINER}–{JOINER}22~March 2024", f"18{JOINER}–{JOINER}22~mars 2024"),
        ("2025-04-28", "2025-05-02", "28~April – 2~May 2025", "28~avril – 2~mai 2025"),
        (
            "2025-12-30",
            "2026-01-02",
            "30~December 2025 – 2~January 2026",
            "30~décembre 2025 – 2~janvier 2026",
        ),
        ("2025-03-30", "2026-03-02", "30~March 2025 – 2~March 2026", "30~mars 2025 – 2~mars 2026"),
        ("2025-04-01", "2025-04-03", f"1{JOINER}–{JOINER}3~April 2025", f"1er{JOINER}–{JOINER}3~avril 2025"),
        ("2025-04-30", "2025-05-01", "30~April – 1~May 2025", "30~avril – 1er~mai 2025"),
    ],
)
def test_a_span_of_days(words: Words, start: str, end: str, english: str, french: str) -> None:
    assert words.span(start, end) == both(words, english, french)


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (["2024-06-17", "2024-06-20"], "17 and 20~June 2024", "17 et 20~juin 2024"),
        (["2024-06-01", "2024-06-05", "2024-06-20"], "1, 5 and 20~June 2024", "1er, 5 et 20~juin 2024"),
        (["2024-06-30", "2024-07-01"], "30~June 2024 and 1~July 2024", "30~juin 2024 et 1er~juillet 2024"),
        (["2024-06-17", "2025-06-20"], "17~June 2024 and 20~June 2025", "17~juin 2024 et 20~juin 2025"),
    ],
)
def test_several_days(words: Words, days: list[str], english: str, french: str) -> None:
    assert words.days(days) == both(words, english, french)


def test_a_language_has_its_name_and_an_unknown_one_its_code(words: Words) -> None:
    assert words.language_name("tr") == both(words, "Turkish", "turc")
    assert words.language_name("qqx") == "qqx"


def test_a_list(words: Words) -> None:
    assert words.listing([]) == ""
    assert words.listing(["a"]) == "a"
    assert words.listing(["a", "b", "c"]) == both(words, "a, b and c", "a, b et c")


def test_names_are_sorted_without_accents_case_and_punctuation(words: Words) -> None:
    assert words.sorted(["Zambie", "États", "oeuf", "Œuvre", "d’Or", "Eswatini", "dormir"]) == [
        "d’Or",
        "dormir",
        "Eswatini",
        "États",
        "oeuf",
        "Œuvre",
        "Zambie",
    ]
    assert sort_key("Côte d’Ivoire") == "cote divoire"


@pytest.mark.parametrize("group", sorted(NEEDED))
def test_every_controlled_value_needs_words(group: str, change: Edit, problems: Problems) -> None:
    key = NEEDED[group][0]
    change("labels.yaml", f"{group}:\n  {key}:", f"{group}:\n  x{key}:")
    [line] = problems()
    assert re.fullmatch(
        rf'data/labels.yaml:\d+:1: {group}: has no words for "{key}"; expected en and fr', line
    )


@pytest.mark.parametrize(
    ("french", "said"),
    [
        ("Bonjour {name}", []),
        ("{name}, {name}", []),
        ("Bonjour {nom}", ["a › b › fr: differs in its names in braces; expected {name}"]),
        ("Bonjour", ["a › b › fr: differs in its names in braces; expected {name}"]),
        ("Bonjour {name} {more}", ["a › b › fr: differs in its names in braces; expected {name}"]),
        ("Bonjour {name", ["a › b: a brace stands alone; expected {name}"]),
        ("Bonjour {name.__class__}", ["a › b: a brace stands alone; expected {name}"]),
        ("Bonjour {{name}}", ["a › b: a brace stands alone; expected {name}"]),
        ("Bonjour {0}", ["a › b: a brace stands alone; expected {name}"]),
    ],
)
def test_both_languages_fill_in_the_same_names(french: str, said: list[str]) -> None:
    text = f"a: {{b: {{en: 'Hello {{name}}', fr: '{french}'}}}}\n"
    found = [problem.message for problem in label_problems(documents(labels=text))]
    assert [message for message in found if not re.search("has no words", message)] == said


def test_labels_that_cannot_be_read_are_said_elsewhere() -> None:
    assert list(label_problems(documents())) == []
    assert list(label_problems(documents(labels="[]\n"))) == []


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0.1 kB", "0,1 ko"),
        (1_234, "1.2 kB", "1,2 ko"),
        (149_176, "149 kB", "149 ko"),
        (999_999, "1,000 kB", "1 000 ko"),
        (1_450_000, "1.4 MB", "1,4 Mo"),
    ],
)
def test_a_size_is_said_as_the_language_writes_it(
    count: int, english: str, french: str, knowledge: Knowledge
) -> None:
    said = {each: Words(each, knowledge.labels).size(count) for each in ("en", "fr")}
    assert {key: re.sub("[\u00a0\u202f]", " ", text) for key, text in said.items()} == {
        "en": english,
        "fr": french,
    }
    assert " " not in "".join(said.values())
