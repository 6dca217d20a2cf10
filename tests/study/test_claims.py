"""A figure in a technology chapter names its source."""

from __future__ import annotations

import pytest

from study.chapters import Chapter
from study.claims import claim_problems

FRONT = "---\ndescription: In 2026.\n---\n"


def said(body: str, page: str = "technologies/ai.md") -> list[str]:
    """Return what is said of a chapter's body."""
    return [str(problem) for problem in claim_problems(Chapter("ai.md", "en", page, FRONT + body))]


@pytest.mark.parametrize(
    "body",
    [
        "Many use it.\n",
        'In 2024, 62% used it.{{ cite("note") }}\n',
        "## The year 2024 {: #x }\n",
        "1. First\n2. Second\n",
        "A 3D scanner on 5G.\n",
        "See [the survey](../survey-2024.md#adoption).\n",
        '{{ cases(technology="3d-printing") }}\n',
    ],
)
def test_a_paragraph_without_a_figure_or_with_a_source_passes(body: str) -> None:
    assert said(body) == []


@pytest.mark.parametrize(
    ("body", "place", "figure"),
    [
        ("In 2024 many used it.\n", "4:4", "2024"),
        ("Many.\n\nIn all, 1,234.5 did.\nMore.\n", "6:9", "1,234.5"),
        ('Said.{{ cite("note") }}\n\nOf them 7 did.\n', "6:9", "7"),
        ("- none\n- 12 did\n", "5:3", "12"),
    ],
)
def test_a_figure_without_a_source_is_said(body: str, place: str, figure: str) -> None:
    [line] = said(body)
    assert line.startswith(f'ai.md:{place}: "{figure}')
    assert line.endswith('expected {{ cite("source-id") }} after the claim')


def test_only_chapters_of_technologies_are_held_to_it() -> None:
    assert said("In 2024 many used it.\n", "about.md") == []
