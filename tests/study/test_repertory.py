"""The register as readers search it."""

from __future__ import annotations

from study.facets import FACETS, values_of
from study.knowledge import Knowledge
from study.repertory import repertory
from tests.study.register import case, with_cases, withdrawn


def test_each_case_in_force_is_found_under_each_of_its_values(knowledge: Knowledge) -> None:
    known = repertory(knowledge)
    for facet in FACETS:
        for each in known.cases:
            for value in values_of(each, facet, knowledge):
                assert each in known.under(facet, value)
        found = sum(len(cases) for cases in known.found[facet].values())
        assert found == sum(len(values_of(each, facet, knowledge)) for each in known.cases)


def test_a_withdrawn_case_is_kept_apart_and_found_under_nothing(little: Knowledge) -> None:
    gone = case(little, "gone", withdrawn=withdrawn())
    known = repertory(with_cases(little, gone))
    assert known.cases == []
    assert known.withdrawn == [gone]
    assert all(not values for values in known.found.values())


def test_a_value_without_cases_gives_an_empty_list(little: Knowledge) -> None:
    assert repertory(little).under("technology", "drones") == []


def test_it_is_made_once_for_the_same_knowledge_and_anew_for_another(little: Knowledge) -> None:
    assert repertory(little) is repertory(little)
    other = with_cases(little, case(little, "other"))
    assert [each.id for each in repertory(other).cases] == ["other"]


def test_published_stages_come_with_it(little: Knowledge) -> None:
    folder = little.root / "data" / "history"
    folder.mkdir()
    (folder / "2025.yaml").write_text("cases:\n  no-gate: pilot\n", encoding="utf-8")
    (folder / "2026.yaml").write_text("not: cases\n", encoding="utf-8")
    assert repertory(with_cases(little, *little.cases)).published == {"2025": {"no-gate": "pilot"}}
