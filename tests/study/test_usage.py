"""Nothing lies about unused: sources, terms and cases."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from study.documents import Documents
from study.loading import read
from study.usage import usage_problems
from tests.study.conftest import DAY, Edit
from tests.study.small import SMALL

USED = "# A\n\nA model of data.{{ cite('note') }}\n\n{{ cases() }}\n".replace("'", '"')
Said = Callable[[str], list[str]]


@pytest.fixture
def said(small: Path) -> Said:
    """Write one chapter in both languages; what is said of the data then."""

    def write(text: str) -> list[str]:
        for language in ("en", "fr"):
            (small / "docs" / language).mkdir(parents=True, exist_ok=True)
            (small / "docs" / language / "a.md").write_text(text, encoding="utf-8")
        found = read(small, DAY)
        assert found.knowledge is not None
        return [str(problem) for problem in usage_problems(found.knowledge, found.documents)]

    return write


def test_what_is_used_passes(said: Said) -> None:
    assert said(USED) == []


def test_a_source_that_nobody_cites_is_said(said: Said, small: Path) -> None:
    extra = SMALL["sources.yaml"].replace("id: note", "id: lonely")
    (small / "data" / "sources.yaml").write_text(SMALL["sources.yaml"] + extra, encoding="utf-8")
    assert said(USED) == ["data/sources.yaml:9:3: lonely › id: no chapter and no record cites this source"]
    assert said(USED + '\nSaid.{{ cite("lonely") }}\n') == []


def test_a_term_that_no_text_uses_is_said(said: Said) -> None:
    line = "data/glossary.yaml:{}:4: {} › id: no text uses this term and no used term links to it"
    assert said(USED.replace("A model of data", "Nothing")) == [
        line.format(1, "model"),
        line.format(2, "data"),
    ]
    assert said(USED.replace("A model of data", "Data")) == []  # data links to model
    assert said(USED.replace("A model of data", '{{ term("data") }}')) == []


def test_a_term_with_a_sign_of_html_is_found(said: Said, change: Edit) -> None:
    change("glossary.yaml", "en: model, fr: modèle", "en: R&D, fr: R&D")
    assert said(USED.replace("model of data", "sum for R&D on data")) == []
    assert len(said(USED.replace("A model of data", "R and D"))) == 2


def test_a_case_in_no_chapter_is_said_unless_it_was_withdrawn(said: Said, change: Edit) -> None:
    line = "data/cases.yaml:1:3: no-gate › id: no chapter shows this case"
    elsewhere = USED.replace("cases()", 'cases(technology="cloud")')
    assert said(elsewhere) == [line]
    assert said(USED.replace("cases()", 'case("no-gate")')) == []
    change(
        "cases.yaml", "  stage: pilot", "  withdrawn: {edition: '1', reason: {en: a, fr: b}}\n  stage: pilot"
    )
    assert said(elsewhere) == []  # its own page says why it was withdrawn


def test_a_chapter_with_faults_is_left_to_the_other_checks(said: Said, small: Path) -> None:
    (small / "docs" / "en").mkdir(parents=True)
    (small / "docs" / "en" / "b.md").write_bytes(b"\xe9")
    assert said(USED + "\n{{ cite() }} {{ term() }} {{ case() }} {{ cite(\n") == []


def test_nothing_is_known_of_files_that_are_missing(said: Said, small: Path) -> None:
    said(USED)
    knowledge = read(small, DAY).knowledge
    assert knowledge is not None
    assert len(list(usage_problems(knowledge, Documents({})))) == 0
