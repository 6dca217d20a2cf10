"""Related cases, computed from what cases share."""

from __future__ import annotations

from study.knowledge import Knowledge
from study.related import related
from study.repertory import repertory
from tests.study.register import case, with_cases, withdrawn


def found(knowledge: Knowledge, *others: object, limit: int = 5) -> list[str]:
    own = knowledge.cases[0]
    known = repertory(with_cases(knowledge, own, *others))  # type: ignore[arg-type]
    return [each.case.id for each in related(own, known, limit)]


def test_most_shared_technologies_come_first_then_processes_then_regions(little: Knowledge) -> None:
    own = {
        "technologies": ["ai", "iot"],
        "processes": ["risk-management", "transit"],
        "administrations": ["NO"],
    }
    start = case(little, "start", **own)
    others = [
        case(little, "region", **own | {"technologies": ["ai"], "processes": ["aeo"]}),
        case(
            little,
            "process",
            **own | {"technologies": ["ai"], "processes": ["transit"], "administrations": ["KE"]},
        ),
        case(little, "both", **own | {"processes": ["transit"], "administrations": ["KE"]}),
        case(little, "all", **own | {"administrations": ["NO"]}),
    ]
    known = repertory(with_cases(little, start, *others))
    assert [each.case.id for each in related(start, known)] == ["all", "both", "process", "region"]
    assert related(start, known)[2].shared == {"technology": ["ai"], "process": ["transit"], "region": []}


def test_a_shared_technology_alone_is_not_enough(little: Knowledge) -> None:
    assert found(little, case(little, "far", processes=["aeo"], administrations=["KE"])) == []


def test_cases_of_other_technologies_are_never_related(little: Knowledge) -> None:
    assert found(little, case(little, "other", technologies=["drones"])) == []


def test_a_case_is_not_related_to_itself_nor_to_a_withdrawn_one(little: Knowledge) -> None:
    assert found(little, case(little, "gone", withdrawn=withdrawn())) == []


def test_of_equals_the_latest_come_first_and_the_order_of_the_register_decides_the_rest(
    little: Knowledge,
) -> None:
    years = {"a": 2019, "b": None, "c": 2024, "d": 2019}
    others = [case(little, key, since=year) for key, year in years.items()]
    assert found(little, *others) == ["c", "a", "d", "b"]
    assert found(little, *others, limit=2) == ["c", "a"]
