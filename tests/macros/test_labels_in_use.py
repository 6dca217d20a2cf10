"""Labels: each that the code asks for exists, and each that exists is asked for."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from study.knowledge import Knowledge
from study.models.publication import Label
from tests.macros import labels_in_use


@pytest.fixture(scope="session")
def labels(knowledge: Knowledge) -> dict[str, dict[str, Label]]:
    return {group: dict(keys) for group, keys in knowledge.labels.items()}


def test_every_label_that_is_asked_for_exists(root: Path, labels: labels_in_use.Labels) -> None:
    assert labels_in_use.missing(root, labels) == []


def test_every_label_is_asked_for(root: Path, labels: labels_in_use.Labels) -> None:
    unused = labels_in_use.unused(root, labels)
    assert unused == [], f"remove from data/labels.yaml what nothing shows: {', '.join(unused)}"


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("overrides/fragments/new.html", '{{ words("case", "nothing") }}', "new.html: case.nothing"),
        (
            "overrides/new.html",
            '{% if a %}{{ words("table", "note" if b else "nothing", c=1) }}{% endif %}',
            "new.html: table.nothing",
        ),
        ("macros/new.py", 'page.words("case", "nothing", count=1)', "macros/new.py: case.nothing"),
        ("hooks/new.py", 'x = knowledge.labels["case"]["nothing"]', "hooks/new.py: case.nothing"),
        ("macros/new.py", 'words("nothing", key)', "nothing: no such group"),
    ],
)
def test_a_label_that_does_not_exist_is_found(
    file: str, text: str, said: str, root: Path, tmp_path: Path, labels: labels_in_use.Labels
) -> None:
    copy_of_code(root, tmp_path)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert labels_in_use.missing(tmp_path, labels) == [said]


def test_a_label_that_nothing_asks_for_is_found(root: Path, labels: labels_in_use.Labels) -> None:
    more = {group: {**keys, "forgotten": None} for group, keys in labels.items()}
    assert labels_in_use.unused(root, more) == [f"{group}.forgotten" for group in labels]


def copy_of_code(root: Path, target: Path) -> None:
    for folder in ("macros", "hooks", "overrides"):
        shutil.copytree(root / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))


def test_both_languages_of_a_label_take_the_same_values(knowledge: Knowledge) -> None:
    for group, keys in knowledge.labels.items():
        for key, label in keys.items():
            assert set(re.findall(r"\{\w*\}", label.en)) == set(re.findall(r"\{\w*\}", label.fr)), (
                f"{group}.{key}"
            )
