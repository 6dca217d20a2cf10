"""The downloads say the same whatever the status of the edition, as content digests see them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from study.downloads import edition_files, facet_files
from study.editions.data_files import data_form
from study.knowledge import Knowledge
from study.repertory import Repertory, repertory
from tests.study.downloads.conftest import Standing, both
from tests.study.register import with_cases

LANGUAGES = ("en", "fr")
CASE_FILES = {
    f"{folder}cases.{kind}" for folder in ("data/", "cases/stage/pilot/") for kind in ("csv", "json", "xlsx")
}


def forms(register: Repertory, language: str, folder: Path) -> dict[str, bytes]:
    files = edition_files(register, language) | facet_files(register, language, "stage", "pilot")
    found = {}
    for name, content in files.items():
        path = folder / Path(name).name
        path.write_bytes(content)
        found[name] = data_form(path, f"{language}/{name}")
    return found


@pytest.mark.parametrize("status", ["candidate", "approved"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_counts_the_same_whatever_the_status(
    standing: Standing, language: str, status: str, tmp_path: Path
) -> None:
    draft, other = standing("draft"), standing(status)
    assert forms(other, language, tmp_path) == forms(draft, language, tmp_path)
    before, after = edition_files(draft, language), edition_files(other, language)
    same = [name for name in before if before[name] == after[name]]
    assert same == ["data/cases.schema.json"], "every other file says its status"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_record_says_counts_in_each_of_its_files(
    register: Repertory, held: Knowledge, language: str, tmp_path: Path
) -> None:
    [first, *others] = held.glossary
    terms = [first.model_copy(update={"definition": both("Another.")}), *others]
    cases = [each.model_copy(update={"title": both("Another")}) for each in register.cases]
    before = forms(register, language, tmp_path)
    for changed, names in (
        (replace(held, glossary=terms), {"data/glossary.csv", "data/glossary.tbx"}),
        (with_cases(held, *cases), CASE_FILES),
    ):
        after = forms(repertory(changed), language, tmp_path)
        assert {name for name in before if before[name] != after[name]} == names


def test_no_sentence_of_the_status_ends_within_itself(knowledge: Knowledge) -> None:
    """The description of a data package begins with it, up to the first full stop."""
    for sentence in knowledge.labels["status_sentence"].values():
        assert all(". " not in sentence[language] for language in LANGUAGES)
