"""An id that was published never disappears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from study.history import history_problems
from study.loading import load

WITHDRAWN = "withdrawn: {edition: 2026.1, reason: {en: The administration asked for it., fr: L’administration l’a demandé.}}"


def said(checkout: Path) -> list[str]:
    return [str(problem) for problem in history_problems(load(checkout, date.today()))]


def publish(checkout: Path, text: str) -> None:
    folder = checkout / "data" / "history"
    folder.mkdir()
    (folder / "2026.yaml").write_text(text, encoding="utf-8")


def test_without_a_published_edition_nothing_is_promised(checkout: Path) -> None:
    assert said(checkout) == []


def test_a_published_case_that_is_gone_is_named_with_its_line(checkout: Path) -> None:
    publish(checkout, "cases:\n  hk-validap: pilot\n  hk-validapp: pilot\n")
    assert said(checkout) == [
        'data/history/2026.yaml:3:3: the case "hk-validapp" was published in edition 2026 and is gone from '
        'data/cases.yaml; expected it there, withdrawn with a reason if need be; did you mean "hk-validap"?'
    ]


def test_a_withdrawn_case_keeps_the_promise(checkout: Path, edit: Callable[[str, str, str], None]) -> None:
    publish(checkout, "cases:\n  ae-abu-dhabi-blockchain: unknown\n")
    edit("data/cases.yaml", "withdrawn: null", WITHDRAWN)
    assert load(checkout, date.today()).case["ae-abu-dhabi-blockchain"].withdrawn is not None
    assert said(checkout) == []


def test_a_record_without_cases_is_a_problem(checkout: Path) -> None:
    publish(checkout, "edition: 2026\n")
    [problem] = said(checkout)
    assert problem.startswith("data/history/2026.yaml:1:1: has no cases")
