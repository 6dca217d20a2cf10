"""What surveys and register say of a technology."""

from __future__ import annotations

import pytest

from macros.facts import technology_facts
from macros.pages import ReportPage
from macros.wording import capitalized, counted
from tests.macros.conftest import MakePage


def shown(here: ReportPage, technology: str) -> dict[str, str]:
    """The facts of a technology: the key of their label, and their value."""
    labels = {label[here.language]: key for key, label in here.knowledge.labels["facts"].items()}
    return {labels[fact.label]: fact.value for fact in technology_facts(here, technology)}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_adoption_is_a_number_a_reading_or_the_lack_of_one(language: str, page: MakePage) -> None:
    here = page(language)
    expected = {
        "cloud": counted(here, "members", 2),
        "ai": here.words("facts", "adoption_uncertain", count=1),
        "iot": here.words("general", "not_stated"),
        "blockchain": here.words("facts", "adoption_not_listed"),
    }
    for technology, value in expected.items():
        assert shown(here, technology)["adoption"] == capitalized(value)


def test_a_technology_with_everything_shows_everything(page: MakePage) -> None:
    here = page()
    words = here.words
    impact = {
        "impact": words("impact", "highest").lower(),
        "difficulty": words("difficulty", "moderate").lower(),
    }
    stages = f"{words('stage', 'pilot')}, {words('stage', 'operational')}".lower()
    assert list(shown(here, "ai").items())[1:] == [
        ("potential", words("rank", "2")),
        ("impact", capitalized(words("facts", "impact_value", **impact))),
        ("cases", capitalized(words("facts", "cases_value", count=counted(here, "cases", 2), stages=stages))),
        ("regions", "ESA, EUR"),
        ("focus", capitalized(words("facts", "focus_value"))),
    ]


def test_a_technology_without_cases_has_neither_regions_nor_a_link_to_cases(page: MakePage) -> None:
    here = page()
    assert shown(here, "iot")["cases"] == capitalized(counted(here, "cases", 0))
    assert "regions" not in shown(here, "iot")
    assert "#cases" not in [fact.href for fact in technology_facts(here, "iot")]


def test_the_codes_of_regions_are_those_of_the_language(page: MakePage) -> None:
    assert shown(page("fr"), "cloud")["regions"] == "AMS, AOA"


def test_facts_of_the_survey_cite_it(page: MakePage) -> None:
    cited = [[source.href for source in fact.sources] for fact in technology_facts(page(), "ai")]
    assert cited == [["#source-paper"]] * 3 + [[]] * 3


def test_no_page_to_read_more_is_no_link(page: MakePage) -> None:
    links = {fact.href for fact in technology_facts(page(known={}), "ai")}
    assert links == {None, "#cases"}
