"""What was published never disappears without a word: cases, terms, sources, chapters, headings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from study.loading import load
from study.promises import dropped_problems, history_problems

Edit = Callable[[str, str, str], None]
WITHDRAWN = "withdrawn: {edition: 2026.1, reason: {en: The administration asked for it., fr: L’administration l’a demandé.}}"
AI = "technologies/ai.md"


def said(checkout: Path) -> list[str]:
    return [str(problem) for problem in history_problems(load(checkout, date.today()))]


def publish(checkout: Path, text: str) -> None:
    folder = checkout / "data" / "history"
    folder.mkdir(exist_ok=True)
    (folder / "2026.yaml").write_text(
        f"cases: {{}}\n{text}" if "cases:" not in text else text, encoding="utf-8"
    )


def drop(edit: Edit, what: str, key: str) -> None:
    reason = "reason: {en: Nobody asked for it., fr: Personne ne l’a demandé.}"
    edit(
        "data/editions.yaml",
        "    status: draft\n",
        f"    status: draft\n    dropped:\n      - {{what: {what}, id: {key!r}, {reason}}}\n",
    )


def test_without_a_published_edition_nothing_is_promised(checkout: Path) -> None:
    assert said(checkout) == []


def test_a_published_case_that_is_gone_is_named_with_its_line(checkout: Path) -> None:
    publish(checkout, "cases:\n  hk-validap: pilot\n  hk-validapp: pilot\n")
    assert said(checkout) == [
        'data/history/2026.yaml:3:3: the case "hk-validapp" was published in edition 2026 and is gone from '
        'data/cases.yaml; expected it there, withdrawn with a reason if need be; did you mean "hk-validap"?'
    ]


def test_a_withdrawn_case_keeps_the_promise(checkout: Path, edit: Edit) -> None:
    publish(checkout, "cases:\n  ae-abu-dhabi-blockchain: unknown\n")
    edit("data/cases.yaml", "withdrawn: null", WITHDRAWN)
    assert load(checkout, date.today()).case["ae-abu-dhabi-blockchain"].withdrawn is not None
    assert said(checkout) == []


def test_a_record_without_cases_is_a_problem(checkout: Path) -> None:
    publish(checkout, "")
    (checkout / "data" / "history" / "2026.yaml").write_text("edition: 2026\n", encoding="utf-8")
    [problem] = said(checkout)
    assert problem.startswith("data/history/2026.yaml:1:1: has no cases")


@pytest.mark.parametrize(
    ("kind", "text", "key", "place", "words"),
    [
        (
            "term",
            "terms:\n- sensor\n- sensr\n",
            "sensr",
            "4:3",
            "gone from data/glossary.yaml; expected it there",
        ),
        ("source", "sources:\n- wco-survey-2042\n", "wco-survey-2042", "3:3", 'mean "wco-survey-2024"?'),
        ("chapter", "chapters:\n  technologies/aie.md: []\n", "technologies/aie.md", "3:3", f'mean "{AI}"?'),
        (
            "heading",
            f"chapters:\n  {AI}: [uses, usess]\n",
            f"{AI}#usess",
            "3:30",
            "is gone; expected this id at",
        ),
    ],
)
def test_what_is_gone_is_named_until_it_is_dropped_on_purpose(
    checkout: Path, edit: Edit, kind: str, text: str, key: str, place: str, words: str
) -> None:
    publish(checkout, text)
    [problem] = said(checkout)
    assert problem.startswith(f"data/history/2026.yaml:{place}: ")
    assert words in problem
    assert "or `dropped` in data/editions.yaml where it is given up on purpose" in problem
    drop(edit, kind, key)
    assert said(checkout) == []


def test_what_is_there_is_as_promised(checkout: Path) -> None:
    publish(checkout, f"terms: [sensor]\nsources: [wco-survey-2024]\nchapters:\n  {AI}: [uses, cases]\n")
    assert said(checkout) == []


@pytest.mark.parametrize(
    ("kind", "key"),
    [("term", "sensor"), ("source", "wco-survey-2024"), ("chapter", AI), ("heading", f"{AI}#uses")],
)
def test_what_is_still_there_was_not_dropped(checkout: Path, edit: Edit, kind: str, key: str) -> None:
    assert list(dropped_problems(load(checkout, date.today()))) == []
    drop(edit, kind, key)
    [problem] = dropped_problems(load(checkout, date.today()))
    assert f'2026 › dropped: the {kind} "{key}" is still there' in str(problem)


def test_a_history_that_is_damaged_is_named_and_the_rest_still_kept(checkout: Path) -> None:
    publish(checkout, "cases:\n  gone: pilot\nterms: sensor\nparagraphs:\n  ai.md: 1\n")
    found = said(checkout)
    assert any("terms: is no list" in each for each in found)
    assert any("ai.md: is no list" in each for each in found)
    assert any('the case "gone"' in each for each in found)
