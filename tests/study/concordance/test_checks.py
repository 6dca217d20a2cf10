"""What keeps two texts from being certified: only what stands in the sections that are certified."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from study.building import reading
from study.concordance.checks import obstacles
from study.concordance.targets import target
from study.loading import load
from tests.study.concordance.twin import ENGLISH, FRENCH, PAGE, edit, write_chapter


def found(root: Path, written: str) -> list[str]:
    """Return what keeps a target from being certified, as lines."""
    documents = reading(root).documents
    meant = target(root, documents, written)
    knowledge = load(root, date.today())
    return [str(problem) for problem in obstacles(documents, knowledge, meant.pair, meant.keys)]


@pytest.mark.parametrize("written", [PAGE, f"{PAGE}#uses", "cases", "terms#data", "labels", "members"])
def test_texts_that_say_the_same_have_no_obstacle(written: str, twin: Path) -> None:
    assert found(twin, written) == []


def test_a_number_is_an_obstacle_of_its_section_only(twin: Path) -> None:
    edit(twin, f"docs/fr/{PAGE}", "62 %", "63 %")
    assert [line for line in found(twin, f"{PAGE}#uses") if "62" in line]
    assert found(twin, f"{PAGE}#policy") == []


def test_structure_is_an_obstacle_of_its_section_only(twin: Path) -> None:
    edit(twin, f"docs/fr/{PAGE}", "- Agir ensuite.\n", "")
    assert found(twin, f"{PAGE}#policy")
    assert found(twin, f"{PAGE}#uses") == []


def test_a_term_is_an_obstacle_of_its_section_only(twin: Path) -> None:
    edit(twin, f"docs/en/{PAGE}", "Ask first", "Ask for data first")
    assert [line for line in found(twin, f"{PAGE}#policy") if "données" in line]
    assert found(twin, f"{PAGE}#ai") == []


def test_a_declared_exception_is_no_obstacle_and_a_needless_one_neither(twin: Path) -> None:
    edit(twin, f"docs/en/{PAGE}", "In 2024, 62%", "In 2024, with data, 62%")
    reason = "reason: {en: A reason, fr: Une raison}"
    place = f'chapter: {PAGE}, section: uses, starts: "In 2024'
    (twin / "data" / "concordance-exceptions.yaml").write_text(
        f'terms:\n  - {{{place}, with", term: data, {reason}}}\n  - {{{place}, and", term: model, {reason}}}\nnumbers: []\n'
    )
    assert found(twin, PAGE) == []


@pytest.mark.parametrize(("language", "other"), [("en", "fr"), ("fr", "en")])
def test_a_text_that_one_language_lacks_is_named_with_that_of_the_other(
    language: str, other: str, twin: Path
) -> None:
    texts = {"en": ENGLISH, "fr": FRENCH}
    write_chapter(twin, other, texts[other].split("## ")[0])
    line = (
        texts[language].split("\n").index(next(x for x in texts[language].split("\n") if "#policy" in x)) + 1
    )
    expected = (
        f'docs/{other}/{PAGE}:1:1: has no section "policy"; expected it as in docs/{language}/{PAGE}:{line}'
    )
    assert expected in found(twin, f"{PAGE}#policy")
    assert expected not in found(twin, f"{PAGE}#ai")


def test_a_record_is_judged_by_its_own_texts(twin: Path) -> None:
    edit(
        twin,
        "data/cases.yaml",
        "{en: It opens., fr: Elle s’ouvre.}",
        "{en: It opens at 10., fr: Elle s’ouvre à 11.}",
    )
    edit(twin, "data/glossary.yaml", "{en: A rule, fr: Une règle}", "{en: A rule, fr: Une règle de 13}")
    assert found(twin, "cases")
    assert found(twin, "terms#model")
    assert found(twin, "terms#data") == []
    assert found(twin, "labels") == []
