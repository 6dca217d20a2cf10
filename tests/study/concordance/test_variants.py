"""Wordings that a language does not use are found in chapters and records, names aside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.concordance.variants import FILE, variant_problems, wordings_of
from study.documents import Documents
from study.knowledge import Knowledge
from study.loading import read
from study.models.concordance import Variant
from tests.study.conftest import DAY, Edit

REASON = "reason: {en: Because, fr: Parce que}"
LIST = f"""\
- {{language: fr, written: [cloud, cloud computing], expected: informatique en nuage, within: [Cloud House, Saint-Cloud], {REASON}}}
- {{language: fr, written: ["l’autre mot"], expected: rien, {REASON}}}
- {{language: en, written: [man in the loop], expected: human in the loop, {REASON}}}
"""
Say = Callable[..., list[str]]


@pytest.fixture
def said(small: Path) -> Say:
    """What is said about a small report with this French chapter and this list."""

    def problems(french: str = "", *, english: str = "", variants: str = LIST) -> list[str]:
        (small / FILE).write_text(variants, encoding="utf-8")
        for language, text in (("en", english), ("fr", french)):
            (small / "docs" / language).mkdir(parents=True, exist_ok=True)
            (small / "docs" / language / "a.md").write_text(text, encoding="utf-8")
        reading = read(small, DAY)
        assert reading.knowledge
        return [str(each) for each in variant_problems(reading.knowledge, reading.documents)]

    return problems


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le cloud.", "1:4"),
        ("Un\nCLOUD\u00a0\ncomputing.", "2:1"),
        ("Le multi-cloud", "1:10"),
        ("L’cloud’", "1:3"),
        ("[cloud](cloud.md)", "1:2"),
        ("L'autre mot", "1:1"),
        ("description: le cloud", "1:17"),
        ("Cloud Houses et cloud", "1:1"),
    ],
)
def test_a_wording_is_found_where_it_stands(said: Say, text: str, place: str) -> None:
    found = said(text)
    assert found[0].startswith(f"docs/fr/a.md:{place}: ")


def test_the_message_says_what_to_write_and_why(said: Say) -> None:
    assert said("Le Cloud") == [
        'docs/fr/a.md:1:4: "Cloud" is not used in French here; write "informatique en nuage": Because'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L’informatique en nuage",
        "La société Cloud House",
        "la ville de Saint-Cloud, CLOUD HOUSE",
        "clouds nuageux, xcloud, cloudy",
        '`cloud` {{ case_link("br-cloud") }} https://cloud.example/cloud {: #cloud }',
        "```\ncloud\n```",
        '{{ cite("cloud") }} [page](cloud.md)',
    ],
)
def test_names_addresses_ids_and_code_are_left_alone(said: Say, text: str) -> None:
    assert said(text) == []


def test_each_language_has_its_own_list(said: Say) -> None:
    assert said("man in the loop", english="cloud") == []
    assert said(english="A man in the loop")[0].startswith("docs/en/a.md:1:3: ")


def test_records_are_searched_but_not_names_and_sources(said: Say, change: Edit) -> None:
    change("cases.yaml", "fr: Une porte", "fr: Le cloud")
    change(
        "cases.yaml",
        "  sources: [note]\n  checked",
        "  partners: [{en: X, fr: Cloud}]\n  sources: [note]\n  checked",
    )
    change("sources.yaml", "fr: Douane", "fr: Cloud")
    change("labels.yaml", '"Bonjour {name}"', '"Cloud {name}"')
    found = said()
    assert [each.partition(": ")[0] for each in found] == ["data/cases.yaml:7:23", "data/labels.yaml:2:31"]
    assert "no-gate › title › fr" in found[0]


def test_a_declared_form_can_t_be_forbidden(said: Say) -> None:
    entry = f"- {{language: fr, written: [x, Modèle], expected: y, {REASON}}}\n"
    assert said(variants=entry) == [
        f'{FILE}:1:31: record 1 › written › no. 2: "Modèle" is declared as a form of "model"; it can\'t be both'
    ]


def test_a_wording_stands_in_the_list_once_a_language(said: Say) -> None:
    again = f"- {{language: fr, written: [Cloud], expected: y, {REASON}}}\n"
    assert said(variants=LIST + again) == [
        f'{FILE}:4:28: record 4 › written › no. 1: "Cloud" stands twice; entry 1 has it already'
    ]
    assert said(variants=LIST + again.replace("language: fr", "language: en")) == []


def test_an_unknown_term_is_named_with_the_nearest(said: Say) -> None:
    entry = f"- {{language: fr, written: [x], expected: y, term: modle, {REASON}}}\n"
    assert said(variants=entry)[0].endswith('term: "modle" is not a known term; did you mean "model"?')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]\n", ""),
        (LIST.replace("language: fr", "language: de", 1), "expected en or fr"),
        (LIST.replace("Cloud House", "Big House"), 'within: "Big House" holds none of the wordings'),
        (
            LIST.replace("[cloud, cloud computing]", "[]"),
            "written: is an empty list; expected at least one item",
        ),
        (LIST.replace("expected: rien, ", ""), "expected: is missing"),
        ("x: y\n", "expected a list"),
    ],
)
def test_what_is_wrong_in_the_list_is_named(said: Say, text: str, expected: str) -> None:
    assert expected in "\n".join(said(variants=text))
    assert bool(said(variants=text)) == bool(expected)


def test_a_missing_list_is_named(little: Knowledge) -> None:
    assert [str(each) for each in variant_problems(little, Documents({}))] == [
        f"{FILE}:1:1: the file is missing; every checkout has it"
    ]


def variant(*written: str) -> Variant:
    return Variant.model_validate(
        {"language": "fr", "written": list(written), "expected": "x", "reason": {"en": "R", "fr": "R"}}
    )


PRINTED = st.text(st.characters(min_codepoint=32, exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp", "Cn"]))


@given(st.lists(PRINTED.map(str.strip).filter(bool), min_size=1, max_size=4), PRINTED)
def test_any_wording_is_taken_as_it_is_written(written: list[str], text: str) -> None:
    known = wordings_of([variant(*written)])
    lower = {" ".join(each.lower().replace("'", "’").split()) for each in written}
    assert {
        " ".join(found.group().lower().replace("'", "’").split()) for found, _ in known.found(text)
    } <= lower


@given(st.from_regex(r"[a-z]{1,8}( [a-z]{1,8})?", fullmatch=True))
def test_a_wording_is_found_between_other_words(word: str) -> None:
    known = wordings_of([variant(word)])
    assert [found.group() for found, _ in known.found(f"1 {word} 2 ({word.upper()}) {word}x x{word}")] == [
        word,
        word.upper(),
    ]
