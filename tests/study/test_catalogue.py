"""The catalogue's data: what the script reads is what the register holds, in the order of lists."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest

from bench.registers import many_cases
from study.catalogue import ROWS, files
from study.facets import FACETS, name_of, values_of
from study.knowledge import Knowledge
from study.labels import Words
from study.listing import in_order
from study.models.cases import Withdrawal
from study.repertory import repertory
from study.selection import administrations_of

FACETS_FILE = "cases/data/facets.json"
LANGUAGES = ("en", "fr")


def data(knowledge: Knowledge, language: str) -> tuple[dict[str, Any], list[list[str]]]:
    """The columns, and the rows of all files of titles."""
    made = files(repertory(knowledge), Words(language, knowledge.labels))
    columns = json.loads(made.pop(FACETS_FILE))
    names = [f"cases/data/titles-{number}.json" for number in range(len(made))]
    return columns, [row for name in names for row in json.loads(made[name])]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def test_cases_stand_in_the_order_of_lists_with_the_words_of_their_rows(
    language: str, knowledge: Knowledge
) -> None:
    columns, rows = data(knowledge, language)
    known, words = repertory(knowledge), Words(language, knowledge.labels)
    cases = in_order(known.cases, known, words)
    assert columns["cases"] == len(known.cases)
    assert rows == [
        [
            case.id,
            case.title[language],
            words.listing(administrations_of(case, knowledge, language)),
            case.office[language] if case.office else "",
        ]
        for case in cases
    ]


def test_each_case_stands_under_the_values_that_the_register_gives_it(
    language: str, knowledge: Knowledge
) -> None:
    columns, rows = data(knowledge, language)
    words = Words(language, knowledge.labels)
    assert list(columns["facets"]) == list(FACETS)
    for facet, column in columns["facets"].items():
        assert column["names"] == [name_of(facet, value, knowledge, words) for value in column["values"]]
        for (key, *_), places in zip(rows, column["cases"], strict=True):
            values = [column["values"][place] for place in (places if isinstance(places, list) else [places])]
            assert values == values_of(knowledge.case[key], facet, knowledge), (facet, key)


def test_only_values_with_cases_are_named(knowledge: Knowledge) -> None:
    known = repertory(knowledge)
    for facet, column in data(knowledge, "en")[0]["facets"].items():
        assert set(column["values"]) == set(known.found[facet])


def test_the_place_in_the_register_and_the_last_reading_are_those_of_the_case(knowledge: Knowledge) -> None:
    columns, rows = data(knowledge, "fr")
    cases = repertory(knowledge).cases
    assert [cases[place].id for place in columns["register"]] == [key for key, *_ in rows]
    days = [columns["days"][place] for place in columns["checked"]]
    assert days == [knowledge.case[key].checked for key, *_ in rows]
    assert columns["days"] == sorted(set(days), reverse=True)


def test_a_withdrawn_case_is_in_no_file(knowledge: Knowledge) -> None:
    first, *others = knowledge.cases
    gone = first.model_copy(update={"withdrawn": Withdrawal(edition="2026", reason=first.title)})
    _, rows = data(replace(knowledge, cases=[gone, *others]), "en")
    assert {key for key, *_ in rows} == {case.id for case in others}


def test_titles_are_divided_so_that_only_those_in_view_are_loaded(knowledge: Knowledge) -> None:
    large = many_cases(knowledge, 2 * ROWS + 1)
    made = files(repertory(large), Words("en", large.labels))
    lengths = {path: len(json.loads(content)) for path, content in made.items() if path != FACETS_FILE}
    assert lengths == {
        "cases/data/titles-0.json": ROWS,
        "cases/data/titles-1.json": ROWS,
        "cases/data/titles-2.json": 1,
    }


def test_an_empty_register_has_columns_and_no_titles(knowledge: Knowledge) -> None:
    columns, rows = data(many_cases(knowledge, 0), "en")
    assert (columns["cases"], columns["register"], columns["days"], rows) == (0, [], [], [])


def test_the_same_register_gives_the_same_bytes(knowledge: Knowledge) -> None:
    known, words = repertory(knowledge), Words("fr", knowledge.labels)
    assert list(files(known, words).items()) == list(files(known, words).items())


@pytest.mark.parametrize(("count", "columns", "titles"), [(1000, 18_000, 30_000), (10_000, 120_000, 30_000)])
def test_a_large_register_stays_light(count: int, columns: int, titles: int, knowledge: Knowledge) -> None:
    large = many_cases(knowledge, count)
    for language in LANGUAGES:
        made = files(repertory(large), Words(language, large.labels))
        sizes = {path: len(gzip.compress(content, mtime=0)) for path, content in made.items()}
        assert sizes.pop(FACETS_FILE) < columns
        assert max(sizes.values()) < titles


def test_a_made_up_register_is_varied_and_always_the_same(knowledge: Knowledge) -> None:
    large = many_cases(knowledge, 500)
    assert len({case.id for case in large.cases}) == 500
    assert many_cases(knowledge, 100).cases == large.cases[:100]
    known = repertory(large)
    for facet in FACETS:
        assert len(known.found[facet]) > 2, facet
