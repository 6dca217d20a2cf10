from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bench.edits import edit_chapter, edit_fragment, edit_page, edit_record, mark
from bench.registers import write_register
from study.knowledge import Knowledge
from study.loading import load

CHAPTER = "---\ndescription: A page.\n---\n# Title {: #title }\n\nA paragraph.\n\nAnother.\n"


def test_an_edit_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(CHAPTER, encoding="utf-8")
    assert [edit_chapter(file, number) for number in (0, 1)] == ["Edit a.", "Edit b."]
    assert file.read_text(encoding="utf-8") == CHAPTER.replace("A paragraph.", "A paragraph. Edit b.")


def test_edits_are_told_from_each_other() -> None:
    marks = [mark(number) for number in range(60)]
    assert not any(one in other for one in marks for other in marks if one is not other)


def test_a_page_without_a_paragraph_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("No front matter.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="no title and paragraph"):
        edit_chapter(file, 0)


def test_an_edit_says_where_it_will_be_seen(checkout: Path, knowledge: Knowledge) -> None:
    case = f"en/cases/{knowledge.cases[0].id}/"
    assert edit_page(checkout, "environment.md", 0) == ("en/environment/", "Edit a.")
    assert edit_record(checkout, 1) == (case, "Edit b.")
    assert edit_fragment(checkout, 2) == (case, "Fragment Edit c.")


@pytest.mark.parametrize("by_program", [False, True])
def test_an_edited_record_can_be_read(checkout: Path, knowledge: Knowledge, by_program: bool) -> None:
    if by_program:
        write_register(checkout, knowledge.cases)
    for number in range(2):
        edit_record(checkout, number)
    edited = load(checkout, date.today())
    assert edited.cases[0].title.en == f"Edit b. {knowledge.cases[0].title.en}"
    assert edited.cases[1:] == knowledge.cases[1:]


def test_an_edited_fragment_has_one_more_line(checkout: Path) -> None:
    fragment = checkout / "overrides/fragments/case-page.html"
    before = fragment.read_text(encoding="utf-8")
    for number in range(2):
        edit_fragment(checkout, number)
    assert fragment.read_text(encoding="utf-8") == f"{before}\n<p>Fragment Edit b.</p>\n"
