"""The order of lists, and their pages."""

from __future__ import annotations

from study.knowledge import Knowledge
from study.labels import Words
from study.listing import divided, in_order
from study.repertory import repertory
from tests.study.register import case, with_cases


def test_cases_are_sorted_by_administration_then_title_accents_aside(little: Knowledge) -> None:
    cases = [
        case(little, "b", administrations=["NO"], title="Zebra"),
        case(little, "a", administrations=["NO"], title="Éléphant"),
        case(little, "c", administrations=["KE"], title="Yak"),
        case(little, "d", administrations=[], body="eac", title="Ant"),
    ]
    known = repertory(with_cases(little, *cases))
    ordered = in_order(known.cases, known, Words("en", little.labels))
    assert [each.id for each in ordered] == ["d", "c", "a", "b"]  # Community, Kenya, Norway


def test_the_order_follows_the_names_of_the_language(knowledge: Knowledge) -> None:
    known = repertory(knowledge)
    orders = [in_order(known.cases, known, Words(each, knowledge.labels)) for each in ("en", "fr")]
    assert orders[0] != orders[1]
    assert {each.id for each in orders[0]} == {each.id for each in orders[1]}


def test_a_long_list_is_divided_and_an_empty_one_has_one_page(little: Knowledge) -> None:
    cases = [case(little, f"c{number}") for number in range(5)]
    assert [len(part) for part in divided(cases, 2)] == [2, 2, 1]
    assert divided([], 2) == [[]]
    assert len(divided(cases)) == 1
