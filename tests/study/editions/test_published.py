from __future__ import annotations

import json
from pathlib import Path

import pytest

from study.editions.published import listed_editions


def listed(folder: Path, content: object) -> tuple[dict[str, dict[str, str]], list[str]]:
    path = folder / "editions.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return listed_editions(path)


def test_each_edition_is_listed_with_its_digests(tmp_path: Path) -> None:
    content = {"editions": [{"path": "2026/", "digests": {"en": "sha256:1"}}, {"path": "2026.1/"}]}
    assert listed(tmp_path, content) == ({"2026": {"en": "sha256:1"}, "2026.1": {}}, [])


@pytest.mark.parametrize(
    "content", ["", "{", "null", "[]", "{}", '{"editions": 1}', '{"editions": [1]}', "[" * 100_000]
)
def test_a_damaged_list_is_a_problem(tmp_path: Path, content: str) -> None:
    editions, problems = listed(tmp_path, content)
    assert editions == {}
    assert "is damaged" in problems[0]


@pytest.mark.parametrize(
    "path", ["../", "/", "", "..", "/etc/", "a/b/", "2026", "C:/", "a\\b/", 7, None, ["2026/"]]
)
def test_a_path_that_is_not_a_folder_of_the_tree_is_a_problem(tmp_path: Path, path: object) -> None:
    editions, problems = listed(tmp_path, {"editions": [{"path": path}, {"path": "2026/"}]})
    assert list(editions) == ["2026"]
    assert "expected the name of a folder" in problems[0]


def test_an_edition_that_is_listed_twice_is_a_problem(tmp_path: Path) -> None:
    assert listed(tmp_path, {"editions": [{"path": "2026/"}] * 2})[1] == ["editions.json lists 2026/ twice"]


def test_a_list_that_is_missing_or_a_link_is_a_problem(tmp_path: Path) -> None:
    assert "is missing" in listed_editions(tmp_path / "editions.json")[1][0]
    (tmp_path / "editions.json").symlink_to("/etc/hostname")
    assert "is missing" in listed_editions(tmp_path / "editions.json")[1][0]
