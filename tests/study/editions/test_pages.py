"""The list of an edition's pages, and what became of earlier paragraphs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from study.editions.pages import page_path, pages_file, published_pages
from study.knowledge import Knowledge
from study.paragraph_maps import written
from study.paragraph_matching import Frozen, fingerprint

TEXTS = ["One.", "Two.", "Three.", "Four."]
PATHS = {"ai.md": "ai/"}


@pytest.fixture
def little(knowledge: Knowledge, tmp_path: Path) -> Knowledge:
    """A report of one chapter with four paragraphs; its edition comes after those of the tests."""
    for language in ("en", "fr"):
        folder = tmp_path / "docs" / language
        folder.mkdir(parents=True)
        (folder / "ai.md").write_text("# A {: #a }\n\n" + "\n\n".join(TEXTS) + "\n", encoding="utf-8")
    return replace(knowledge, root=tmp_path)


def frozen(*numbered: tuple[str, str], kind: str = "paragraph") -> list[Frozen]:
    return [Frozen(number, "a", kind, fingerprint(text), fingerprint(text)) for number, text in numbered]


def publish(root: Path, edition: str, paragraphs: list[Frozen], pages: str = "[ai/]") -> None:
    folder = root / "data" / "history"
    folder.mkdir(parents=True, exist_ok=True)
    lines = written({"ai.md": paragraphs}).splitlines()
    held = "\n".join(f"  {line}" for line in lines if not line.startswith("#"))
    text = f"cases: {{}}\npages: {pages}\nparagraphs:\n{held}\n"
    (folder / f"{edition}.yaml").write_text(text, encoding="utf-8")


def document(knowledge: Knowledge) -> Any:
    return json.loads(pages_file(knowledge, PATHS, ["cases/x/", "cases/"]))


def test_all_pages_stand_in_order_with_their_edition(little: Knowledge) -> None:
    assert document(little) == {
        "format": 1,
        "edition": little.editions.current,
        "pages": ["ai/", "cases/", "cases/x/"],
        "anchors": {},
    }


def test_only_paragraphs_that_differ_are_told(little: Knowledge) -> None:
    publish(
        little.root,
        "2025",
        frozen(("1", "One."), ("2", "Gone."), ("3", "Two."), ("4", "Three."), ("5", "Four.")),
    )
    assert document(little)["anchors"] == {"2025": {"ai/": {"p2": None, "p3": "p2", "p4": "p3", "p5": "p4"}}}


def test_the_same_numbers_are_not_told(little: Knowledge) -> None:
    publish(little.root, "2025", frozen(*((str(place), text) for place, text in enumerate(TEXTS, 1))))
    assert document(little)["anchors"] == {}


def test_what_was_removed_then_is_nobodys_now(little: Knowledge) -> None:
    removed = frozen(("9", "Never."), kind="removed")
    publish(
        little.root, "2025", [*frozen(*((str(place), text) for place, text in enumerate(TEXTS, 1))), *removed]
    )
    assert document(little)["anchors"] == {}


def test_a_page_that_showed_no_numbers_leads_nowhere(little: Knowledge) -> None:
    publish(little.root, "2025", frozen(("1", "Gone."), ("2", "Gone too.")))
    assert document(little)["anchors"] == {}


def test_the_edition_being_built_and_later_ones_are_left_out(little: Knowledge) -> None:
    for edition in (little.editions.current, "2099"):
        publish(little.root, edition, frozen(("7", "One."), ("8", "Two."), ("9", "Three.")))
    assert document(little)["anchors"] == {}


def test_published_pages_are_those_of_the_histories_that_can_be_read(little: Knowledge) -> None:
    publish(little.root, "2025", [], '["", ai/]')
    (little.root / "data" / "history" / "2024.yaml").write_text("- [", encoding="utf-8")
    assert published_pages(little.root) == {"2025": frozenset({"", "ai/"})}


@pytest.mark.parametrize(
    ("address", "path"),
    [("", ""), ("index.html", ""), ("ai/", "ai/"), ("ai.html", "ai/"), ("cases/index.html", "cases/")],
)
def test_a_page_has_one_path_however_its_address_is_written(address: str, path: str) -> None:
    assert page_path(address) == path
