"""Titles keep the no-break spaces that MkDocs takes out of headings."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from mkdocs.structure.toc import get_toc

from hooks.titles import on_page_content


def token(name: str, *children: dict) -> dict:
    return {"level": 2, "id": "x", "name": name, "children": list(children)}


@pytest.mark.parametrize(
    ("language", "collapsed", "title"),
    [
        ("fr", "Enquête 2024 : « où » ?", "Enquête 2024\u00a0: «\u00a0où\u00a0»\u202f?"),
        ("fr", "Coûts &amp; délais ; suite", "Coûts &amp; délais\u202f; suite"),
        ("en", "Survey 2024: where?", "Survey 2024: where?"),
        ("en", "The next 3 million", "The next 3\u00a0million"),
    ],
)
def test_title_and_contents_get_the_spaces_of_their_language(
    language: str, collapsed: str, title: str
) -> None:
    file = SimpleNamespace(src_uri=f"{language}/x.md")
    page = SimpleNamespace(file=file, title=collapsed, toc=get_toc([token(collapsed, token(collapsed))]))
    assert on_page_content("<p>", page, None, None) is None  # the text itself stays as it is
    (entry,) = page.toc
    assert [page.title, entry.title, entry.children[0].title] == [title, title, title]
