"""What an approval covers, page by page."""

from __future__ import annotations

import pytest

from study.editions.scopes import page_scope
from tests.macros.approvals import DAY, approval


@pytest.mark.parametrize(
    ("chapter", "scope"),
    [
        ("technologies/ai.md", ("approved", "")),
        ("trust.md", ("outside", "")),
        ("glossary.md", ("annexed", DAY)),  # although it is among the approved chapters
        ("cases/index.md", ("annexed", DAY)),
        (None, ("annexed", DAY)),
    ],
)
def test_a_page_is_approved_annexed_or_outside(chapter: str | None, scope: tuple[str, str]) -> None:
    assert page_scope(approval(), chapter) == scope


def test_without_an_approval_there_is_nothing_to_say() -> None:
    assert page_scope(None, "technologies/ai.md") == ("", "")


def test_what_is_not_annexed_is_approved_only_if_it_is_named() -> None:
    record = approval()
    plain = record.model_copy(update={"scope": record.scope.model_copy(update={"annexed": []})})
    assert page_scope(plain, "glossary.md") == ("approved", "")
    assert page_scope(plain, None) == ("outside", "")
