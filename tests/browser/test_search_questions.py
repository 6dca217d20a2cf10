"""Questions that customs officials ask: the page that answers stands among the first three results, nine times in ten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.browser.addresses import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.searching import answers, ask, open_search
from tests.site.search_files import found

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
SHARE = 0.9


def questions(language: str) -> list[dict[str, Any]]:
    return yaml.safe_load((HERE / f"questions.{language}.yaml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_a_page_that_can_be_found(language: str, site: Path) -> None:
    paths = {each["path"] for each in found(site, language)}
    asked = questions(language)
    assert len(asked) == 40
    for each in asked:
        pages = each["page"] if isinstance(each["page"], list) else [each["page"]]
        assert [page for page in pages if page not in paths] == [], each["ask"]
        assert "section" not in each or any(f"{page}#{each['section']}" in paths for page in pages), each[
            "ask"
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nine_in_ten_are_answered_by_one_of_the_first_three_results(language: str, visit: Open) -> None:
    page = visit(f"{language}/about/")
    open_search(page)
    asked = questions(language)
    missed = [(each["ask"], first) for each in asked if not answers(each, first := ask(page, each["ask"]))]
    assert len(missed) <= len(asked) * (1 - SHARE), "\n".join(
        f"{what}: {first[:3]}" for what, first in missed
    )


def test_a_page_that_stands_fourth_is_no_answer() -> None:
    question = {"ask": "x", "page": ["a/", "glossary/#term-x"]}
    assert answers(question, ["b/", "c/", "a/#s"])
    assert answers(question, ["glossary/#term-x"])
    assert not answers(question, ["b/", "c/", "d/", "a/"])
    assert not answers({"page": "glossary/"}, ["glossary/#term-x"])
